import { buildCommand } from '@stricli/core'
import type { Context } from '../context.js'
import * as flag from '../flags.js'
import type { PlanAccountsFlags } from '../plan-accounts.js'
import { startReading } from '../start-reading.js'

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

async function run(this: Context, flags: PlanAccountsFlags): Promise<void> {
  const reading = await startReading(this, flags)
  // All that compares and tells is loaded while the definitions are bundled.
  const { planAccounts } = await import('../plan-accounts.js')
  await planAccounts(this, flags, reading)
}
