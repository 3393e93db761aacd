import type { AccountError } from '../account/index.js'
import type { Change } from '../plan/index.js'
import { markOf } from '../wire/index.js'
import { explainApiError } from './explain-error.js'
import { oldestByMark } from './find-marked.js'
import type { Run } from './run.js'

/** Equal dashboards are taken by the account too; nothing refers to them, so one look at the end is enough. */
export async function checkForAnotherRun(run: Run): Promise<void> {
  const made = run.plan.changes.filter(
    ({ kind, action, address }) => kind === 'dashboard' && action === 'create' && run.written.has(address),
  )
  if (made.length === 0) return
  const listed = await run.account.list('dashboard', { wantsDetails: () => false })
  if (!listed.ok) return
  const { project } = run.plan
  const others = oldestByMark(listed.value)
  for (const change of made) {
    const id = run.written.get(change.address)!
    const oldest = others.get(markOf(project, change.key))
    if (oldest === undefined || oldest.id === id) continue
    run.anotherRun = true
    const taken = await run.account.delete(change.kind, id)
    run.written.delete(change.address)
    const failure = explainApiError(taken.ok ? anotherRunError(change) : taken.error, change)
    run.failures.set(change.address, failure)
    run.tell({ kind: 'failed', change, step: 'write', failure })
  }
}

/** The error of a change whose object another run made first. */
export function anotherRunError(change: Change): AccountError {
  const message = `Another run created \`${change.address}\` at the same time; its object stays, ours was taken back.`
  return { code: 'conflict', messages: [message], request: { method: 'POST', path: change.kind } }
}
