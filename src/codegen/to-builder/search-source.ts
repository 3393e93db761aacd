import { optionName } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, callOf, jsonLiteral, namedLiteral, objectOf } from '../code/index.js'
import { eventSearch, productType } from './event-search.js'
import { hasOnly } from './has-only.js'

/** `log('…')`, or `eventVariable('logs', { … })` where there is more to say. */
export function searchSource(definition: JsonObject): Code | undefined {
  return eventSearch(definition) ?? eventVariable(definition)
}

function eventVariable(definition: JsonObject): Code | undefined {
  const { data_source: source, group_by: groups, compute, indexes, search, storage, ...extra } = definition
  const text = isJsonObject(search) && hasOnly(search, ['query']) ? search.query : search
  const isTyped =
    productType(source) !== undefined &&
    (groups === undefined || (Array.isArray(groups) && groups.every(isGroup))) &&
    isCompute(compute, ['aggregation', 'metric', 'interval', 'name', 'source']) &&
    (indexes === undefined || (Array.isArray(indexes) && indexes.every(isText))) &&
    isOptional(text) &&
    isOptional(storage)
  if (!isTyped) return undefined
  const members = { search: text, compute, group_by: groups, indexes, storage }
  const options = Object.entries(members).map(
    ([name, value]) => [optionName(name), value === undefined ? undefined : namedLiteral(value)] as const,
  )
  const more = Object.keys(extra).length === 0 ? undefined : jsonLiteral(extra)
  return callOf('eventVariable', String(source), objectOf([...options, ['extra', more]]))
}

function isText(value: Json): value is string {
  return typeof value === 'string'
}

function isOptional(value: Json | undefined): boolean {
  return value === undefined || isText(value)
}

function isGroup(group: Json): boolean {
  return (
    isJsonObject(group) &&
    typeof group.facet === 'string' &&
    hasOnly(group, ['facet', 'limit', 'sort', 'should_exclude_missing', 'source']) &&
    typeof (group.limit ?? 0) === 'number' &&
    typeof (group.should_exclude_missing ?? true) === 'boolean' &&
    typeof (group.source ?? '') === 'string' &&
    (group.sort === undefined || isSort(group.sort))
  )
}

function isSort(sort: Json): boolean {
  const { order = 'asc' } = isJsonObject(sort) ? sort : {}
  return isCompute(sort, ['aggregation', 'metric', 'order']) && (order === 'asc' || order === 'desc')
}

const aggregations: ReadonlySet<Json | undefined> = new Set(
  'count cardinality median pc75 pc90 pc95 pc98 pc99 sum min max avg'.split(' '),
)

function isCompute(compute: Json | undefined, fields: readonly string[]): boolean {
  return (
    isJsonObject(compute) &&
    hasOnly(compute, fields) &&
    aggregations.has(compute.aggregation) &&
    ['metric', 'name', 'source'].every(field => typeof (compute[field] ?? '') === 'string') &&
    typeof (compute.interval ?? 0) === 'number'
  )
}
