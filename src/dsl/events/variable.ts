import type { ScalarAggregator } from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'
import type { ExpressionInput } from '../expression.js'
import { metricText } from '../widgets/requests/metric-text.js'
import type { WidgetQuery } from '../widgets/requests/query.js'

declare const variableTypes: unique symbol

/** A query that a formula names, besides searches over events. */
export interface VariableSource<
  Type extends string = string,
  Groups extends string = string,
  Tags extends string = string,
> {
  readonly kind: 'variable-source'
  readonly type: Type
  /** Datadog's JSON, without the name. */
  readonly definition: JsonObject
  readonly [variableTypes]?: readonly [Groups, Tags]
}

export function source<Type extends string>(
  type: Type,
  definition: JsonObject,
): VariableSource<Type, never, never> {
  return { kind: 'variable-source', type, definition }
}

/** Cloud costs. @example formula({ aws: cost('sum:aws.cost.amortized{*}') }, ({ aws }) => aws).last('7d').above(1000) */
export function cost(
  query: ExpressionInput,
  aggregator: ScalarAggregator = 'sum',
): VariableSource<'cost alert', string, string> {
  return source('cost alert', {
    data_source: 'cloud_cost',
    query: metricText(query),
    aggregator,
  })
}

/** What a data-quality monitor measures, in Datadog's own names. */
export interface DataQualityMeasure {
  readonly measure: string
  readonly filter: string
  readonly groupBy?: readonly string[]
  readonly scope?: string
  readonly schemaVersion?: string
  readonly monitorOptions?: JsonObject
}

/** A measure of a table or column. @example dataQuality({ measure: 'row_count', filter: 'search for table where `name:orders`' }) */
export function dataQuality(
  measure: DataQualityMeasure,
): VariableSource<'data-quality alert', string, string> {
  return source('data-quality alert', {
    data_source: 'data_quality_metrics',
    measure: measure.measure,
    filter: measure.filter,
    ...(measure.groupBy === undefined ? {} : { group_by: measure.groupBy }),
    ...(measure.scope === undefined ? {} : { scope: measure.scope }),
    ...(measure.schemaVersion === undefined ? {} : { schema_version: measure.schemaVersion }),
    ...(measure.monitorOptions === undefined ? {} : { monitor_options: measure.monitorOptions }),
  })
}

/** A metric as a variable of a formula. @example formula({ load: metricVariable('avg:system.load.1{*}', 'avg') }, ({ load }) => load) */
export function metricVariable<Groups extends string = string, Filters extends string = string>(
  query: ExpressionInput<Groups, Filters>,
  aggregator: ScalarAggregator,
): VariableSource<'query alert', Groups, Groups | Filters> {
  return source('query alert', { data_source: 'metrics', query: metricText(query), aggregator })
}

/**
 * A variable in Datadog's own JSON without its name, or a query of a widget, of a monitor type.
 * @example formula({ a: rawVariable('log alert', eventsQuery('logs', { compute: { aggregation: 'count' } })) }, ({ a }) => a)
 */
export function rawVariable<const Type extends string>(
  type: Type,
  definition: JsonObject | WidgetQuery,
): VariableSource<Type, string, string> {
  return source(type, isQuery(definition) ? definition.definition : definition)
}

function isQuery(definition: JsonObject | WidgetQuery): definition is WidgetQuery {
  return definition.kind === 'widget-query'
}
