import { type ResponseFormat, widgetQueryBuilderOf } from '../../catalog/index.js'
import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { parseMetricQuery, parseSearch, print } from '../../query/index.js'
import { type Code, type CodeArgument, callOf, jsonLiteral, methodOf, objectOf } from '../code/index.js'
import { isCounting } from './counting.js'
import { metricCode } from './forms.js'
import { extraMember, readOptions, type WriteField } from './options.js'
import { isSame } from './paths.js'

/**
 * `queries` as an object from names to queries, in their order; where names would change places or hide each other they
 * stay a list in Datadog's own form.
 */
export function queriesCode(
  value: Json,
  format: ResponseFormat | undefined,
  write: WriteField,
): Code | undefined {
  if (!Array.isArray(value)) return undefined
  const names = value.map(query => (isJsonObject(query) ? query.name : undefined))
  const areKeys = names.every(name => typeof name === 'string' && /^[A-Za-z_][\w.-]*$/.test(name))
  if (!areKeys || new Set(names).size !== names.length || names.includes('__proto__'))
    return jsonLiteral(value)
  return objectOf(
    value.map(query => {
      const { name, ...rest } = query as JsonObject
      return [String(name), queryCode(rest, format, write)] as const
    }),
  )
}

/** One query without its name. */
function queryCode(query: JsonObject, format: ResponseFormat | undefined, write: WriteField): CodeArgument {
  return bareMetric(query, format) ?? eventSearch(query) ?? builtQuery(query, write) ?? rawQuery(query)
}

function rawQuery(query: JsonObject): Code {
  return callOf('rawQuery', jsonLiteral(query))
}

/** An expression stands for a metric query with the usual aggregator. */
function bareMetric(query: JsonObject, format: ResponseFormat | undefined): CodeArgument | undefined {
  const { data_source: source, query: text, aggregator, ...rest } = query
  if (source !== 'metrics' || typeof text !== 'string' || Object.keys(rest).length > 0) return undefined
  const usual = format === 'scalar' ? usualAggregator(text) : undefined
  return aggregator === usual ? metricCode(text) : undefined
}

/** Counts add up, everything else is averaged. */
export function usualAggregator(text: string): 'sum' | 'avg' | undefined {
  const parsed = parseMetricQuery(text)
  if (!parsed.ok) return undefined
  return parsed.node.kind !== 'query-list' && isCounting(parsed.node) ? 'sum' : 'avg'
}

/** The builders of products by their `data_source`. */
const products: Readonly<Record<string, string>> = {
  logs: 'log',
  rum: 'rum',
  spans: 'spans',
  events: 'events',
  audit: 'auditTrail',
  ci_pipelines: 'ciPipelines',
  ci_tests: 'ciTests',
  database_queries: 'databaseMonitoring',
  network: 'networkPerformance',
  network_path: 'networkPath',
  llm_observability: 'llmObservability',
}

const measures = new Set('cardinality avg sum min max median pc75 pc90 pc95 pc98 pc99'.split(' '))

/** `log('status:error').by('host')`, where a search is no more than that. */
export function eventSearch(query: JsonObject): Code | undefined {
  const { data_source: source, search, indexes, compute, group_by: groups, ...rest } = query
  const builder = Object.hasOwn(products, String(source)) ? products[String(source)] : undefined
  const text = isJsonObject(search) && Object.keys(search).length === 1 ? search.query : undefined
  if (builder === undefined || typeof text !== 'string' || Object.keys(rest).length > 0) return undefined
  if (!isNormalSearch(text) || !isTexts(indexes) || indexes.length === 0 || !Array.isArray(groups))
    return undefined
  const facets = groups.map(group =>
    isJsonObject(group) && isSame(group, { facet: group.facet }) ? group.facet : undefined,
  )
  if (!facets.every(facet => typeof facet === 'string' && /^[^,\s]+$/.test(facet))) return undefined
  const start = callOf(builder, text)
  const indexed = isSame(indexes, ['*']) ? start : methodOf(start, 'index', ...indexes)
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

/** `metricQuery(…)`, `eventsQuery(…)` and the like, with every field of the query. */
function builtQuery(query: JsonObject, write: WriteField): Code | undefined {
  const row = widgetQueryBuilderOf(String(query.data_source))
  if (row === undefined) return undefined
  const positional: CodeArgument[] = []
  let rest: JsonObject = query
  for (const [name, field] of row.positional) {
    const value = rest[field.path]
    const code = value === undefined || value === null ? undefined : write(field, value)
    if (code === undefined || code === null || typeof code === 'boolean') return undefined
    positional.push(code)
    rest = withoutField(rest, name === 'dataSource' ? 'data_source' : field.path)
  }
  const { members, extra } = readOptions(withoutField(rest, 'data_source'), row.options, write)
  if (
    requiredOption(row.builder) !== undefined &&
    !members.some(([option]) => option === requiredOption(row.builder))
  )
    return undefined
  const options = objectOf([...members, ...extraMember(extra)])
  const isEmpty = options.kind === 'object' && options.members.length === 0
  return callOf(row.builder, ...positional, ...(isEmpty ? [] : [options]))
}

/** Options without which the builders' types do not take a query. */
function requiredOption(builder: string): string | undefined {
  return builder === 'eventsQuery' ? 'compute' : undefined
}

function withoutField(object: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== field))
}
