import type { Account } from '../account.js'
import type { JsonObject } from '../json.js'
import { pick, stringsOf } from '../json.js'
import { epochSeconds } from '../times.js'

type Cover = readonly (readonly [scope: string, end: number | null])[]

/**
 * The scopes of a monitor that downtimes silence, each with its end (null: no end); undefined for none. Only downtimes of
 * v1 are shown, which is documented (https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor, `silenced`) and was
 * recorded; one that names the monitor is shown before it begins, one that picks monitors by their tags is not.
 */
export function silencedBy(account: Account, monitor: JsonObject): JsonObject | undefined {
  if (account.store.count('downtime_v1') === 0) return undefined
  const now = epochSeconds(account.clock())
  const scopes = account.store
    .all('downtime_v1')
    .filter(downtime => downtime.monitor_id !== null || hasBegun(downtime, now))
    .flatMap(downtime => coverOf(downtime, monitor, now))
  return scopes.length > 0 ? Object.fromEntries(scopes) : undefined
}

function hasBegun(downtime: JsonObject, now: number): boolean {
  return typeof downtime.start === 'number' && downtime.start <= now
}

/** Downtimes of v1 that cover a monitor now, as a read with `with_downtimes` shows them. */
export function matchingDowntimes(account: Account, monitor: JsonObject): readonly JsonObject[] {
  if (account.store.count('downtime_v1') === 0) return []
  const now = epochSeconds(account.clock())
  return account.store
    .all('downtime_v1')
    .filter(downtime => coverOf(downtime, monitor, now).length > 0)
    .map(downtime => ({
      ...pick(downtime, ['id', 'monitor_id', 'start', 'end', 'scope']),
      active: hasBegun(downtime, now),
      groups: ['total'],
    }))
}

function coverOf(downtime: JsonObject, monitor: JsonObject, now: number): Cover {
  const id = downtime.monitor_id
  const isMeant = id === null ? hasEveryTag(monitor, stringsOf(downtime.monitor_tags)) : id === monitor.id
  const end = typeof downtime.end === 'number' ? downtime.end : null
  if (downtime.canceled !== null || !isMeant || isOver(end, now)) return []
  return [[stringsOf(downtime.scope).join(','), end]]
}

function hasEveryTag(monitor: JsonObject, tags: readonly string[]): boolean {
  const own = stringsOf(monitor.tags)
  return tags.length > 0 && tags.every(tag => tag === '*' || own.includes(tag))
}

function isOver(end: number | null, now: number): boolean {
  return end !== null && end <= now
}
