import type { Account } from '../account.js'
import { isShown } from '../dated-fields.js'
import { monitorId } from '../identifiers.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, isObject, objectOf, textOf } from '../json.js'
import { ORGANISATION_ID, PERSON } from '../people.js'
import { isoMicroseconds, wholeSecondMilliseconds } from '../times.js'
import { defaultName } from './default-name.js'
import { storedOptions, storedType } from './option-defaults.js'
import { isGrouped } from './query-facts.js'

/** Text is trimmed at its ends only; anything else is left for the checks to refuse. */
function trimmed(value: Json): Json {
  return typeof value === 'string' ? value.trim() : value
}

/** The fields that a client writes, as the server keeps them. Other fields of the body are dropped. */
export function writtenFields(body: JsonObject, account: Account): JsonObject {
  const query = trimmed(body.query ?? '')
  const sentType = textOf(body.type)
  const sent = objectOf(body.options)
  const locked: JsonObject = isShown('locked in the options of a monitor', account) ? { locked: false } : {}
  const options = storedOptions({ ...locked, ...sent }, sentType)
  const name = trimmed(body.name ?? null)
  return {
    type: storedType(sentType, textOf(query), options),
    name: name === null ? defaultName(sentType, textOf(query)) : name,
    message: trimmed(body.message ?? ''),
    tags: body.tags ?? [],
    query,
    options,
    multi: sentType !== 'composite' && isGrouped(textOf(query)),
    priority: body.priority === 0 ? null : (body.priority ?? null),
    restricted_roles: body.restricted_roles ?? null,
    draft_status: body.draft_status ?? 'published',
    assets: arrayOf(body.assets).filter(isObject).map(storedAsset),
  }
}

const ASSET_DEFAULTS: JsonObject = {
  template_variables: {},
  options: {},
  resource_key: null,
  resource_type: null,
}

function storedAsset(asset: JsonObject): JsonObject {
  return { ...ASSET_DEFAULTS, ...asset }
}

/** A new monitor with its id, times and creator. */
export function newMonitor(body: JsonObject, account: Account): JsonObject {
  const now = account.clock()
  return {
    id: monitorId(account.store.next('monitor')),
    org_id: ORGANISATION_ID,
    ...writtenFields(body, account),
    created_at: wholeSecondMilliseconds(now),
    created: isoMicroseconds(now),
    modified: isoMicroseconds(now),
    deleted: null,
    overall_state_modified: null,
    overall_state: 'No Data',
    creator: PERSON,
  }
}

const WRITABLE = [
  'type',
  'name',
  'message',
  'tags',
  'query',
  'options',
  'priority',
  'restricted_roles',
  'draft_status',
  'assets',
] as const

/** A PUT: fields that are not sent keep their value, `options` is replaced as a whole. */
export function changedMonitor(before: JsonObject, body: JsonObject, account: Account): JsonObject {
  const merged = Object.fromEntries(
    WRITABLE.map(field => [field, body[field] ?? keptField(before, body, field)]),
  )
  return { ...before, ...writtenFields(merged, account), modified: isoMicroseconds(account.clock()) }
}

/** Null clears a field that may be empty; elsewhere it counts as not sent. */
function keptField(before: JsonObject, body: JsonObject, field: string): Json {
  const isCleared = body[field] === null && (field === 'priority' || field === 'restricted_roles')
  return isCleared ? null : (before[field] ?? null)
}
