import type { Account, Outcome } from '../account/index.js'
import { type Change, checkDeletions, type Plan } from '../plan/index.js'
import { checkForAnotherRun } from './another-run.js'
import type { ApplyOutcome, Step } from './event.js'
import { explainApiError } from './explain-error.js'
import { type ApplyOptions, isStopped, type Run, resultOf, startRun } from './run.js'
import { runTasks, type Task } from './scheduler.js'
import { unreadableAccount, verifyPlan } from './verify.js'
import { removeObject, write } from './write.js'

/**
 * Does what a plan says, and nothing else. Independent changes go on after a failure; what depends on a failed one is
 * skipped. Applying again finishes what was left, also after the process was killed.
 *
 * @example
 * const outcome = await apply(plan, account, { allowDelete: 1, onEvent: event => log(event) })
 */
export async function apply(plan: Plan, account: Account, options: ApplyOptions = {}): Promise<ApplyOutcome> {
  const refused = checkDeletions(plan, options.allowDelete ?? 0)
  if (refused.length > 0) return { ok: false, diagnostics: refused }
  if (options.verify) {
    const moved = await verifyPlan(plan, account)
    if (!moved.ok) return { ok: false, diagnostics: [unreadableAccount(plan.account, moved.error)] }
    if (moved.value.length > 0) return { ok: false, diagnostics: moved.value }
  }
  const run = startRun(plan, account, options)
  const concurrency = options.concurrency ?? 16
  await runTasks(
    plan.changes.filter(isWrite).map(change => writeTask(run, change)),
    concurrency,
    () => isStopped(run),
  )
  await checkForAnotherRun(run)
  const removals = plan.changes.filter(isRemoval).map(change => removalTask(run, change))
  await runTasks(removals, concurrency, () => isStopped(run))
  return { ok: true, result: resultOf(run) }
}

function isWrite({ action }: Change): boolean {
  return action !== 'delete'
}

function isRemoval({ action }: Change): boolean {
  return action === 'delete' || action === 'replace'
}

function writeTask(run: Run, change: Change): Task {
  return {
    id: change.address,
    after: change.dependsOn,
    run: () => perform(run, change, 'write', () => write(run, change)),
    drop: because => skip(run, change, 'write', because),
  }
}

function removalTask(run: Run, change: Change): Task {
  const after = change.removedAfter ?? []
  const unwritten = [change.address, ...after].find(
    address => run.failures.has(address) || run.skips.has(address),
  )
  const remove = () => perform(run, change, 'remove', () => removeObject(run, change))
  const drop = (because: string | undefined) => skip(run, change, 'remove', because)
  if (unwritten === undefined) return { id: change.address, after, run: remove, drop }
  return {
    id: change.address,
    after,
    drop,
    run: () => {
      drop(unwritten)
      return Promise.resolve(false)
    },
  }
}

async function perform(
  run: Run,
  change: Change,
  step: Step,
  work: () => Promise<Outcome<string>>,
): Promise<boolean> {
  run.tell({ kind: 'started', change, step })
  const outcome = await work()
  if (!outcome.ok) {
    const failure = explainApiError(outcome.error, change, run.options.checkDefinition)
    run.failures.set(change.address, failure)
    run.tell({ kind: 'failed', change, step, failure })
    return false
  }
  if (step === 'write') run.written.set(change.address, outcome.value)
  else run.removed.add(change.address)
  run.tell({ kind: 'done', change, step, id: outcome.value })
  return true
}

function skip(run: Run, change: Change, step: Step, because: string | undefined): void {
  const stopped = run.anotherRun ? 'Another run is applying to the same account.' : 'The run was stopped.'
  const reason = because === undefined ? stopped : `\`${because}\` was not done.`
  // A replacement whose new object could not be made is told once.
  if (run.skips.has(change.address) || run.failures.has(change.address)) return
  run.skips.set(change.address, reason)
  run.tell({ kind: 'skipped', change, step, because: reason })
}
