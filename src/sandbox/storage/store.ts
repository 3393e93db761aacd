import type { JsonObject } from '../json.js'

/** Every kind of object the account keeps, and its counters. */
export const COLLECTIONS = [
  'counter',
  'monitor',
  'slo',
  'slo_correction',
  'slo_report',
  'dashboard',
  'deleted_dashboard',
  'dashboard_list',
  'public_dashboard',
  'secure_embed',
  'downtime_v1',
  'downtime',
  'notification_rule',
  'policy',
  'template',
  'restriction_policy',
  'user',
  'team',
  'opsgenie_service',
  'ms_teams_tenant_handle',
  'ms_teams_workflow_handle',
  'servicenow_handle',
  'workflow',
  'slack_channel',
  'pagerduty_service',
  'webhook',
] as const

export type Collection = (typeof COLLECTIONS)[number]

/** One changed object; null means it is gone. */
export type Change = readonly [collection: Collection, id: string, value: JsonObject | null]

/** Called with the object before and after each change, to keep an index up to date. */
export type Watcher = (id: string, before: JsonObject | undefined, after: JsonObject | undefined) => void

/** The objects of the account, in the order in which they were made. */
export interface Store {
  get(collection: Collection, id: string): JsonObject | undefined
  all(collection: Collection): JsonObject[]
  entries(collection: Collection): IterableIterator<[string, JsonObject]>
  count(collection: Collection): number
  put(collection: Collection, id: string, value: JsonObject): void
  remove(collection: Collection, id: string): void
  /** The next number of a counter, from 1. */
  next(counter: string): number
  watch(collection: Collection, watcher: Watcher): void
  /** What changed since the last settle or undo. */
  pending(): readonly Change[]
  /** Keeps the pending changes. */
  settle(): void
  /** Takes the pending changes back. */
  undo(): void
}

interface Step {
  readonly collection: Collection
  readonly id: string
  readonly before: JsonObject | undefined
  readonly after: JsonObject | undefined
}

/** An empty store. Changes become visible at once and stay pending until `settle` or `undo`. */
export function createStore(): Store {
  const maps = new Map(COLLECTIONS.map(name => [name, new Map<string, JsonObject>()]))
  const watchers = new Map<Collection, Watcher[]>()
  let steps: Step[] = []
  const mapOf = (collection: Collection) => maps.get(collection)!

  function apply(collection: Collection, id: string, after: JsonObject | undefined): JsonObject | undefined {
    const map = mapOf(collection)
    const before = map.get(id)
    if (after) map.set(id, after)
    else map.delete(id)
    for (const watcher of watchers.get(collection) ?? []) watcher(id, before, after)
    return before
  }

  function change(collection: Collection, id: string, after: JsonObject | undefined): void {
    steps.push({ collection, id, before: apply(collection, id, after), after })
  }

  const store: Store = {
    get: (collection, id) => mapOf(collection).get(id),
    all: collection => [...mapOf(collection).values()],
    entries: collection => mapOf(collection).entries(),
    count: collection => mapOf(collection).size,
    put: (collection, id, value) => change(collection, id, value),
    remove: (collection, id) => change(collection, id, undefined),
    next(counter) {
      const count = Number(mapOf('counter').get(counter)?.value ?? 0) + 1
      change('counter', counter, { value: count })
      return count
    },
    watch: (collection, watcher) => {
      watchers.set(collection, [...(watchers.get(collection) ?? []), watcher])
    },
    pending: () => steps.map(step => [step.collection, step.id, step.after ?? null] as const),
    settle: () => {
      steps = []
    },
    undo: () => {
      for (const step of steps.reverse()) apply(step.collection, step.id, step.before)
      steps = []
    },
  }
  return store
}
