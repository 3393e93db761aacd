import { isJsonObject, type JsonObject, type JsonPath, type Resource, valueAt } from '../../model/index.js'
import type { MetricExpression, MetricName } from '../../query/index.js'
import type { ActiveMetrics } from '../live-facts.js'
import { dashboardQueriesOf } from './dashboard-queries.js'
import { expressionsOf } from './expressions.js'
import { formulasOf } from './formulas.js'
import { kept } from './memo.js'
import { nodesOfKind } from './nodes.js'
import { countQueriesOf, sliceQueriesOf } from './slo-queries.js'

/** A metric that a resource reads; the span of its name is an offset in the string at `path`. */
export interface PlacedMetric {
  readonly metric: MetricName
  readonly path: JsonPath
}

/**
 * The metrics that must send points for the resource to work, each where it is first named. What stands in `default_zero`
 * may be silent, and names of cloud costs are no metrics.
 */
export const neededMetricsOf = kept((resource: Resource): readonly PlacedMetric[] => {
  const byName = new Map<string, PlacedMetric>()
  for (const placed of metricsOf(resource)) {
    const { name } = placed.metric
    // An unfinished query has an empty name, and `$` stands for what the viewer chooses.
    const isKnown = name !== '' && !name.includes('$')
    if (isKnown && !byName.has(name)) byName.set(name, placed)
  }
  return [...byName.values()]
})

/** The names in both lists as sets; made once for all resources. */
export const metricNames = kept(({ lastDay, lastMonth }: ActiveMetrics) => ({
  lastDay: new Set(lastDay),
  lastMonth: new Set(lastMonth),
}))

function metricsOf({ kind, definition }: Resource): PlacedMetric[] {
  if (kind === 'dashboard') return dashboardMetrics(definition)
  if (kind === 'monitor') return monitorMetrics(definition)
  const queries = [...countQueriesOf(definition), ...sliceQueriesOf(definition)]
  return queries.flatMap(({ expression, path }) => unfilled(expression, path))
}

function monitorMetrics(definition: Extract<Resource, { kind: 'monitor' }>['definition']): PlacedMetric[] {
  const all = expressionsOf(definition)
  const isFilled = all.some(({ expression, name }) => name === undefined && fillsQueries(expression))
  return all
    .filter(({ name, path }) => name === undefined || !(isFilled || isCost(definition, path)))
    .flatMap(({ expression, path }) => unfilled(expression, path))
}

function dashboardMetrics(
  definition: Extract<Resource, { kind: 'dashboard' }>['definition'],
): PlacedMetric[] {
  return dashboardQueriesOf(definition).flatMap(query => {
    if (query.language !== 'metric' || isCost(definition, query.path)) return []
    // Of the new form: …, 'requests', 0, 'queries', 0, 'query'.
    const requestPath = query.path.slice(0, -3)
    const request = query.path.at(-1) === 'query' ? valueAt(definition, requestPath) : undefined
    const isFilled =
      isJsonObject(request) &&
      formulasOf(request, requestPath).some(({ expression }) => expression && fillsQueries(expression))
    const { node } = query.parsed
    if (isFilled || node === undefined) return []
    const parts = node.kind === 'query-list' ? node.queries : [node]
    return parts.flatMap(part => unfilled(part, query.path))
  })
}

function isCost(definition: JsonObject, path: JsonPath): boolean {
  const query = valueAt(definition, path.slice(0, -1))
  return isJsonObject(query) && query.data_source === 'cloud_cost'
}

function unfilled(expression: MetricExpression | undefined, path: JsonPath): PlacedMetric[] {
  if (expression === undefined) return []
  const filled = fillers(expression)
  return nodesOfKind(expression, 'series')
    .filter(({ span }) => !filled.some(call => call.span.start <= span.start && span.end <= call.span.end))
    .map(({ metric }) => ({ metric, path }))
}

function fillsQueries(formula: MetricExpression): boolean {
  return fillers(formula).some(call => nodesOfKind(call, 'query-name').length > 0)
}

function fillers(expression: MetricExpression) {
  return nodesOfKind(expression, 'call').filter(call => call.name === 'default_zero')
}
