import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { parseMetricQuery } from '../query/index.js'
import { defined } from './defined.js'
import { joinedValue } from './joined-query.js'
import { type Phrase, phrase } from './sentences.js'
import { valuePhrase } from './value.js'
import { clauseIn, facets, groupLimit, searchedIndexes, textIn } from './variable-keys.js'

/** One named query of a formula: in `options.variables` of a monitor, or in `queries` of a widget or an SLO. */
export interface NamedQuery {
  readonly name: string
  /** Where it stands: `options.variables[0]`. */
  readonly path: string
  readonly value: Phrase
  /** The text that can be taken apart, if any. */
  readonly text?: { readonly kind: 'metric' | 'search'; readonly id: string; readonly text: string }
}

/** Reads a list of named queries; entries of an unexpected shape are left out. */
export function namedQueries(
  list: Json | undefined,
  path: string,
  inMonitor: boolean,
): readonly NamedQuery[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((entry, index) =>
    isJsonObject(entry) ? [namedQuery(entry, `${path}[${index}]`, inMonitor)] : [],
  )
}

/** What the names stand for. */
export function namesOf(queries: readonly NamedQuery[]): ReadonlyMap<string, Phrase> {
  return new Map(queries.map(query => [query.name, query.value]))
}

function namedQuery(entry: JsonObject, path: string, inMonitor: boolean): NamedQuery {
  const name = textIn(entry, 'name')
  const { query } = entry
  if (typeof query === 'string') {
    const id = `${path}.query`
    return { name, path, value: metricValue(query, inMonitor), text: { kind: 'metric', id, text: query } }
  }
  const joined = joinedValue(entry, query => namedQuery(query, path, inMonitor).value)
  if (joined !== undefined) return { name, path, value: joined }
  const search = isJsonObject(entry.search) ? entry.search.query : undefined
  if (entry.compute !== undefined || typeof search === 'string')
    return searchQuery(entry, name, path, typeof search === 'string' ? search : '')
  return { name, path, value: otherValue(entry) }
}

/** The noun phrase of a metric query that stands in a definition. */
export function metricValue(text: string, inMonitor: boolean): Phrase {
  const { node } = parseMetricQuery(text)
  if (node === undefined) return phrase('value/opaque', { text })
  const context = { inMonitor, names: new Map<string, Phrase>() }
  if (node.kind !== 'query-list') return valuePhrase(node, context)
  return phrase('value/list', { items: node.queries.map(one => valuePhrase(one, context)) })
}

function searchQuery(entry: JsonObject, name: string, path: string, search: string): NamedQuery {
  const compute = isJsonObject(entry.compute) ? entry.compute : {}
  const groups = facets(entry)
  const value = phrase('value/events', {
    source: textIn(entry, 'data_source'),
    clause: clauseIn(search),
    method: textIn(compute, 'aggregation') || 'count',
    ...defined({ measure: typeof compute.metric === 'string' ? compute.metric : undefined }),
    ...defined({ indexes: searchedIndexes(entry) }),
    groups,
    ...defined({ limit: groupLimit(entry) }),
  })
  return { name, path, value, text: { kind: 'search', id: `${path}.search.query`, text: search } }
}

/** Only the highest, or the lowest, of many. */
export function limited(value: Phrase, count: Json | undefined, lowest: boolean): Phrase {
  return typeof count === 'number' ? phrase('value/top', { value, count, lowest }) : value
}

function otherValue(entry: JsonObject): Phrase {
  const source = textIn(entry, 'data_source')
  if (source === 'slo')
    return phrase('value/slo-measure', {
      id: textIn(entry, 'slo_id'),
      measure: textIn(entry, 'measure'),
      filter: textIn(entry, 'additional_query_filters').replace(/^\*$/, ''),
      each: entry.group_mode === 'components',
    })
  if (source === 'process' || source === 'container') {
    const value = phrase('value/process', {
      source,
      metric: textIn(entry, 'metric'),
      filter: textIn(entry, 'text_filter'),
      tags: Array.isArray(entry.tag_filters) ? entry.tag_filters.filter(one => typeof one === 'string') : [],
    })
    return limited(value, entry.limit, entry.sort === 'asc')
  }
  if (source.startsWith('apm_'))
    return phrase('value/apm', {
      stat: textIn(entry, 'stat'),
      service: textIn(entry, 'service'),
      operation: textIn(entry, 'operation_name'),
      resource: textIn(entry, 'resource_name'),
      env: textIn(entry, 'env'),
      groups: facets(entry),
    })
  if (source === 'data_quality_metrics') {
    const how = isJsonObject(entry.monitor_options) ? entry.monitor_options : {}
    return phrase('value/data-quality', {
      measure: textIn(entry, 'measure'),
      filter: textIn(entry, 'filter'),
      sql: textIn(how, 'custom_sql'),
      where: textIn(how, 'custom_where'),
      groups: facets(entry),
    })
  }
  if (textIn(entry, 'job_type') !== '')
    return phrase('value/data-jobs', {
      type: textIn(entry, 'job_type'),
      query: textIn(entry, 'jobs_query'),
    })
  return phrase('value/other-data', {
    source,
    text: textIn(entry, 'measure') || textIn(entry, 'metric'),
  })
}
