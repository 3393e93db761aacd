import { buildCommand } from '@stricli/core'
import { destroyPlanOf } from '../../plan/index.js'
import { carryOut } from '../carry-out.js'
import type { Context } from '../context.js'
import * as flag from '../flags.js'
import { planInput, type ReadFlags, readBoth } from '../make-plan.js'
import { reportProblems } from '../report.js'

interface Flags extends ReadFlags {
  readonly yes: boolean
  readonly format: 'text' | 'json'
}

export const destroy = buildCommand({
  docs: {
    brief: 'Delete everything that this project owns in the account',
    fullDescription: `Deletes every object with this project's mark, and nothing else. Protected resources stop it.

Examples:
  dogma destroy
  dogma destroy --account staging --yes`,
  },
  parameters: {
    flags: { account: flag.account, yes: flag.yes, format: flag.textOrJson, noTypeCheck: flag.noTypeCheck },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const both = await readBoth(this, flags)
  if (!both.ok) return reportProblems(this, both.problems, flags.format)
  try {
    const result = destroyPlanOf(planInput(both.value, true))
    if (!result.ok) return reportProblems(this, result.diagnostics, flags.format)
    await carryOut(this, both.value.account, result.plan, { ...flags, question: 'Delete all of these?' })
  } finally {
    await both.value.close()
  }
}
