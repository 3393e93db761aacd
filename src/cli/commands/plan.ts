import { buildCommand } from '@stricli/core'
import { countManaged, encodePlan, type Plan } from '../../plan/index.js'
import type { Loaded, ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import { exitCode, worstOf } from '../exit-code.js'
import { failure } from '../failure.js'
import * as flag from '../flags.js'
import { makePlan, type PlanFlags, type Reading, startReading } from '../make-plan.js'
import { writeOutputFile } from '../output-files.js'
import { type Finding, planReport } from '../views/plan/report.js'
import { renderPlan } from '../views/plan/text.js'

interface Flags extends PlanFlags {
  readonly out?: string
  readonly detailedExitcode: boolean
  readonly format: flag.ReportFormat
}

export const plan = buildCommand({
  docs: {
    brief: 'Show what would change in the account',
    fullDescription: `Compares the definitions with the account and changes nothing. Needs keys that may read.

Examples:
  dogma plan
  dogma plan --account prod --out plan.json
  dogma plan --account staging --account prod
  dogma plan --target monitor.api-latency
  dogma plan --changed-since origin/main --format markdown   # a comment for a pull request
  dogma plan --detailed-exitcode   # exits with 2 when changes are pending`,
  },
  parameters: {
    flags: {
      account: flag.accounts,
      out: {
        kind: 'parsed',
        parse: String,
        brief: 'Also save the plan, for `dogma apply FILE`; of one account',
        placeholder: 'FILE',
        optional: true,
      },
      target: flag.target,
      changedSince: flag.changedSince,
      detailedExitcode: flag.detailedExitcode,
      format: flag.reportFormat,
      trustListing: flag.trustListing,
      noTypeCheck: flag.noTypeCheck,
      verbose: flag.verbose,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const { format } = flags
  const reading = await startReading(this, flags)
  const findings = reading.ok
    ? await planEach(this, flags, reading.value)
    : [failure(this, format, reading.problems)]
  if (format !== 'text') this.process.stdout.write(planReport(format, findings))
  this.process.exitCode = worstOf(findings.map(finding => codeOf(finding, flags)))
}

async function planEach(context: Context, flags: Flags, reading: Reading): Promise<Finding<Plan>[]> {
  const { accounts, project } = reading
  if (flags.out !== undefined && accounts.length > 1)
    return [failure(context, flags.format, [oneAccountPerFile])]
  const findings: Finding<Plan>[] = []
  for (const name of accounts) {
    const planned = await planOne(context, flags, reading, name)
    if (planned.ok) {
      const { plan, warnings } = planned.value
      if (flags.format === 'text')
        context.process.stdout.write(renderPlan(withWarnings(plan, warnings), context.colours))
      findings.push({ ok: true, value: plan, warnings })
    } else findings.push(failure(context, flags.format, planned.problems, name, project.config.project))
  }
  return findings
}

async function planOne(
  context: Context,
  flags: Flags,
  reading: Reading,
  name: string,
): Promise<Loaded<{ readonly plan: Plan; readonly warnings: readonly ProjectProblem[] }>> {
  const planned = await makePlan(context, flags, reading, name, {
    isKept: flags.out !== undefined || flags.format === 'json',
  })
  if (!planned.ok) return planned
  const { plan, memory, live, unread, warnings, close } = planned.value
  const counts = countManaged(plan.project, live)
  for (const kind of unread) counts[kind] = memory?.expected?.[kind] ?? 0
  await memory?.save(counts)
  await close()
  if (flags.out !== undefined) {
    const text = encodePlan({ ...plan, createdAt: context.now().toISOString() })
    const saved = await writeOutputFile(context.folder, flags.out, text)
    if (!saved.ok) return saved
  }
  return { ok: true, value: { plan, warnings }, problems: [] }
}

function withWarnings(plan: Plan, warnings: readonly ProjectProblem[]): Plan {
  return warnings.length === 0 ? plan : { ...plan, warnings: [...warnings, ...plan.warnings] }
}

function codeOf(finding: Finding<Plan>, { detailedExitcode }: Flags): number {
  if (!finding.ok) return exitCode.failed
  return detailedExitcode && finding.value.changes.length > 0 ? exitCode.changesPending : exitCode.done
}

const oneAccountPerFile: ProjectProblem = {
  code: 'cli/out-of-one-account',
  severity: 'error',
  message: 'A plan file holds the plan of one account, and several were given.',
  hint: 'Run `dogma plan --account NAME --out FILE` once for each account.',
}
