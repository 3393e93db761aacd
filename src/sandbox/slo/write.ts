import type { Account } from '../account.js'
import { sloId } from '../identifiers.js'
import type { JsonObject } from '../json.js'
import { arrayOf, isArray, isObject, objectOf, omit, textOf } from '../json.js'
import { PERSON } from '../people.js'
import { epochSeconds } from '../times.js'
import { SLO_TYPE_IDS } from './check.js'
import { countOfQuery, queryOfCount } from './count-specification.js'
import { primaryWindow, storedThresholds } from './thresholds.js'

const CREATOR: JsonObject = omit(PERSON, new Set(['id']))
const TIME_SLICE_SECONDS = 300

/** Everything of an SLO that its body decides; a PUT replaces all of it. */
function writtenFields(body: JsonObject, type: string): JsonObject {
  const thresholds = storedThresholds(body.thresholds)
  return {
    name: textOf(body.name),
    tags: arrayOf(body.tags),
    // Documented as the tags of the SLO's monitors, but empty in every recorded answer, tagged monitors or not (7/7).
    monitor_tags: [],
    thresholds,
    type,
    type_id: SLO_TYPE_IDS.get(type) ?? null,
    description: textOf(body.description),
    ...primaryWindow(body, thresholds),
    ...sourceFields(body, type),
    ...(arrayOf(body.groups).length > 0 ? { groups: body.groups! } : {}),
  }
}

function sourceFields(body: JsonObject, type: string): JsonObject {
  if (type === 'monitor') return isArray(body.monitor_ids) ? { monitor_ids: body.monitor_ids } : {}
  const specification = objectOf(body.sli_specification)
  if (type === 'time_slice') {
    const slice = { query_interval_seconds: TIME_SLICE_SECONDS, ...objectOf(specification.time_slice) }
    return { sli_specification: { time_slice: slice } }
  }
  if (isObject(specification.count)) {
    return {
      query: queryOfCount(specification.count),
      sli_specification: { count: specification.count },
    }
  }
  const query = objectOf(body.query)
  return { query, sli_specification: { count: countOfQuery(query) } }
}

/** A new SLO with its id, times and creator. */
export function newSlo(body: JsonObject, type: string, account: Account): JsonObject {
  const now = epochSeconds(account.clock())
  const id = sloId(account.store.next('slo'))
  return { id, ...writtenFields(body, type), creator: CREATOR, created_at: now, modified_at: now }
}

/** A PUT: the body replaces everything that a client writes. */
export function changedSlo(before: JsonObject, body: JsonObject, type: string, account: Account): JsonObject {
  const { id, creator, created_at: created } = before
  const modified = epochSeconds(account.clock())
  return {
    id: id ?? null,
    ...writtenFields(body, type),
    creator: creator ?? null,
    created_at: created ?? null,
    modified_at: modified,
  }
}
