import { scalarAggregators } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, type CodeArgument, callOf, jsonLiteral, namedLiteral, objectOf } from '../code/index.js'
import { hasOnly } from './has-only.js'
import { metricCode } from './metric-code.js'
import { searchSource } from './search-source.js'

/** `augmented({ … })` and `filtered({ … })`; undefined where the builders would not give the same back. */
export function joinSource(type: string, definition: JsonObject): Code | undefined {
  switch (definition.data_source) {
    case 'aggregate_augmented_query':
      return augmented(type, definition)
    case 'aggregate_filtered_query':
      return filtered(type, definition)
    default:
      return undefined
  }
}

function augmented(type: string, definition: JsonObject): Code | undefined {
  const {
    base_query: base,
    augment_query: augment,
    join_condition: join,
    compute,
    group_by: groups,
  } = definition
  const isKnown = hasExactly(definition, [
    'data_source',
    'base_query',
    'augment_query',
    'join_condition',
    'compute',
    'group_by',
  ])
  const sides = [side(base), side(augment)] as const
  const on = isJsonObject(join) ? joinCode(join) : undefined
  if (!isKnown || sides[0] === undefined || sides[1] === undefined || on === undefined) return undefined
  const computed = namedList(compute)
  const grouped = namedList(groups)
  if (computed === undefined || grouped === undefined) return undefined
  return callOf(
    'augmented',
    objectOf([
      ['type', typeMember(type)],
      ['base', sides[0]],
      ['augment', sides[1]],
      ['on', on],
      ['compute', computed],
      ['groupBy', isEmptyList(groups) ? undefined : grouped],
    ]),
  )
}

function filtered(type: string, definition: JsonObject): Code | undefined {
  const { base_query: base, filter_query: filter, filters, compute, group_by: groups } = definition
  const isKnown = hasOnly(definition, [
    'data_source',
    'base_query',
    'filter_query',
    'filters',
    'compute',
    'group_by',
  ])
  const sides = [side(base), side(filter)] as const
  const on = Array.isArray(filters) && filters.every(isFilter) ? filters.map(filterCode) : undefined
  if (!isKnown || sides[0] === undefined || sides[1] === undefined || on === undefined) return undefined
  const computed = compute === undefined ? undefined : namedList(compute)
  const grouped = groups === undefined ? undefined : namedList(groups)
  if ((compute !== undefined && computed === undefined) || (groups !== undefined && grouped === undefined))
    return undefined
  return callOf(
    'filtered',
    objectOf([
      ['type', typeMember(type)],
      ['base', sides[0]],
      ['filter', sides[1]],
      ['on', jsonLiteral(on)],
      ['compute', computed],
      ['groupBy', grouped],
    ]),
  )
}

/** Joins are metric monitors unless they say otherwise; the account gives those either of two names. */
function typeMember(type: string): string | undefined {
  return type === 'query alert' || type === 'metric alert' ? undefined : type
}

/** `{ orgs: referenceTable('orgs', ['org_id']) }` */
function side(query: Json | undefined): Code | undefined {
  if (!isJsonObject(query)) return undefined
  const { name, ...definition } = query
  if (typeof name !== 'string' || !/^[A-Za-z_]\w*$/.test(name) || name === '__proto__') return undefined
  return objectOf([[name, sideCode(definition)]])
}

function sideCode(definition: JsonObject): CodeArgument {
  return (
    metricSide(definition) ??
    referenceTable(definition) ??
    searchSource(definition) ??
    callOf('rawQuery', jsonLiteral(definition))
  )
}

const metricBuilders: Readonly<Record<string, string>> = { metrics: 'metricQuery', cloud_cost: 'costQuery' }

/** A metric alone, or with the aggregator that its points become one number by. */
function metricSide({
  data_source: source,
  query,
  aggregator,
  ...rest
}: JsonObject): CodeArgument | undefined {
  const builder = metricBuilders[String(source)]
  const code = query === undefined ? undefined : metricCode(query)
  if (builder === undefined || code === undefined || Object.keys(rest).length > 0) return undefined
  if (aggregator === undefined) return source === 'metrics' ? code : callOf(builder, code)
  const isKnown = (scalarAggregators as readonly unknown[]).includes(aggregator)
  return isKnown ? callOf(builder, code, objectOf([['aggregator', String(aggregator)]])) : undefined
}

function referenceTable(definition: JsonObject): Code | undefined {
  const { data_source: source, table_name: table, columns, query_filter: filter, ...rest } = definition
  if (source !== 'reference_table' || typeof table !== 'string' || Object.keys(rest).length > 0)
    return undefined
  const written = columns === undefined ? undefined : columnsCode(columns)
  if ((columns !== undefined && written === undefined) || typeof (filter ?? '') !== 'string') return undefined
  if (filter !== undefined && written === undefined) return undefined
  const options = typeof filter === 'string' ? [objectOf([['filter', filter]])] : []
  return callOf('referenceTable', table, ...(written === undefined ? [] : [written]), ...options)
}

/** A column is its name, where it has no other one. */
function columnsCode(columns: Json): Code | undefined {
  if (!Array.isArray(columns)) return undefined
  const written = columns.map((column): Json | undefined => {
    if (!isJsonObject(column) || typeof column.name !== 'string' || !hasOnly(column, ['name', 'alias']))
      return undefined
    if (column.alias === undefined) return column.name
    return typeof column.alias === 'string' ? column : undefined
  })
  return written.every(column => column !== undefined) ? jsonLiteral(written) : undefined
}

function joinCode(join: JsonObject): Code | undefined {
  const { base_attribute: base, augment_attribute: augment, join_type: type, ...rest } = join
  const areTexts = typeof base === 'string' && typeof augment === 'string'
  if (!areTexts || (type !== 'inner' && type !== 'left') || Object.keys(rest).length > 0) return undefined
  return objectOf([
    ['base', base],
    ['augment', augment],
    ['join', type === 'inner' ? undefined : type],
  ])
}

function isFilter(filter: Json): filter is JsonObject {
  return (
    isJsonObject(filter) &&
    typeof filter.base_attribute === 'string' &&
    typeof filter.filter_attribute === 'string' &&
    typeof (filter.exclude ?? true) === 'boolean' &&
    hasOnly(filter, ['base_attribute', 'filter_attribute', 'exclude'])
  )
}

function filterCode({ base_attribute: base, filter_attribute: filter, exclude }: JsonObject): JsonObject {
  return { base, filter, ...(exclude === undefined ? {} : { exclude }) }
}

const joinFields = ['aggregation', 'metric', 'name', 'source', 'facet', 'limit', 'sort']

/** What is computed, or what is grouped by, with the fields that the builders' types know. */
function namedList(value: Json | undefined): Code | undefined {
  const isKnown =
    Array.isArray(value) &&
    value.every(
      each =>
        isJsonObject(each) &&
        hasOnly(each, joinFields) &&
        (typeof each.aggregation === 'string' || typeof each.facet === 'string'),
    )
  return isKnown ? namedLiteral(value) : undefined
}

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0
}

function hasExactly(object: JsonObject, fields: readonly string[]): boolean {
  return hasOnly(object, fields) && fields.every(field => object[field] !== undefined)
}
