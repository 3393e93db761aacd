import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { isUuid, uuid } from '../identifiers.js'
import type { Json, JsonObject } from '../json.js'
import { isArray, objectOf, stringsOf, textOf } from '../json.js'
import { INCLUDED_PERSON, PERSON_LINK } from '../people.js'
import { shuffled } from '../random.js'
import { bodyOf, type Call, isFlagSet, listOf, numberOf, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'
import { isScheduleValid, statusOf, storedSchedule } from './schedule.js'

/** https://docs.datadoghq.com/api/latest/downtimes/ */
export const DOWNTIME_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v2/downtime', handle: listDowntimes },
  { method: 'POST', path: '/api/v2/downtime', handle: createDowntime },
  { method: 'GET', path: '/api/v2/downtime/:id', handle: readDowntime },
  { method: 'PATCH', path: '/api/v2/downtime/:id', handle: changeDowntime },
  { method: 'DELETE', path: '/api/v2/downtime/:id', handle: cancelDowntime },
  { method: 'GET', path: '/api/v2/monitor/:id/downtime_matches', handle: listMatches },
]

const WRITABLE: ReadonlySet<string> = new Set([
  'message',
  'monitor_identifier',
  'scope',
  'schedule',
  'display_timezone',
  'mute_first_recovery_notification',
  'notify_end_types',
  'notify_end_states',
])
const END_STATES = ['alert', 'no data', 'warn']

function attributesIn(call: Call): JsonObject {
  return objectOf(objectOf(bodyOf(call).data).attributes)
}

/** A scope is `*` or `key:value` joined by AND, OR, NOT and brackets. */
function isScopeValid(scope: Json | undefined): boolean {
  if (scope === '*') return true
  return typeof scope === 'string' && /^[^\s:]+:./.test(scope.replace(/^[\s(]*(?:NOT\s+|-|!)?[\s(]*/, ''))
}

function check(attributes: JsonObject): string | undefined {
  const unknown = Object.keys(attributes).find(key => !WRITABLE.has(key))
  if (unknown !== undefined) return `Additional properties are not allowed ('${unknown}' was unexpected)`
  if (attributes.scope !== undefined && !isScopeValid(attributes.scope)) return 'All values must have a key'
  return isScheduleValid(attributes.schedule) ? undefined : 'Invalid schedule'
}

function createDowntime(call: Call, account: Account): Answer {
  const sent = attributesIn(call)
  const refusal = check(sent) ?? (isScopeValid(sent.scope) ? undefined : 'All values must have a key')
  if (refusal !== undefined) return refuse(400, refusal)
  const now = account.clock()
  const id = uuid('downtime', account.store.next('downtime_v2'))
  const attributes = {
    message: sent.message ?? null,
    monitor_identifier: sent.monitor_identifier ?? { monitor_tags: ['*'] },
    scope: sent.scope!,
    schedule: storedSchedule(sent.schedule, now),
    display_timezone: textOf(sent.display_timezone) || 'UTC',
    mute_first_recovery_notification: sent.mute_first_recovery_notification ?? false,
    notify_end_types: isArray(sent.notify_end_types) ? sent.notify_end_types : ['expired'],
    notify_end_states: isArray(sent.notify_end_states) ? sent.notify_end_states : END_STATES,
    created: isoMicroseconds(now),
    modified: isoMicroseconds(now),
    canceled: null,
  }
  return stored(id, attributes, account)
}

function stored(id: string, attributes: JsonObject, account: Account): Answer {
  const downtime = { type: 'downtime', id, attributes }
  account.store.put('downtime', id, downtime)
  return ok({ data: related(shown(downtime, account), account), included: includedWith(attributes, account) })
}

/** A downtime as one read shows it; the server gives both lists of ends in random order. */
function shown(downtime: JsonObject, account: Account): JsonObject {
  const attributes = objectOf(downtime.attributes)
  return {
    ...downtime,
    attributes: {
      ...attributes,
      status: statusOf(attributes, account.clock()),
      notify_end_types: shuffled(stringsOf(attributes.notify_end_types), account.random),
      notify_end_states: shuffled(stringsOf(attributes.notify_end_states), account.random),
    },
  }
}

function monitorOf(attributes: JsonObject, account: Account): JsonObject | undefined {
  return account.store.get('monitor', String(objectOf(attributes.monitor_identifier).monitor_id))
}

function related(downtime: JsonObject, account: Account): JsonObject {
  const monitor = monitorOf(objectOf(downtime.attributes), account)
  const data = monitor ? { type: 'monitor', id: String(monitor.id) } : null
  return { ...downtime, relationships: { created_by: PERSON_LINK, monitor: { data } } }
}

function includedWith(attributes: JsonObject, account: Account): readonly JsonObject[] {
  const monitor = monitorOf(attributes, account)
  const named = {
    type: 'monitor',
    id: monitor?.id ?? null,
    attributes: { name: monitor?.name ?? null },
  }
  return monitor ? [INCLUDED_PERSON, named] : [INCLUDED_PERSON]
}

/** Hands the downtime of the id in the path to `answer`. */
function withDowntime(
  call: Call,
  account: Account,
  missing: string,
  answer: (downtime: JsonObject, id: string) => Answer,
): Answer {
  const id = param(call, 'id')
  if (!isUuid(id)) return refuse(400, 'Invalid URL param: downtime_id must be an uuid')
  const downtime = account.store.get('downtime', id)
  return downtime ? answer(downtime, id) : refuse(404, missing)
}

function readDowntime(call: Call, account: Account): Answer {
  return withDowntime(call, account, 'Downtime not found', downtime => {
    if (!call.query.has('include')) return ok({ data: shown(downtime, account) })
    const attributes = objectOf(downtime.attributes)
    return ok({
      data: related(shown(downtime, account), account),
      included: includedWith(attributes, account),
    })
  })
}

function changeDowntime(call: Call, account: Account): Answer {
  return withDowntime(call, account, 'Downtime not found', (downtime, id) => {
    const sent = attributesIn(call)
    const refusal = check(sent)
    if (refusal !== undefined) return refuse(400, refusal)
    const now = account.clock()
    const schedule = sent.schedule === undefined ? {} : { schedule: storedSchedule(sent.schedule, now) }
    const timezone = sent.display_timezone === '' ? { display_timezone: 'UTC' } : {}
    const before = objectOf(downtime.attributes)
    return stored(
      id,
      { ...before, ...sent, ...schedule, ...timezone, modified: isoMicroseconds(now) },
      account,
    )
  })
}

/** A canceled downtime stays readable. */
function cancelDowntime(call: Call, account: Account): Answer {
  return withDowntime(call, account, `Downtime ${param(call, 'id')} not found`, (downtime, id) => {
    const now = isoMicroseconds(account.clock())
    const attributes = { ...objectOf(downtime.attributes), canceled: now, modified: now }
    account.store.put('downtime', id, { ...downtime, attributes })
    return noContent
  })
}

function listDowntimes(call: Call, account: Account): Answer {
  const views = account.store.all('downtime').map(downtime => shown(downtime, account))
  const isListed = (downtime: JsonObject) => {
    const status = objectOf(downtime.attributes).status
    return status !== 'canceled' && (!isFlagSet(call, 'current_only') || status === 'active')
  }
  const found = views.filter(isListed)
  const offset = numberOf(call, 'page[offset]', 0)
  const page = found.slice(offset, offset + numberOf(call, 'page[limit]', 30))
  const meta = { page: { total_filtered_count: found.length } }
  if (listOf(call, 'include').length === 0) return ok({ data: page, meta })
  return ok({ data: page.map(downtime => related(downtime, account)), included: [INCLUDED_PERSON], meta })
}

/** Downtimes that name the monitor or its tags and are active now. */
function listMatches(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const monitor = account.store.get('monitor', id)
  if (!monitor) return refuse(404, `Monitor with id ${id} not found`)
  const matching = account.store.all('downtime').flatMap(downtime => {
    const attributes = objectOf(downtime.attributes)
    const target = objectOf(attributes.monitor_identifier)
    const own = stringsOf(monitor.tags)
    const isTagged = stringsOf(target.monitor_tags).some(tag => tag === '*' || own.includes(tag))
    const isMeant = target.monitor_id === monitor.id || isTagged
    if (!isMeant || statusOf(attributes, account.clock()) !== 'active') return []
    const { start, end } = objectOf(attributes.schedule)
    const match = { start: start ?? null, end: end ?? null, scope: attributes.scope ?? null, groups: [] }
    return [{ type: 'downtime_match', id: downtime.id ?? null, attributes: match }]
  })
  return ok({ data: matching, meta: { page: { total_filtered_count: matching.length } } })
}
