import { type ResponseFormat, widgetQueryBuilderOf } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { isCounting, parseMetricQuery } from '../../query/index.js'
import { type Code, type CodeArgument, callOf, jsonLiteral, objectOf } from '../code/index.js'
import { eventSearch } from '../to-builder/event-search.js'
import { metricCode } from '../to-builder/metric-code.js'
import { extraMember, readOptions, type WriteField } from './options.js'

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
  const required = requiredOptions[row.builder]
  if (required !== undefined && !members.some(([option]) => option === required)) return undefined
  const options = objectOf([...members, ...extraMember(extra)])
  const isEmpty = options.kind === 'object' && options.members.length === 0
  return callOf(row.builder, ...positional, ...(isEmpty ? [] : [options]))
}

/** Options without which the builders' types do not take a query. */
const requiredOptions: Readonly<Record<string, string>> = {
  eventsQuery: 'compute',
  productAnalyticsQuery: 'compute',
}

function withoutField(object: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== field))
}
