import { scalarAggregators } from './aggregators.js'
import { at, type Options, oneOf, type WidgetField } from './widget-field.js'
import { eventSearchFields, orders } from './widget-known-values.js'
import { eventDataSources, productAnalyticsSources, sloMeasures } from './widget-values.js'

/** A function that makes one query of `queries`, named by the key it stands under. */
export interface WidgetQueryBuilder {
  readonly builder: string
  readonly positional: readonly (readonly [name: string, field: WidgetField])[]
  readonly options: Options
}

const crossOrganisation = { crossOrgUuids: at('cross_org_uuids') } as const

const metric = [['query', at('query', 'metric')]] as const
const measured = { aggregator: oneOf('aggregator', scalarAggregators) } as const
const dataSource = ['dataSource', at('data_source')] as const

/**
 * The builders of single queries, by name. A bare expression or text stands for `metricQuery(…)`, and where the request is
 * `scalar` adds the aggregator `sum` for counts and `avg` for everything else. Every builder also takes `extra`.
 * What none of them can say is `rawQuery({ data_source: …, … })`, without the name.
 */
export const widgetQueries = {
  metricQuery: {
    positional: metric,
    options: {
      ...measured,
      semanticMode: oneOf('semantic_mode', ['combined', 'native']),
      ...crossOrganisation,
    },
    sources: ['metrics'],
  },
  costQuery: {
    positional: metric,
    options: { ...measured, ...crossOrganisation },
    sources: ['cloud_cost'],
  },
  eventsQuery: {
    positional: [dataSource],
    options: {
      search: at('search.query'),
      indexes: at('indexes'),
      compute: at('compute', 'named', eventSearchFields),
      groupBy: at('group_by', 'named', eventSearchFields),
      storage: at('storage'),
      calculatedFields: at('calculated_fields'),
      ...crossOrganisation,
    },
    sources: eventDataSources,
  },
  processQuery: {
    positional: [dataSource, ['metric', at('metric')]],
    options: {
      textFilter: at('text_filter'),
      tagFilters: at('tag_filters'),
      limit: at('limit'),
      sort: oneOf('sort', orders),
      isNormalizedCpu: at('is_normalized_cpu'),
      ...measured,
      ...crossOrganisation,
    },
    sources: ['process', 'container'],
  },
  apmMetricsQuery: {
    positional: [['stat', at('stat')]],
    options: {
      service: at('service'),
      operationName: at('operation_name'),
      operationMode: at('operation_mode'),
      resourceName: at('resource_name'),
      resourceHash: at('resource_hash'),
      spanKind: oneOf('span_kind', ['server', 'client', 'producer', 'consumer', 'internal']),
      peerTags: at('peer_tags'),
      filter: at('query_filter'),
      groupBy: at('group_by'),
    },
    sources: ['apm_metrics'],
  },
  apmResourceQuery: {
    positional: [['stat', at('stat')]],
    options: {
      env: at('env'),
      service: at('service'),
      operationName: at('operation_name'),
      resourceName: at('resource_name'),
      primaryTagName: at('primary_tag_name'),
      primaryTagValue: at('primary_tag_value'),
      groupBy: at('group_by'),
      ...crossOrganisation,
    },
    sources: ['apm_resource_stats'],
  },
  apmDependencyQuery: {
    positional: [['stat', at('stat')]],
    options: {
      env: at('env'),
      service: at('service'),
      operationName: at('operation_name'),
      resourceName: at('resource_name'),
      primaryTagName: at('primary_tag_name'),
      primaryTagValue: at('primary_tag_value'),
      isUpstream: at('is_upstream'),
      ...crossOrganisation,
    },
    sources: ['apm_dependency_stats'],
  },
  productAnalyticsQuery: {
    positional: [['dataSource', oneOf('data_source', productAnalyticsSources)]],
    options: {
      compute: at('compute'),
      search: at('search'),
      query: at('query'),
      groupBy: at('group_by'),
      indexes: at('indexes'),
      audienceFilters: at('audience_filters'),
    },
    sources: productAnalyticsSources,
  },
  sloQuery: {
    positional: [
      ['slo', at('slo_id', 'slo')],
      ['measure', oneOf('measure', sloMeasures)],
    ],
    options: {
      groupMode: oneOf('group_mode', ['overall', 'components']),
      sloType: oneOf('slo_query_type', ['metric', 'monitor', 'time_slice']),
      filters: at('additional_query_filters'),
      ...crossOrganisation,
    },
    sources: ['slo'],
  },
} as const satisfies Record<string, Omit<WidgetQueryBuilder, 'builder'> & { sources: readonly string[] }>

export type WidgetQueryName = keyof typeof widgetQueries

const queryBuilders: ReadonlyMap<string, WidgetQueryBuilder> = new Map(
  Object.entries(widgetQueries).flatMap(([builder, { positional, options, sources }]) =>
    sources.map(source => [source, { builder, positional, options }] as const),
  ),
)

/** The builder for queries with a `data_source`, or undefined where only `rawQuery(…)` can write it. */
export function widgetQueryBuilderOf(source: string): WidgetQueryBuilder | undefined {
  return queryBuilders.get(source)
}
