import { countManaged, encodePlan, type Plan } from '../plan/index.js'
import type { Loaded, ProjectProblem } from '../project/index.js'
import type { Context } from './context.js'
import { exitCode, worstOf } from './exit-code.js'
import { failure } from './failure.js'
import type * as flag from './flags.js'
import { makePlan, type PlanFlags } from './make-plan.js'
import { writeOutputFile } from './output-files.js'
import type { Reading } from './start-reading.js'
import { type Finding, planReport } from './views/plan/report.js'
import { renderPlan } from './views/plan/text.js'

export interface PlanAccountsFlags extends PlanFlags {
  readonly out?: string
  readonly detailedExitcode: boolean
  readonly format: flag.ReportFormat
}

/** Plans every account that is meant, and tells it in the form that is asked for. */
export async function planAccounts(
  context: Context,
  flags: PlanAccountsFlags,
  reading: Loaded<Reading>,
): Promise<void> {
  const { format } = flags
  const findings = reading.ok
    ? await planEach(context, flags, reading.value)
    : [failure(context, format, reading.problems)]
  if (format !== 'text') context.process.stdout.write(planReport(format, findings))
  context.process.exitCode = worstOf(findings.map(finding => codeOf(finding, flags)))
}

async function planEach(
  context: Context,
  flags: PlanAccountsFlags,
  reading: Reading,
): Promise<Finding<Plan>[]> {
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
  flags: PlanAccountsFlags,
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

function codeOf(finding: Finding<Plan>, { detailedExitcode }: PlanAccountsFlags): number {
  if (!finding.ok) return exitCode.failed
  return detailedExitcode && finding.value.changes.length > 0 ? exitCode.changesPending : exitCode.done
}

const oneAccountPerFile: ProjectProblem = {
  code: 'cli/out-of-one-account',
  severity: 'error',
  message: 'A plan file holds the plan of one account, and several were given.',
  hint: 'Run `dogma plan --account NAME --out FILE` once for each account.',
}
