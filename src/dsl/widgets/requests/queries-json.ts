import type { ResponseFormat } from '../../../catalog/index.js'
import type { Json, JsonObject } from '../../../model/index.js'
import { isCounting, parseMetricQuery } from '../../../query/index.js'
import { eventQueryJson } from '../../events/event-query.js'
import type { ExpressionInput } from '../../expression.js'
import { metricText } from './metric-text.js'
import type { QueryInput } from './request.js'

/** `queries` in the API's form, from an object of queries by name; a list is in that form already. */
export function queriesJson(queries: unknown, format: ResponseFormat | undefined): Json {
  if (Array.isArray(queries)) return queries
  return Object.entries(queries as Readonly<Record<string, QueryInput>>).map(([name, query]) =>
    queryJson(name, query, format),
  )
}

function queryJson(name: string, query: QueryInput, format: ResponseFormat | undefined): JsonObject {
  if (typeof query === 'string' || query.kind === 'expression') return metricJson(name, query, format)
  if (query.kind === 'event-query') return eventQueryJson(name, query)
  return { name, ...query.definition }
}

function metricJson(name: string, query: ExpressionInput, format: ResponseFormat | undefined): JsonObject {
  const text = metricText(query)
  const aggregator = format === 'scalar' ? { aggregator: usualAggregator(query) } : {}
  return { name, data_source: 'metrics', query: text, ...aggregator }
}

/** Counts add up, everything else is averaged. */
export function usualAggregator(query: ExpressionInput): 'sum' | 'avg' {
  if (typeof query !== 'string') return isCounting(query.node) ? 'sum' : 'avg'
  const parsed = parseMetricQuery(query)
  return parsed.ok && parsed.node.kind !== 'query-list' && isCounting(parsed.node) ? 'sum' : 'avg'
}
