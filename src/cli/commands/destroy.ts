import { buildCommand } from '@stricli/core'
import { destroyPlanOf } from '../../plan/index.js'
import { carryOut } from '../carry-out.js'
import type { Context } from '../context.js'
import * as flag from '../flags.js'
import { planInput, readAccount } from '../make-plan.js'
import { reportProblems } from '../report.js'
import { startReading } from '../start-reading.js'
import { resultsJson } from '../views/plan/json.js'

interface Flags {
  readonly account?: string
  readonly yes: boolean
  readonly format: 'text' | 'json'
  readonly noTypeCheck: boolean
  readonly verbose: boolean
}

export const destroy = buildCommand({
  docs: {
    brief: 'Delete everything that this project owns in the account',
    fullDescription: `Deletes every object with this project's mark, and nothing else. Protected resources stop it.
What is deleted is backed up first; \`dogma rollback FILE\` brings it back.

Examples:
  dogma destroy
  dogma destroy --account staging --yes`,
  },
  parameters: {
    flags: {
      account: flag.account,
      yes: flag.yes,
      format: flag.textOrJson,
      noTypeCheck: flag.noTypeCheck,
      verbose: flag.verbose,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const { account, ...rest } = flags
  const readFlags = { ...rest, ...(account !== undefined && { account: [account] }) }
  const reading = await startReading(this, readFlags)
  if (!reading.ok) return reportProblems(this, reading.problems, flags.format)
  const [name = ''] = reading.value.accounts
  const both = await readAccount(this, readFlags, reading.value, name)
  if (!both.ok) return reportProblems(this, both.problems, flags.format)
  try {
    const result = destroyPlanOf(planInput(both.value, true))
    if (!result.ok) return reportProblems(this, result.diagnostics, flags.format)
    const { warnings } = both.value
    const question = `Delete all of these in ${name}?`
    const options = { ...flags, question, warnings, stop: this.onInterrupt() }
    const done = await carryOut(this, both.value.account, result.plan, options)
    if (flags.format === 'json') this.process.stdout.write(resultsJson([done.data], false))
    this.process.exitCode = done.exitCode
  } finally {
    await both.value.close()
  }
}
