import type { Json, JsonObject } from './json.js'
import { arrayOf, isArray, isObject, textOf } from './json.js'
import { composedIds } from './monitor/composite-query.js'
import { readSloQuery } from './monitor/slo-query.js'
import type { Collection, Store } from './storage/store.js'

/** Something that another object needs. */
export type Target = `monitor:${string}` | `slo:${string}`

/** Who uses what, kept up to date with every change of the store. */
export interface References {
  /** Ids of the objects of a kind that use the target, in the order in which they began to. */
  usersOf(target: Target, by: Collection): readonly string[]
}

/** Starts an index of references; it follows the store from now on. */
export function indexReferences(store: Store): References {
  const users = new Map<Target, Set<string>>()
  const follow = (collection: Collection, targetsOf: (object: JsonObject) => readonly Target[]) => {
    store.watch(collection, (id, before, after) => {
      const user = `${collection}:${id}`
      if (before) for (const target of targetsOf(before)) forget(users, target, user)
      if (after) for (const target of targetsOf(after)) remember(users, target, user)
    })
  }
  follow('monitor', monitorTargets)
  follow('slo', slo => arrayOf(slo.monitor_ids).map(id => `monitor:${String(id)}` as const))
  follow('dashboard', dashboardTargets)
  return {
    usersOf(target, by) {
      const prefix = `${by}:`
      return [...(users.get(target) ?? [])]
        .filter(user => user.startsWith(prefix))
        .map(user => user.slice(prefix.length))
    },
  }
}

function remember(users: Map<Target, Set<string>>, target: Target, user: string): void {
  const known = users.get(target)
  if (known) known.add(user)
  else users.set(target, new Set([user]))
}

function forget(users: Map<Target, Set<string>>, target: Target, user: string): void {
  const known = users.get(target)
  known?.delete(user)
  if (known?.size === 0) users.delete(target)
}

function monitorTargets(monitor: JsonObject): readonly Target[] {
  const query = textOf(monitor.query)
  if (monitor.type === 'composite') return composedIds(query).map(id => `monitor:${id}` as const)
  if (monitor.type !== 'slo alert') return []
  const read = readSloQuery(query)
  return read ? [`slo:${read.sloId}`] : []
}

/** SLOs of `slo` widgets and of `slo` queries, however deep they lie in groups. */
function dashboardTargets(dashboard: JsonObject): readonly Target[] {
  const found = new Set<Target>()
  const search = (value: Json): void => {
    if (isArray(value)) for (const item of value) search(item)
    else if (isObject(value)) {
      if (typeof value.slo_id === 'string') found.add(`slo:${value.slo_id}`)
      for (const item of Object.values(value)) search(item)
    }
  }
  search(dashboard.widgets ?? null)
  return [...found]
}
