import type { Account } from '../account.js'
import type { JsonObject } from '../json.js'
import { objectOf, pick, stringsOf, textOf } from '../json.js'
import { epochSeconds } from '../times.js'

type Cover = readonly (readonly [scope: string, end: number | null])[]

/**
 * The scopes of a monitor that downtimes silence, each with its end (null: no end); undefined for none. A downtime
 * that has not begun yet counts too: the server was seen to show it.
 */
export function silencedBy(account: Account, monitor: JsonObject): JsonObject | undefined {
  if (account.store.count('downtime_v1') === 0 && account.store.count('downtime') === 0) return undefined
  const now = epochSeconds(account.clock())
  const scopes = [
    ...account.store.all('downtime_v1').flatMap(downtime => coverOfV1(downtime, monitor, now)),
    ...account.store
      .all('downtime')
      .flatMap(downtime => coverOfV2(objectOf(downtime.attributes), monitor, now)),
  ]
  return scopes.length > 0 ? Object.fromEntries(scopes) : undefined
}

/** Downtimes of v1 that cover a monitor now, as a read with `with_downtimes` shows them. */
export function matchingDowntimes(account: Account, monitor: JsonObject): readonly JsonObject[] {
  if (account.store.count('downtime_v1') === 0) return []
  const now = epochSeconds(account.clock())
  return account.store
    .all('downtime_v1')
    .filter(downtime => coverOfV1(downtime, monitor, now).length > 0)
    .map(downtime => ({
      ...pick(downtime, ['id', 'monitor_id', 'start', 'end', 'scope']),
      active: typeof downtime.start === 'number' && downtime.start <= now,
      groups: ['total'],
    }))
}

function coverOfV1(downtime: JsonObject, monitor: JsonObject, now: number): Cover {
  const id = downtime.monitor_id
  const isMeant = id === null ? hasEveryTag(monitor, stringsOf(downtime.monitor_tags)) : id === monitor.id
  const end = typeof downtime.end === 'number' ? downtime.end : null
  if (downtime.canceled !== null || !isMeant || isOver(end, now)) return []
  return [[stringsOf(downtime.scope).join(','), end]]
}

function coverOfV2(attributes: JsonObject, monitor: JsonObject, now: number): Cover {
  const target = objectOf(attributes.monitor_identifier)
  const id = target.monitor_id
  const isMeant = id === undefined ? hasEveryTag(monitor, stringsOf(target.monitor_tags)) : id === monitor.id
  const text = objectOf(attributes.schedule).end
  const end = typeof text === 'string' ? Math.floor(Date.parse(text) / 1000) : null
  if (attributes.canceled !== null || !isMeant || isOver(end, now)) return []
  return [[textOf(attributes.scope), end]]
}

function hasEveryTag(monitor: JsonObject, tags: readonly string[]): boolean {
  const own = stringsOf(monitor.tags)
  return tags.length > 0 && tags.every(tag => tag === '*' || own.includes(tag))
}

function isOver(end: number | null, now: number): boolean {
  return end !== null && end <= now
}
