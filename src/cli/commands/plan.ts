import { buildCommand } from '@stricli/core'
import { countManaged, encodePlan } from '../../plan/index.js'
import type { Context } from '../context.js'
import { exitCode } from '../exit-code.js'
import * as flag from '../flags.js'
import { makePlan, type PlanFlags } from '../make-plan.js'
import { writeOutputFile } from '../output-files.js'
import { reportProblems } from '../report.js'
import { planJson, renderPlan } from '../views/plan.js'

interface Flags extends PlanFlags {
  readonly out?: string
  readonly detailedExitcode: boolean
  readonly format: 'text' | 'json'
}

export const plan = buildCommand({
  docs: {
    brief: 'Show what would change in the account',
    fullDescription: `Compares the definitions with the account and changes nothing. Needs keys that may read.

Examples:
  dogma plan
  dogma plan --account prod --out plan.json
  dogma plan --target monitor.api-latency
  dogma plan --detailed-exitcode   # exits with 2 when changes are pending`,
  },
  parameters: {
    flags: {
      account: flag.account,
      out: {
        kind: 'parsed',
        parse: String,
        brief: 'Also save the plan, for `dogma apply FILE`',
        placeholder: 'FILE',
        optional: true,
      },
      target: flag.target,
      detailedExitcode: flag.detailedExitcode,
      format: flag.textOrJson,
      trustListing: flag.trustListing,
      noTypeCheck: flag.noTypeCheck,
    },
  },
  func: run,
})

async function run(this: Context, flags: Flags): Promise<void> {
  const planned = await makePlan(this, flags)
  if (!planned.ok) return reportProblems(this, planned.problems, flags.format)
  const { plan, memory, live, close } = planned.value
  await memory?.save(countManaged(plan.project, live))
  await close()
  if (flags.out !== undefined) {
    const saved = await writeOutputFile(
      this.folder,
      flags.out,
      encodePlan({ ...plan, createdAt: this.now().toISOString() }),
    )
    if (!saved.ok) return reportProblems(this, saved.problems, flags.format)
  }
  this.process.stdout.write(flags.format === 'json' ? planJson(plan) : renderPlan(plan, this.colours))
  const pending = plan.changes.length > 0 && flags.detailedExitcode
  this.process.exitCode = pending ? exitCode.changesPending : exitCode.done
}
