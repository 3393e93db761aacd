import {
  type EventDataSource,
  type ProductAnalyticsSource,
  type ScalarAggregator,
  type SloMeasure,
  type WidgetField,
  type WidgetQueryName,
  widgetQueries,
} from '../../../catalog/index.js'
import type { Json, JsonObject } from '../../../model/index.js'
import type { ExpressionInput } from '../../expression.js'
import type { SloResource } from '../../slo-resource.js'
import { named } from '../names.js'
import { type Draft, write } from '../path.js'
import { idText } from '../references.js'
import { metricText } from './metric-text.js'

/** One query of a request; its name is the key it stands under. */
export interface WidgetQuery {
  readonly kind: 'widget-query'
  /** Datadog's JSON, without the name. */
  readonly definition: JsonObject
}

interface ExtraFields {
  /** Further fields in Datadog's own names. */
  readonly extra?: JsonObject
}

interface QueryOptions extends ExtraFields {
  /** Another organisation to ask; at most one. */
  readonly crossOrgUuids?: readonly string[]
}

/** How the points of a query become one number. */
interface AggregatorOptions extends QueryOptions {
  readonly aggregator?: ScalarAggregator
}

/** A metric, with the aggregator that its points become one number by. @example metricQuery(avg('system.load.1'), { aggregator: 'last' }) */
export function metricQuery(
  query: ExpressionInput,
  options: AggregatorOptions & { readonly semanticMode?: 'combined' | 'native' } = {},
): WidgetQuery {
  return widgetQuery('metricQuery', 'metrics', [query], options)
}

/** Cloud costs. @example costQuery('sum:aws.cost.amortized{*} by {aws_product}', { aggregator: 'sum' }) */
export function costQuery(query: ExpressionInput, options: AggregatorOptions = {}): WidgetQuery {
  return widgetQuery('costQuery', 'cloud_cost', [query], options)
}

/** What is computed from the events that are found. */
export interface EventCompute {
  readonly aggregation:
    | 'count'
    | 'cardinality'
    | 'median'
    | 'pc75'
    | 'pc90'
    | 'pc95'
    | 'pc98'
    | 'pc99'
    | 'sum'
    | 'min'
    | 'max'
    | 'avg'
  /** The attribute; counting needs none. */
  readonly metric?: string
  /** Milliseconds. */
  readonly interval?: number
}

/** Which groups there are, and which of them are kept. */
export interface EventGroup {
  readonly facet: string
  readonly limit?: number
  readonly sort?: EventGroupSort
  readonly shouldExcludeMissing?: boolean
}

interface EventGroupSort {
  readonly aggregation: EventCompute['aggregation']
  readonly metric?: string
  readonly order?: 'asc' | 'desc'
}

/** Several keys that share one limit. */
interface EventGroupFields {
  readonly fields: readonly string[]
  readonly limit?: number
  readonly sort?: EventGroupSort
}

/** A search over events, in the API's form. */
export interface EventsQueryOptions extends QueryOptions {
  readonly search?: string
  readonly compute: EventCompute
  readonly groupBy?: readonly EventGroup[] | EventGroupFields
  readonly indexes?: readonly string[]
  readonly storage?: string
  /** Attributes that are computed for this query. */
  readonly calculatedFields?: readonly CalculatedField[]
}

/** An attribute that is computed, used as `#name` in the search. */
export interface CalculatedField {
  readonly name: string
  readonly expression: string
}

/**
 * A search over logs, spans, RUM and other events with everything that can be said about it; `log('…')` and the like are
 * the short form.
 * @example eventsQuery('logs', { search: 'status:error', compute: { aggregation: 'count' }, groupBy: [{ facet: 'host', limit: 10 }] })
 */
export function eventsQuery(source: EventDataSource, options: EventsQueryOptions): WidgetQuery {
  return widgetQuery('eventsQuery', undefined, [source], options)
}

/** Live processes or containers. @example processQuery('process', 'process.stat.cpu.total_pct', { textFilter: 'java', limit: 10 }) */
export function processQuery(
  source: 'process' | 'container',
  metric: string,
  options: AggregatorOptions & {
    readonly textFilter?: string
    readonly tagFilters?: readonly string[]
    readonly limit?: number
    readonly sort?: 'asc' | 'desc'
    readonly isNormalizedCpu?: boolean
  } = {},
): WidgetQuery {
  return widgetQuery('processQuery', undefined, [source, metric], options)
}

/** A figure of APM. @example apmMetricsQuery('latency_p95', { service: 'api', operationName: 'http.request' }) */
export function apmMetricsQuery(
  stat: string,
  options: ExtraFields & {
    readonly service?: string
    readonly operationName?: string
    readonly operationMode?: string
    readonly resourceName?: string
    readonly resourceHash?: string
    readonly spanKind?: 'server' | 'client' | 'producer' | 'consumer' | 'internal'
    readonly peerTags?: readonly string[]
    readonly filter?: string
    readonly groupBy?: readonly string[]
  } = {},
): WidgetQuery {
  return widgetQuery('apmMetricsQuery', 'apm_metrics', [stat], options)
}

interface ApmPlace extends QueryOptions {
  readonly env: string
  readonly service: string
  readonly operationName?: string
  readonly resourceName?: string
  readonly primaryTagName?: string
  readonly primaryTagValue?: string
}

/** A figure of the resources of a service. @example apmResourceQuery('latency_p95', { env: 'prod', service: 'api' }) */
export function apmResourceQuery(
  stat: string,
  options: ApmPlace & { readonly groupBy?: readonly string[] },
): WidgetQuery {
  return widgetQuery('apmResourceQuery', 'apm_resource_stats', [stat], options)
}

/** A figure of what a service calls, or is called by. @example apmDependencyQuery('error_rate', { env: 'prod', service: 'api', operationName: 'http.request', resourceName: 'GET /' }) */
export function apmDependencyQuery(
  stat: string,
  options: ApmPlace & { readonly isUpstream?: boolean },
): WidgetQuery {
  return widgetQuery('apmDependencyQuery', 'apm_dependency_stats', [stat], options)
}

/**
 * A figure of journeys or of users who come back. What it asks is in Datadog's own names.
 * @example productAnalyticsQuery('product_analytics_extended', { compute: { aggregation: 'count' }, query: { data_source: 'product_analytics', search: { query: '@type:view' } } })
 */
export function productAnalyticsQuery(
  source: ProductAnalyticsSource,
  options: ExtraFields & {
    readonly compute: JsonObject
    /** Of journeys and retention. */
    readonly search?: JsonObject
    /** Of `product_analytics_extended`. */
    readonly query?: JsonObject
    readonly groupBy?: readonly JsonObject[]
    readonly indexes?: readonly string[]
    readonly audienceFilters?: JsonObject
  },
): WidgetQuery {
  return widgetQuery('productAnalyticsQuery', undefined, [source], options)
}

/** A figure of an SLO. @example sloQuery(availability, 'error_budget_remaining') */
export function sloQuery(
  slo: SloResource | string,
  measure: SloMeasure,
  options: QueryOptions & {
    readonly groupMode?: 'overall' | 'components'
    readonly sloType?: 'metric' | 'monitor' | 'time_slice'
    readonly filters?: string
  } = {},
): WidgetQuery {
  return widgetQuery('sloQuery', 'slo', [slo, measure], options)
}

/** A query in Datadog's own JSON, without its name. @example rawQuery({ data_source: 'traces', search: { query: '*' } }) */
export function rawQuery(definition: JsonObject): WidgetQuery {
  return { kind: 'widget-query', definition }
}

const encodings = { same: (value: unknown) => value as Json, named, metric: metricText, slo: idText }

function widgetQuery(
  builder: WidgetQueryName,
  source: string | undefined,
  positional: readonly unknown[],
  options: ExtraFields,
): WidgetQuery {
  const row = widgetQueries[builder]
  const values: Readonly<Record<string, unknown>> = { ...options }
  const draft: Draft = source === undefined ? {} : { data_source: source }
  row.positional.forEach(([, field], index) => {
    writeField(draft, field, positional[index])
  })
  for (const [option, field] of Object.entries(row.options)) writeField(draft, field, values[option])
  return rawQuery({ ...draft, ...options.extra })
}

function writeField(draft: Draft, { path, form = 'same' }: WidgetField, value: unknown): void {
  if (value !== undefined) write(draft, path, encodings[form as keyof typeof encodings](value))
}
