import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { isShown } from '../dated-fields.js'
import { downtimeId, uuid } from '../identifiers.js'
import type { Json, JsonObject } from '../json.js'
import { isArray, isObject, omit, stringsOf, textOf } from '../json.js'
import { ORGANISATION_ID, PERSON } from '../people.js'
import { bodyOf, type Call, isFlagSet, param, type Route } from '../route.js'
import { epochSeconds } from '../times.js'

/** https://docs.datadoghq.com/api/latest/downtimes/ (the deprecated v1 part) */
export const DOWNTIME_V1_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/downtime', handle: listDowntimes },
  { method: 'POST', path: '/api/v1/downtime', handle: createDowntime },
  { method: 'POST', path: '/api/v1/downtime/cancel/by_scope', handle: cancelByScope },
  { method: 'GET', path: '/api/v1/downtime/:id', handle: readDowntime },
  { method: 'PUT', path: '/api/v1/downtime/:id', handle: changeDowntime },
  { method: 'DELETE', path: '/api/v1/downtime/:id', handle: cancelDowntime },
  { method: 'GET', path: '/api/v1/monitor/:id/downtimes', handle: listOfMonitor },
]

const RECURRENCE_TYPES: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'years', 'rrule'])
const WEEK_DAYS: ReadonlySet<string> = new Set(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])

function checkRecurrence(recurrence: Json | undefined): string | undefined {
  if (!isObject(recurrence)) return undefined
  if (!RECURRENCE_TYPES.has(textOf(recurrence.type))) return 'Invalid recurrence type'
  const days = recurrence.week_days
  if (isArray(days) && !days.every(day => WEEK_DAYS.has(textOf(day)))) {
    return 'Invalid set of days in week_days. Be sure that the first letter is capitalized.'
  }
  const hasBoth = isSet(recurrence.until_occurrences) && isSet(recurrence.until_date)
  return hasBoth ? 'You must provide only provide one of (until_occurrences, until_date)' : undefined
}

function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null
}

function scopeOf(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? value.split(',').map(part => part.trim()) : stringsOf(value)
}

function check(body: JsonObject): string | undefined {
  if (scopeOf(body.scope).length === 0) return 'Invalid scope parameter'
  return checkRecurrence(body.recurrence)
}

function recurrenceOf(value: Json | undefined): Json {
  if (!isObject(value)) return null
  // A rule says it all: beside it the server adds none of the older keys.
  if (value.type === 'rrule') return value
  return { type: null, period: 1, week_days: null, until_occurrences: null, until_date: null, ...value }
}

/** The fields that a client writes. */
function writtenFields(body: JsonObject, now: number): JsonObject {
  return {
    monitor_id: body.monitor_id ?? null,
    start: body.start ?? now,
    end: body.end ?? null,
    message: body.message ?? null,
    recurrence: recurrenceOf(body.recurrence),
    timezone: body.timezone ?? 'UTC',
    monitor_tags: isArray(body.monitor_tags) ? stringsOf(body.monitor_tags).toSorted() : ['*'],
    mute_first_recovery_notification: body.mute_first_recovery_notification ?? false,
    notify_end_types: body.notify_end_types ?? ['expired'],
    notify_end_states: body.notify_end_states ?? ['alert', 'no data', 'warn'],
    scope: scopeOf(body.scope),
    downtime_type: typeOf(body),
  }
}

/** 0 for every scope (`*`), 1 for one host, 2 for any other scope, several hosts among them: as recorded. */
function typeOf(body: JsonObject): number {
  const scope = scopeOf(body.scope)
  if (scope.includes('*')) return 0
  return scope.length === 1 && scope[0]!.startsWith('host:') ? 1 : 2
}

function createDowntime(call: Call, account: Account): Answer {
  const body = bodyOf(call)
  const refusal = check(body)
  if (refusal !== undefined) return refuse(400, refusal)
  const now = epochSeconds(account.clock())
  const count = account.store.next('downtime_v1')
  const downtime: JsonObject = {
    id: downtimeId(count),
    org_id: ORGANISATION_ID,
    canceled: null,
    created: now,
    modified: now,
    disabled: false,
    parent_id: null,
    child_id: null,
    creator_id: PERSON.id,
    updater_id: null,
    uuid: uuid('downtime_v1', count),
    ...writtenFields(body, now),
  }
  account.store.put('downtime_v1', String(downtime.id), downtime)
  return ok(shown(downtime, account))
}

/** The state follows from the clock. */
function shown(downtime: JsonObject, account: Account): JsonObject {
  const status = statusOf(downtime, epochSeconds(account.clock()))
  const hidden = [
    ...(isShown('uuid of a downtime of v1', account) ? [] : ['uuid']),
    ...(isShown('status of a downtime of v1', account) ? [] : ['status']),
    ...(isShown('notify_end of a downtime of v1', account) ? [] : ['notify_end_types', 'notify_end_states']),
    ...(isShown('mute_first_recovery_notification of a downtime of v1', account)
      ? []
      : ['mute_first_recovery_notification']),
  ]
  return omit({ ...downtime, active: status === 'active', status }, new Set(hidden))
}

function statusOf(downtime: JsonObject, now: number): string {
  if (downtime.canceled !== null) return 'canceled'
  if (typeof downtime.start === 'number' && downtime.start > now) return 'scheduled'
  const isOver = typeof downtime.end === 'number' && downtime.end <= now
  return isOver && downtime.recurrence === null ? 'ended' : 'active'
}

function readDowntime(call: Call, account: Account): Answer {
  const downtime = account.store.get('downtime_v1', param(call, 'id'))
  return downtime ? ok(shown(downtime, account)) : refuse(404, 'Downtime not found')
}

function changeDowntime(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const before = account.store.get('downtime_v1', id)
  if (!before) return refuse(404, 'Downtime not found')
  const merged = { ...before, ...bodyOf(call) }
  const refusal = check(merged)
  if (refusal !== undefined) return refuse(400, refusal)
  const now = epochSeconds(account.clock())
  const after = { ...before, ...writtenFields(merged, now), modified: now, updater_id: PERSON.id }
  account.store.put('downtime_v1', id, after)
  // The answer to a change does not know the uuid of the new version yet.
  return ok(shown({ ...after, uuid: null }, account))
}

function cancel(account: Account, downtime: JsonObject): void {
  const now = epochSeconds(account.clock())
  const after = { ...downtime, canceled: now, modified: now, disabled: true, updater_id: PERSON.id }
  account.store.put('downtime_v1', String(downtime.id), after)
}

/** Reading a canceled downtime still answers 200. */
function cancelDowntime(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const downtime = account.store.get('downtime_v1', id)
  if (!downtime) return refuse(404, `Downtime ${id} not found`)
  cancel(account, downtime)
  return noContent
}

function cancelByScope(call: Call, account: Account): Answer {
  const scope = scopeOf(bodyOf(call).scope).filter(part => part !== '')
  if (scope.length === 0) return refuse(400, 'Expected scope')
  const isNamed = (downtime: JsonObject) => {
    const own = stringsOf(downtime.scope)
    return (
      downtime.canceled === null && own.length === scope.length && own.every(part => scope.includes(part))
    )
  }
  const found = account.store.all('downtime_v1').filter(isNamed)
  if (found.length === 0) return refuse(404, 'No downtimes found')
  for (const downtime of found) cancel(account, downtime)
  return ok({ cancelled_ids: found.map(downtime => downtime.id ?? null) })
}

function listDowntimes(call: Call, account: Account): Answer {
  const all = account.store.all('downtime_v1').map(downtime => shown(downtime, account))
  const isListed = (downtime: JsonObject) => !isFlagSet(call, 'current_only') || downtime.active === true
  return ok(all.filter(isListed))
}

function listOfMonitor(call: Call, account: Account): Answer {
  const monitor = account.store.get('monitor', param(call, 'id'))
  if (!monitor) return refuse(404, 'Monitor not found')
  const all = account.store.all('downtime_v1').filter(downtime => downtime.monitor_id === monitor.id)
  return ok(all.map(downtime => shown(downtime, account)).filter(downtime => downtime.active === true))
}
