import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { uuid } from '../identifiers.js'
import type { JsonObject } from '../json.js'
import { objectOf, pick, textOf } from '../json.js'
import { bodyOf, type Call, isFlagSet, listOf, numberOf, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'
import type { Directory } from './directory.js'

/** The routes of one collection: list, create, read, change, delete. */
export function directoryRoutes(directory: Directory): readonly Route[] {
  const { path, changedBy } = directory
  const one = `${path}/:id`
  return [
    { method: 'GET', path, handle: (call, account) => list(directory, call, account) },
    { method: 'POST', path, handle: (call, account) => create(directory, call, account) },
    { method: 'GET', path: one, handle: (call, account) => read(directory, call, account) },
    ...(changedBy === undefined
      ? []
      : [
          {
            method: changedBy,
            path: one,
            handle: (call: Call, account: Account) => change(directory, call, account),
          },
        ]),
    { method: 'DELETE', path: one, handle: (call, account) => remove(directory, call, account) },
  ]
}

const LARGEST_PAGE = 100

function list(directory: Directory, call: Call, account: Account): Answer {
  const found = everything(directory, account).filter(each => isWanted(each, call))
  const { pages } = directory
  if (pages === undefined) return ok({ data: found })
  const size = Math.min(numberOf(call, pages.size, pages.fallback), LARGEST_PAGE)
  const start = numberOf(call, pages.number, 0) * size
  const meta = { page: { total_count: found.length, total_filtered_count: found.length } }
  return ok({ data: found.slice(start, start + size).map(each => listed(each, call)), meta })
}

function everything({ collection, present }: Directory, account: Account): readonly JsonObject[] {
  return [...(present ?? []), ...account.store.all(collection)]
}

function isWanted({ type, attributes }: JsonObject, call: Call): boolean {
  const { status, published } = objectOf(attributes)
  const statuses = listOf(call, 'filter[status]')
  if (statuses.length > 0 && !statuses.includes(textOf(status))) return false
  return type !== 'workflows' || published === true || isFlagSet(call, 'filter[includeUnpublished]')
}

/** A listing of workflows leaves out their specifications unless it is asked for them. */
function listed(item: JsonObject, call: Call): JsonObject {
  if (item.type !== 'workflows' || isFlagSet(call, 'filter[includeSpecs]')) return item
  return { ...item, attributes: { ...objectOf(item.attributes), spec: null } }
}

function sentIn({ writable }: Directory, call: Call): JsonObject {
  return pick(objectOf(objectOf(bodyOf(call).data).attributes), writable)
}

function refusalOf(
  directory: Directory,
  attributes: JsonObject,
  id: string | undefined,
  account: Account,
): Answer | undefined {
  const missing = directory.required.find(name => textOf(attributes[name]) === '')
  if (missing !== undefined) return refuse(400, `'${missing}' is a required property`)
  const isTaken = everything(directory, account).some(
    other => other.id !== id && objectOf(other.attributes)[directory.unique] === attributes[directory.unique],
  )
  return isTaken ? refuse(409, `${directory.unique} already exists`) : undefined
}

function create(directory: Directory, call: Call, account: Account): Answer {
  const sent = sentIn(directory, call)
  const refusal = refusalOf(directory, sent, undefined, account)
  if (refusal !== undefined) return refusal
  const { collection, type } = directory
  const id = uuid(collection, account.store.next(collection))
  const now = isoMicroseconds(account.clock())
  const times = type === 'users' || type === 'team' ? { created_at: now, modified_at: now } : {}
  const data = { type, id, attributes: { ...sent, ...directory.added?.(sent), ...times } }
  account.store.put(collection, id, data)
  return { status: 201, body: { data } }
}

function found(
  { collection, present }: Directory,
  call: Call,
  account: Account,
  answer: (item: JsonObject, id: string) => Answer,
): Answer {
  const id = param(call, 'id')
  const item = account.store.get(collection, id) ?? present?.find(each => each.id === id)
  return item === undefined ? refuse(404, 'Not Found') : answer(item, id)
}

function read(directory: Directory, call: Call, account: Account): Answer {
  return found(directory, call, account, data => ok({ data }))
}

function change(directory: Directory, call: Call, account: Account): Answer {
  return found(directory, call, account, (before, id) => {
    const sent = sentIn(directory, call)
    const attributes = { ...objectOf(before.attributes), ...sent }
    const refusal = refusalOf(directory, attributes, id, account)
    if (refusal !== undefined) return refusal
    const status = typeof sent.disabled === 'boolean' ? { status: sent.disabled ? 'Disabled' : 'Active' } : {}
    const data = { ...before, attributes: { ...attributes, ...status } }
    account.store.put(directory.collection, id, data)
    return ok({ data })
  })
}

function remove(directory: Directory, call: Call, account: Account): Answer {
  return found(directory, call, account, (before, id) => {
    const { collection, afterDelete } = directory
    if (afterDelete === undefined) account.store.remove(collection, id)
    else
      account.store.put(collection, id, { ...before, attributes: afterDelete(objectOf(before.attributes)) })
    return noContent
  })
}
