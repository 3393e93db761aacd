import type { Account } from '../account/index.js'
import { type ApplyEvent, type ApplyResult, apply, type CheckDefinition } from '../apply/index.js'
import { checkDefinition } from '../check/index.js'
import { isJsonObject } from '../model/index.js'
import { type Change, countDeletions, type ExpectedCounts, type Plan } from '../plan/index.js'
import type { ProjectProblem } from '../project/index.js'
import { type Backup, openBackup } from './backup.js'
import { confirms } from './confirm.js'
import type { Context } from './context.js'
import { exitCode } from './exit-code.js'
import { startProgress } from './progress.js'
import { applyData, renderEvent, renderResult } from './views/plan/apply.js'
import { renderPlan } from './views/plan/text.js'
import { problemsData, renderProblems } from './views/problems.js'

export interface CarryOutOptions {
  readonly yes: boolean
  readonly format: 'text' | 'json'
  readonly question: string
  readonly stop: AbortSignal
  /** A plan from a file may be old: the account is checked against it first. */
  readonly isSaved?: boolean
  /** Told with the plan. */
  readonly warnings?: readonly ProjectProblem[]
}

/** How carrying out a plan ended. */
export interface CarriedOut {
  readonly exitCode: number
  /** What `--format json` prints. */
  readonly data: unknown
  /** Absent when nothing was tried. */
  readonly result?: ApplyResult
}

/** Shows a plan, asks, does it, and tells how it went. */
export async function carryOut(
  context: Context,
  account: Account,
  plan: Plan,
  options: CarryOutOptions,
): Promise<CarriedOut> {
  const { warnings = [], format } = options
  const shown = warnings.length === 0 ? plan : { ...plan, warnings: [...warnings, ...plan.warnings] }
  if (format === 'text') context.process.stdout.write(renderPlan(shown, context.colours))
  if (plan.changes.length === 0) return { exitCode: exitCode.done, data: shown }
  if (!(await confirms(context, options.yes, options.question)))
    return { exitCode: exitCode.failed, data: shown }
  const backup = openBackup(context, plan)
  const ready = await prepare(backup, plan)
  if (ready.length > 0) return refused(context, ready, format)
  const outcome = await run(context, account, plan, options, backup)
  await backup.close()
  if (!outcome.ok) return refused(context, outcome.diagnostics, format)
  const { result } = outcome
  if (format === 'text') context.process.stdout.write(renderResult(result, backup.path(), context.colours))
  return { exitCode: exitCodeOf(result), data: applyData(plan, result, backup.path()), result }
}

/** Only what exists already is backed up, so a plan that only creates needs no file. */
async function prepare(backup: Backup, plan: Plan): Promise<readonly ProjectProblem[]> {
  if (!plan.changes.some(({ id }) => id !== undefined)) return []
  const prepared = await backup.prepare()
  return prepared.ok ? [] : prepared.problems
}

async function run(
  context: Context,
  account: Account,
  plan: Plan,
  { isSaved = false, stop }: CarryOutOptions,
  backup: Backup,
) {
  const progress = await startProgress(context, 'Applying')
  let settled = 0
  let running = 0
  const onEvent = (event: ApplyEvent): void => {
    if (event.kind === 'started') running += 1
    if (event.kind === 'done' || event.kind === 'failed') running -= 1
    if (event.kind !== 'started' && event.kind !== 'waiting') settled += 1
    progress.update(settled, Math.max(settled, plan.changes.length))
    if (!context.showsProgress) context.process.stderr.write(renderEvent(event))
  }
  const onStop = () => {
    const calls = `${running} ${running === 1 ? 'change' : 'changes'}`
    context.process.stderr.write(
      `Stopping: ${calls} under way will be finished. Press Ctrl-C again to end at once.\n`,
    )
  }
  stop.addEventListener('abort', onStop, { once: true })
  try {
    return await apply(plan, account, {
      allowDelete: countDeletions(plan),
      verify: isSaved,
      signal: stop,
      backup: backup.save,
      checkDefinition: causesIn,
      onEvent,
    })
  } finally {
    stop.removeEventListener('abort', onStop)
    progress.stop()
  }
}

/** What is wrong in the definition of a monitor that the account refused; it often says no more than “query is invalid”. */
const causesIn: CheckDefinition = ({ kind, after }: Change) => {
  if (kind !== 'monitor' || typeof after?.type !== 'string' || typeof after.query !== 'string') return []
  const options = isJsonObject(after.options) ? { options: after.options } : {}
  const found = checkDefinition({ type: after.type, query: after.query, ...options })
  return found
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message, hint }) => ({
      message: path === undefined ? message : `\`${path.join('.')}\`: ${message}`,
      ...(hint !== undefined && { hint }),
    }))
}

function refused(context: Context, problems: readonly ProjectProblem[], format: string): CarriedOut {
  if (format === 'text') context.process.stderr.write(renderProblems(problems, context.colours))
  return { exitCode: exitCode.failed, data: problemsData(problems) }
}

function exitCodeOf(result: ApplyResult): number {
  if (result.stopped === 'signal') return exitCode.interrupted
  const isIncomplete = result.failed.length + result.skipped.length > 0 || result.stopped !== undefined
  return isIncomplete ? exitCode.failed : exitCode.done
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
