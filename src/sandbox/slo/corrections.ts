import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { isShown } from '../dated-fields.js'
import { uuid } from '../identifiers.js'
import type { JsonObject } from '../json.js'
import { objectOf, omit, pick, textOf } from '../json.js'
import { CORRECTION_PERSON } from '../people.js'
import { bodyOf, type Call, numberOf, param, type Route } from '../route.js'
import { epochSeconds } from '../times.js'
import { sloNotFound } from './delete.js'

const CATEGORIES: ReadonlySet<string> = new Set([
  'Scheduled Maintenance',
  'Outside Business Hours',
  'Deployment',
  'Other',
])
const WRITABLE = [
  'slo_id',
  'slo_query',
  'start',
  'end',
  'description',
  'category',
  'timezone',
  'rrule',
  'duration',
]

/** https://docs.datadoghq.com/api/latest/service-level-objective-corrections/ */
export const CORRECTION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/slo/correction', handle: listCorrections },
  { method: 'POST', path: '/api/v1/slo/correction', handle: createCorrection },
  { method: 'GET', path: '/api/v1/slo/correction/:id', handle: readCorrection },
  { method: 'PATCH', path: '/api/v1/slo/correction/:id', handle: changeCorrection },
  { method: 'DELETE', path: '/api/v1/slo/correction/:id', handle: deleteCorrection },
  { method: 'GET', path: '/api/v1/slo/:id/corrections', handle: listCorrectionsOfSlo },
]

function attributesOf(call: Call): JsonObject {
  return pick(objectOf(objectOf(bodyOf(call).data).attributes), WRITABLE)
}

function notFound(id: string): Answer {
  return refuse(404, `slo correction public id ${id} not found`)
}

function check(attributes: JsonObject): string | undefined {
  if (!CATEGORIES.has(textOf(attributes.category))) return 'Invalid payload: category is not valid'
  const { start, end, rrule } = attributes
  if (typeof start !== 'number') return 'Invalid payload: must specify start'
  if (typeof rrule === 'string') return undefined
  return typeof end === 'number' && end > start ? undefined : 'Invalid payload: end must be after start'
}

function createCorrection(call: Call, account: Account): Answer {
  const sent = attributesOf(call)
  const slo = textOf(sent.slo_id)
  if (sent.slo_query === undefined && !account.store.get('slo', slo)) return sloNotFound(slo)
  const refusal = check(sent)
  if (refusal !== undefined) return refuse(400, refusal)
  const id = uuid('slo_correction', account.store.next('slo_correction'))
  const defaults = {
    slo_id: null,
    description: '',
    timezone: 'UTC',
    rrule: null,
    duration: null,
    end: null,
  }
  const people = { creator: CORRECTION_PERSON, modifier: null }
  const unread = { ...defaults, ...sent, created_at: null, modified_at: null, ...people }
  const now = epochSeconds(account.clock())
  const data = { type: 'correction', id, attributes: { ...unread, created_at: now, modified_at: now } }
  account.store.put('slo_correction', id, data)
  // The answer to the POST does not know its times yet.
  return ok({ data: shown({ ...data, attributes: unread }, account) })
}

const RECURRING: ReadonlySet<string> = new Set(['rrule', 'duration'])

function shown(data: JsonObject, account: Account): JsonObject {
  if (isShown('rrule and duration of a correction', account)) return data
  return { ...data, attributes: omit(objectOf(data.attributes), RECURRING) }
}

function readCorrection(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const data = account.store.get('slo_correction', id)
  return data ? ok({ data: shown(data, account) }) : notFound(id)
}

function changeCorrection(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const before = account.store.get('slo_correction', id)
  if (!before) return notFound(id)
  const merged = { ...objectOf(before.attributes), ...attributesOf(call) }
  const refusal = check(merged)
  if (refusal !== undefined) return refuse(400, refusal)
  const attributes = { ...merged, modified_at: epochSeconds(account.clock()), modifier: CORRECTION_PERSON }
  const data = { ...before, attributes }
  account.store.put('slo_correction', id, data)
  return ok({ data: shown(data, account) })
}

function deleteCorrection(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  if (!account.store.get('slo_correction', id)) return notFound(id)
  account.store.remove('slo_correction', id)
  return noContent
}

function listCorrections(call: Call, account: Account): Answer {
  // The newest comes first.
  const all = account.store
    .all('slo_correction')
    .reverse()
    .map(data => shown(data, account))
  const offset = numberOf(call, 'offset', 0)
  const data = all.slice(offset, offset + numberOf(call, 'limit', 25))
  return ok({ data, meta: { page: { total_count: all.length, total_filtered_count: data.length } } })
}

function listCorrectionsOfSlo(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  if (!account.store.get('slo', id)) return sloNotFound(id)
  const all = account.store.all('slo_correction').filter(item => objectOf(item.attributes).slo_id === id)
  const offset = numberOf(call, 'page[offset]', 0)
  const limit = numberOf(call, 'page[limit]', 10)
  const page = (at: number) => `${call.path}?page[offset]=${at}&page[limit]=${limit}`
  return ok({
    data: all.slice(offset, offset + limit).map(data => shown(data, account)),
    meta: { pagination: paginationOf(offset, limit, all.length) },
    links: {
      self: `${call.path}${call.search}`,
      last: null,
      next: page(offset + limit),
      prev: offset > 0 ? page(Math.max(0, offset - limit)) : null,
      first: page(0),
    },
  })
}

/** As recorded: `next_offset` always counts on, and `last_offset` stays 0. */
function paginationOf(offset: number, limit: number, total: number): JsonObject {
  return {
    offset,
    first_offset: 0,
    prev_offset: Math.max(0, offset - limit),
    next_offset: offset + limit,
    last_offset: 0,
    limit,
    type: 'offset_limit',
    total,
  }
}
