import type { AccountError } from '../account/index.js'
import type { Change } from '../plan/index.js'
import { markOf } from '../wire/index.js'
import { explainApiError } from './explain-error.js'
import { oldestByMark } from './find-marked.js'
import type { Run } from './run.js'

/**
 * Looks once, after everything was written, whether another run made the same objects at the same time. Where its object is
 * older, ours is taken back. (The account itself refuses a monitor that is equal in everything; this is for the others.)
 */
export async function checkForAnotherRun(run: Run): Promise<void> {
  for (const kind of ['monitor', 'dashboard'] as const) {
    const made = run.plan.changes.filter(change => change.kind === kind && run.created.has(change.address))
    if (made.length === 0) continue
    const listed = await run.account.list(kind, { wantsDetails: () => false })
    if (!listed.ok) continue
    const oldest = oldestByMark(listed.value)
    for (const change of made) {
      const other = oldest.get(markOf(run.plan.project, change.key))
      if (other !== undefined && other.id !== run.written.get(change.address)) await takeBack(run, change)
    }
  }
}

async function takeBack(run: Run, change: Change): Promise<void> {
  run.anotherRun = true
  const taken = await run.account.delete(change.kind, run.written.get(change.address) ?? '')
  run.written.delete(change.address)
  const failure = explainApiError(taken.ok ? anotherRunError(change) : taken.error, change)
  run.failures.set(change.address, failure)
  run.tell({ kind: 'failed', change, step: 'write', failure })
}

/** The error of a change whose object another run made first. */
export function anotherRunError(change: Change): AccountError {
  const message = `Another run created \`${change.address}\` at the same time; its object stays, ours was taken back.`
  return { code: 'conflict', messages: [message], request: { method: 'POST', path: change.kind } }
}
