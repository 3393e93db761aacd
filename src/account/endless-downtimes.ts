import { isJsonObject, type JsonObject } from '../model/index.js'
import type { Account } from './account.js'
import { type Outcome, succeeded } from './outcome.js'
import { readList } from './read-list.js'

/** A downtime that mutes now and has no end. */
export interface EndlessDowntime {
  readonly id: string
  /** What it mutes of the groups of a monitor: `*`, `env:staging`. */
  readonly scope: string
  /** The one monitor that it is about, or the tags that a monitor must have all; `*` stands for any. */
  readonly monitor: { readonly id: string } | { readonly tags: readonly string[] }
}

/**
 * The downtimes that are active and will not end by themselves. Recurring ones end every time.
 * https://docs.datadoghq.com/api/latest/downtimes/#get-all-downtimes
 */
export async function readEndlessDowntimes(account: Account): Promise<Outcome<readonly EndlessDowntime[]>> {
  const items = await readList(account, {
    path: '/api/v2/downtime?current_only=true',
    pages: { query: (_, read) => `page[limit]=100&page[offset]=${read}` },
  })
  return items.ok ? succeeded(items.value.flatMap(item => endless(item) ?? [])) : items
}

function endless({ id, attributes }: JsonObject): EndlessDowntime | undefined {
  if (typeof id !== 'string' || !isJsonObject(attributes)) return undefined
  const { schedule, scope, status, monitor_identifier: target } = attributes
  const isActive = status === undefined || status === 'active'
  const isOnce = isJsonObject(schedule) && schedule.recurrences === undefined
  if (!isActive || !isOnce || (schedule.end ?? null) !== null) return undefined
  const monitor = isJsonObject(target) ? monitorIn(target) : undefined
  return monitor && { id, scope: typeof scope === 'string' ? scope : '*', monitor }
}

function monitorIn({
  monitor_id: id,
  monitor_tags: tags,
}: JsonObject): EndlessDowntime['monitor'] | undefined {
  if (typeof id === 'number') return { id: String(id) }
  const texts = Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string') : []
  return texts.length === 0 ? undefined : { tags: texts }
}
