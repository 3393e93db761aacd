import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { parseMetricQuery, parseSearch } from '../query/index.js'
import type { Clause } from './clause.js'
import { defined } from './defined.js'
import { searchClause } from './search.js'
import { type Phrase, phrase } from './sentences.js'
import { groupsOf, seriesIn } from './series.js'
import { seriesClause, valuePhrase } from './value.js'

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

/** The tags and facets by which each of them is grouped, and those by which it filters. */
export function keysByName(list: Json | undefined): ReadonlyMap<string, QueryKeys> {
  if (!Array.isArray(list)) return noKeys
  const known = keysOfLists.get(list)
  if (known !== undefined) return known
  const keys = new Map(
    list.filter(isJsonObject).map(entry => [textIn(entry, 'name'), queryKeys(entry)] as const),
  )
  keysOfLists.set(list, keys)
  return keys
}

export interface QueryKeys {
  readonly groups: readonly string[]
  readonly clauses: readonly Clause[]
}

const noKeys: ReadonlyMap<string, QueryKeys> = new Map()

/** Asked for each sentence about the groups of one monitor. */
const keysOfLists = new WeakMap<readonly Json[], ReadonlyMap<string, QueryKeys>>()

function queryKeys(entry: JsonObject): QueryKeys {
  if (typeof entry.query === 'string') {
    const { node } = parseMetricQuery(entry.query)
    const expression = node?.kind === 'query-list' ? node.queries[0] : node
    if (expression === undefined) return { groups: [], clauses: [] }
    return { groups: groupsOf(expression), clauses: seriesIn(expression).map(seriesClause) }
  }
  const search = isJsonObject(entry.search) ? textIn(entry.search, 'query') : ''
  return { groups: facets(entry), clauses: [clauseIn(search)] }
}

function namedQuery(entry: JsonObject, path: string, inMonitor: boolean): NamedQuery {
  const name = textIn(entry, 'name')
  const { query } = entry
  if (typeof query === 'string') {
    const id = `${path}.query`
    return { name, path, value: metricValue(query, inMonitor), text: { kind: 'metric', id, text: query } }
  }
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
    groups,
  })
  return { name, path, value, text: { kind: 'search', id: `${path}.search.query`, text: search } }
}

function facets(entry: JsonObject): readonly string[] {
  return Array.isArray(entry.group_by) ? entry.group_by.flatMap(facet) : []
}

function facet(group: Json): readonly string[] {
  return isJsonObject(group) && typeof group.facet === 'string' ? [group.facet] : []
}

/** The condition of a search that stands in a definition. */
export function clauseIn(search: string) {
  const { node } = parseSearch(search)
  return node === undefined ? ({ is: 'opaque', text: search, negated: false } as const) : searchClause(node)
}

function otherValue(entry: JsonObject): Phrase {
  const source = textIn(entry, 'data_source')
  if (source === 'slo')
    return phrase('value/slo-measure', { id: textIn(entry, 'slo_id'), measure: textIn(entry, 'measure') })
  if (source === 'process' || source === 'container') {
    return phrase('value/process', {
      source,
      metric: textIn(entry, 'metric'),
      filter: textIn(entry, 'text_filter'),
    })
  }
  if (source.startsWith('apm_'))
    return phrase('value/apm', { stat: textIn(entry, 'stat'), service: textIn(entry, 'service') })
  return phrase('value/other-data', {
    source,
    text: textIn(entry, 'measure') || textIn(entry, 'metric') || textIn(entry, 'jobs_query'),
  })
}

export function textIn(object: JsonObject, name: string): string {
  const value = object[name]
  return typeof value === 'string' ? value : ''
}
