import type { Outcome } from '../account/index.js'
import { addressOf, type Definition, type JsonObject, resolveReferences } from '../model/index.js'
import type { Change } from '../plan/index.js'
import { createdAt, encodeMarked, type LiveObject, markOf } from '../wire/index.js'
import { anotherRunError } from './another-run.js'
import { createOnce } from './create.js'
import type { Run } from './run.js'

/** Does the writing part of a change; gives the id of the object that is the resource afterwards. */
export async function write(run: Run, change: Change): Promise<Outcome<string>> {
  const { kind, id } = change
  const body = resolved(run, change.after ?? {})
  if (change.action === 'create' || id === undefined) return createMarked(run, change, body)
  const saved = await backUp(run, change)
  if (!saved.ok) return saved
  if (change.action !== 'replace') return idOf(await run.account.update(kind, id, body))
  const retired = encodeMarked(kind, change.before ?? {}, {
    project: run.plan.project,
    key: change.key,
    replaced: true,
  })
  // First the old object gives up its mark: an interrupted replacement then never looks like a copied object.
  const marked = await run.account.update(kind, id, retired)
  return marked.ok ? createMarked(run, change, body) : marked
}

async function createMarked(run: Run, change: Change, body: JsonObject): Promise<Outcome<string>> {
  const mark = markOf(run.plan.project, change.key)
  const created = await createOnce(
    run.account,
    { kind: change.kind, body, mark },
    {
      sleep: run.sleep,
      onUnclear: () => run.tell({ kind: 'waiting', change, because: 'unclear-create' }),
    },
  )
  if (!created.ok) return created
  const { object, isOurs, isAnothers } = created.value
  if (isAnothers) run.anotherRun = true
  if (isOurs) run.created.add(change.address)
  return isOurs && change.kind === 'slo'
    ? yieldToOther(run, change, object, mark)
    : { ok: true, value: object.id }
}

function idOf(outcome: Outcome<LiveObject>): Outcome<string> {
  return outcome.ok ? { ok: true, value: outcome.value.id } : outcome
}

/**
 * SLOs are looked at at once, because others will refer to them, and the account takes equal ones. Where another run made
 * the same SLO, ours is taken back and the run stops. Times are whole seconds, so of two in one second neither is
 * older: both may be taken back then, and the next run makes one.
 */
async function yieldToOther(
  run: Run,
  change: Change,
  ours: LiveObject,
  mark: string,
): Promise<Outcome<string>> {
  const listed = await run.account.list(change.kind, { mark })
  const isOther = (object: LiveObject) => object.id !== ours.id && createdAt(object) <= createdAt(ours)
  if (!listed.ok || !listed.value.some(isOther)) return { ok: true, value: ours.id }
  run.anotherRun = true
  const taken = await run.account.delete(change.kind, ours.id)
  return taken.ok ? { ok: false, error: anotherRunError(change) } : taken
}

/** Deletes the old object of a change; gives its id. */
export async function removeObject(run: Run, change: Change): Promise<Outcome<string>> {
  const id = change.id ?? ''
  if (change.action === 'delete') {
    const saved = await backUp(run, change)
    if (!saved.ok) return saved
  }
  const outcome = await run.account.delete(change.kind, id)
  return outcome.ok ? { ok: true, value: id } : outcome
}

async function backUp(run: Run, change: Change): Promise<Outcome<void>> {
  const { kind, id, before } = change
  if (run.options.backup === undefined || id === undefined || before === undefined)
    return { ok: true, value: undefined }
  try {
    await run.options.backup({ kind, id, payload: before })
    return { ok: true, value: undefined }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const messages = [`The backup could not be written, so nothing was changed: ${text}`]
    return {
      ok: false,
      error: { code: 'aborted', messages, request: { method: 'PUT', path: `${kind}/${id}` } },
    }
  }
}

function resolved(run: Run, payload: JsonObject): JsonObject {
  return resolveReferences(payload as Definition, reference => run.written.get(addressOf(reference)))
}
