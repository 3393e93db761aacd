import { buildCommand } from '@stricli/core'
import { type Drift, driftOf } from '../../plan/index.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import * as flag from '../flags.js'
import { planInput, type ReadFlags, readBoth } from '../make-plan.js'
import { reportProblems } from '../report.js'
import { driftJson, renderDrift } from '../views/drift.js'

interface Flags extends ReadFlags {
  readonly detailedExitcode: boolean
  readonly format: 'text' | 'json'
}

export const drift = buildCommand({
  docs: {
    brief: 'Show what somebody changed by hand since',
    fullDescription: `Compares the same things as plan and tells it from the account's side. Meant for the code that was applied last.

Examples:
  dogma drift
  dogma drift --account prod --detailed-exitcode   # exits with 2 when there is drift`,
  },
  parameters: {
    flags: {
      account: flag.account,
      detailedExitcode: flag.detailedExitcode,
      format: flag.textOrJson,
      noTypeCheck: flag.noTypeCheck,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const both = await readBoth(this, flags)
  if (!both.ok) return reportProblems(this, both.problems, flags.format)
  await both.value.close()
  const result = driftOf(planInput(both.value, true))
  if (!result.ok) return reportProblems(this, result.diagnostics, flags.format)
  const { drift } = result
  this.process.stdout.write(flags.format === 'json' ? driftJson(drift) : renderDrift(drift, this.colours))
  this.process.exitCode = flags.detailedExitcode && isDrifted(drift) ? exitCode.changesPending : exitCode.done
}

function isDrifted({ drifted, missing, unknown, clones }: Drift): boolean {
  return drifted.length + missing.length + unknown.length + clones.length > 0
}
