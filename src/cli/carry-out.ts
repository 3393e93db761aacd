import type { Account } from '../account/index.js'
import { type ApplyEvent, type ApplyResult, apply } from '../apply/index.js'
import { countDeletions, type ExpectedCounts, type Plan } from '../plan/index.js'
import { openBackup } from './backup.js'
import { confirms } from './confirm.js'
import type { Context } from './context.js'
import { exitCode } from './exit-code.js'
import { startProgress } from './progress.js'
import { reportProblems } from './report.js'
import { applyJson, renderEvent, renderResult } from './views/apply.js'
import { planJson, renderPlan } from './views/plan.js'

export interface CarryOutOptions {
  readonly yes: boolean
  readonly format: 'text' | 'json'
  readonly question: string
  /** A plan from a file may be old: the account is checked against it first. */
  readonly isSaved?: boolean
}

/** Shows a plan, asks, does it, and tells how it went. Gives nothing where nothing was tried. */
export async function carryOut(
  context: Context,
  account: Account,
  plan: Plan,
  options: CarryOutOptions,
): Promise<ApplyResult | undefined> {
  const { format } = options
  if (format === 'text') context.process.stdout.write(renderPlan(plan, context.colours))
  if (plan.changes.length === 0) {
    if (format === 'json') context.process.stdout.write(planJson(plan))
    return undefined
  }
  if (!(await confirms(context, options.yes, options.question))) return undefined
  const backup = openBackup(context)
  const progress = await startProgress(context, 'Applying')
  let settled = 0
  const onEvent = (event: ApplyEvent): void => {
    if (event.kind !== 'started' && event.kind !== 'waiting') settled += 1
    progress.update(settled, Math.max(settled, plan.changes.length))
    if (!context.showsProgress) context.process.stderr.write(renderEvent(event))
  }
  const outcome = await apply(plan, account, {
    allowDelete: countDeletions(plan),
    verify: options.isSaved ?? false,
    signal: context.onInterrupt(),
    backup: backup.save,
    onEvent,
  })
  progress.stop()
  if (!outcome.ok) {
    reportProblems(context, outcome.diagnostics, format)
    return undefined
  }
  const { result } = outcome
  context.process.stdout.write(
    format === 'json' ? applyJson(plan, result) : renderResult(result, backup.path(), context.colours),
  )
  context.process.exitCode = exitCodeOf(result)
  return result
}

function exitCodeOf(result: ApplyResult): number {
  if (result.stopped === 'signal') return exitCode.interrupted
  return result.failed.length + result.skipped.length > 0 ? exitCode.failed : exitCode.done
}

/** How many objects of the project the account should list after a run. */
export function countsAfter(before: ExpectedCounts, result: ApplyResult): ExpectedCounts {
  const counts = { ...before }
  for (const { change } of result.done) {
    const step =
      change.action === 'delete' ? -1 : change.action === 'create' || change.action === 'adopt' ? 1 : 0
    counts[change.kind] = (counts[change.kind] ?? 0) + step
  }
  return counts
}
