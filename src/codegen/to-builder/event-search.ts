import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { parseSearch, print } from '../../query/index.js'
import { type Code, callOf, methodOf } from '../code/index.js'

/** The builders of products by their `data_source`, with the type of their monitors. */
const products: Readonly<Record<string, readonly [builder: string, type: string]>> = {
  logs: ['log', 'log alert'],
  rum: ['rum', 'rum alert'],
  spans: ['spans', 'trace-analytics alert'],
  events: ['events', 'event-v2 alert'],
  audit: ['auditTrail', 'audit alert'],
  ci_pipelines: ['ciPipelines', 'ci-pipelines alert'],
  ci_tests: ['ciTests', 'ci-tests alert'],
  database_queries: ['databaseMonitoring', 'database-monitoring alert'],
  network: ['networkPerformance', 'network-performance alert'],
  network_path: ['networkPath', 'network-path alert'],
  llm_observability: ['llmObservability', 'llm-observability alert'],
}

const measures = new Set('cardinality avg sum min max median pc75 pc90 pc95 pc98 pc99'.split(' '))

/** `log('status:error').by('host')`, where a search is no more than that. */
export function eventSearch(query: JsonObject): Code | undefined {
  const { data_source: source, search, indexes, compute, group_by: groups, ...rest } = query
  const builder = Object.hasOwn(products, String(source)) ? products[String(source)]?.[0] : undefined
  const text = isJsonObject(search) && Object.keys(search).length === 1 ? search.query : undefined
  if (builder === undefined || typeof text !== 'string' || Object.keys(rest).length > 0) return undefined
  if (!isNormalSearch(text) || !isTexts(indexes) || indexes.length === 0 || !Array.isArray(groups))
    return undefined
  const facets = groups.map(group =>
    isJsonObject(group) && Object.keys(group).length === 1 ? group.facet : undefined,
  )
  if (!facets.every(facet => typeof facet === 'string' && /^[^,\s]+$/.test(facet))) return undefined
  const start = callOf(builder, text)
  const indexed = indexes.length === 1 && indexes[0] === '*' ? start : methodOf(start, 'index', ...indexes)
  const computed = withCompute(indexed, compute)
  if (computed === undefined || facets.length === 0) return computed
  return methodOf(computed, 'by', ...(facets as string[]))
}

function withCompute(code: Code, compute: Json | undefined): Code | undefined {
  if (!isJsonObject(compute)) return undefined
  const { aggregation, metric, ...rest } = compute
  if (typeof aggregation !== 'string' || Object.keys(rest).length > 0) return undefined
  if (aggregation === 'count') return metric === undefined ? code : undefined
  return measures.has(aggregation) && typeof metric === 'string'
    ? methodOf(code, 'rollup', aggregation, metric)
    : undefined
}

function isNormalSearch(text: string): boolean {
  const parsed = parseSearch(text)
  return parsed.ok && isAcceptable(parsed.diagnostics) && print(parsed.node) === text
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string')
}

/** The type of the monitors over a `data_source`, or undefined. */
export function productType(source: Json | undefined): string | undefined {
  return Object.hasOwn(products, String(source)) ? products[String(source)]?.[1] : undefined
}
