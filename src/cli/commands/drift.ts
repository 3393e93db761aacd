import { buildCommand } from '@stricli/core'
import { type Drift, driftOf } from '../../plan/index.js'
import type { Context } from '../context.js'
import { exitCode, worstOf } from '../exit-code.js'
import { failure } from '../failure.js'
import * as flag from '../flags.js'
import { planInput, readAccount } from '../make-plan.js'
import { type ReadFlags, type Reading, startReading } from '../start-reading.js'
import { isDrifted, renderDrift } from '../views/plan/drift.js'
import { driftReport, type Finding } from '../views/plan/report.js'

interface Flags extends ReadFlags {
  readonly detailedExitcode: boolean
  readonly format: flag.ReportFormat
}

export const drift = buildCommand({
  docs: {
    brief: 'Show what somebody changed by hand since',
    fullDescription: `Compares the same things as plan and tells it from the account's side. Meant for the code that was applied last.

Examples:
  dogma drift
  dogma drift --account staging --account prod
  dogma drift --account prod --detailed-exitcode   # exits with 2 when there is drift`,
  },
  parameters: {
    flags: {
      account: flag.accounts,
      detailedExitcode: flag.detailedExitcode,
      format: flag.reportFormat,
      noTypeCheck: flag.noTypeCheck,
      verbose: flag.verbose,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const { format } = flags
  const reading = await startReading(this, flags)
  const findings: Finding<Drift>[] = []
  if (!reading.ok) findings.push(failure(this, format, reading.problems))
  else
    for (const name of reading.value.accounts) findings.push(await driftIn(this, flags, reading.value, name))
  if (format !== 'text') this.process.stdout.write(driftReport(format, findings))
  this.process.exitCode = worstOf(findings.map(finding => codeOf(finding, flags)))
}

async function driftIn(
  context: Context,
  flags: Flags,
  reading: Reading,
  name: string,
): Promise<Finding<Drift>> {
  const { project } = reading.project.config
  const both = await readAccount(context, flags, reading, name)
  if (!both.ok) return failure(context, flags.format, both.problems, name, project)
  await both.value.close()
  const result = driftOf(planInput(both.value, true))
  if (!result.ok) return failure(context, flags.format, result.diagnostics, name, project)
  const { warnings } = both.value
  if (flags.format === 'text')
    context.process.stdout.write(renderDrift(result.drift, context.colours, warnings))
  return { ok: true, value: result.drift, warnings }
}

function codeOf(finding: Finding<Drift>, { detailedExitcode }: Flags): number {
  if (!finding.ok) return exitCode.failed
  return detailedExitcode && isDrifted(finding.value) ? exitCode.changesPending : exitCode.done
}
