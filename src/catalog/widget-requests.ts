import type { BuiltWidgetType } from './widget-builders.js'
import { at, type Options, oneOf, orElse, type WidgetField } from './widget-field.js'
import {
  classicAggregators,
  comparisonFields,
  eventSizes,
  formatFields,
  orders,
  styleFields,
  textFormatFields,
} from './widget-known-values.js'
import { cellDisplayModes, changePeriods, displayTypes, streamDataSources } from './widget-values.js'

const classicSearchFields = {
  index: true,
  search: true,
  query: true,
  compute: true,
  multi_compute: true,
  aggregation: true,
  facet: true,
  interval: true,
  group_by: true,
  limit: true,
  sort: true,
  order: orders,
} as const

const classicSearch = (path: string): WidgetField => at(path, 'named', classicSearchFields)

/** Queries of the superseded form, none of which may stand beside `queries`. */
const classicOptions = {
  q: at('q', 'metric'),
  logQuery: classicSearch('log_query'),
  apmQuery: classicSearch('apm_query'),
  rumQuery: classicSearch('rum_query'),
  eventQuery: at('event_query', 'named', { ...classicSearchFields, tags_execution: true }),
  networkQuery: classicSearch('network_query'),
  securityQuery: classicSearch('security_query'),
  processQuery: at('process_query', 'named', { metric: true, search_by: true, filter_by: true, limit: true }),
  auditQuery: classicSearch('audit_query'),
  profileMetricsQuery: classicSearch('profile_metrics_query'),
  apmStatsQuery: at('apm_stats_query', 'named', {
    env: true,
    service: true,
    name: true,
    primary_tag: true,
    row_type: ['service', 'resource', 'span'],
    resource: true,
    columns: true,
    alias: true,
    order: orders,
    cell_display_mode: cellDisplayModes,
  }),
} as const satisfies Options

const formulaOptions = {
  queries: at('queries', 'queries'),
  formulas: at('formulas', 'formulas', {
    formula: true,
    alias: true,
    limit: true,
    count: true,
    order: orders,
    style: true,
    palette_index: true,
    conditional_formats: true,
    ...formatFields,
    number_format: true,
    precision: true,
    unit: true,
    unit_scale: true,
    type: ['canonical_unit', 'custom_unit_label'],
    unit_name: true,
    per_unit_name: true,
    label: true,
    cell_display_mode: cellDisplayModes,
    cell_display_mode_options: true,
    trend_type: ['area', 'line', 'bars'],
    y_scale: ['shared', 'independent'],
    dimension: ['x', 'y', 'radius', 'color', 'fill', 'size', 'group', 'node'],
  }),
  ...classicOptions,
  style: at('style', 'named', styleFields),
  conditionalFormats: at('conditional_formats', 'named', formatFields),
  sort: at('sort', 'named', {
    count: true,
    order_by: true,
    type: ['formula', 'group'],
    index: true,
    name: true,
    order: orders,
  }),
} as const satisfies Options

/** Written by default where the request has `queries`, and only there. */
const dataOptions = {
  ...formulaOptions,
  responseFormat: oneOf('response_format', ['timeseries', 'scalar', 'event_list']),
} as const satisfies Options

const histogramOptions = {
  ...dataOptions,
  requestType: oneOf('request_type', ['histogram']),
  query: at('query', 'named'),
} as const satisfies Options

const listColumns = at('columns', 'columns', { field: true, width: ['auto', 'compact', 'full'] })

/** The fields of one request, by widget type; `extra` holds further ones in Datadog's own names. */
export const widgetRequests = {
  bar_chart: dataOptions,
  change: {
    ...dataOptions,
    changeType: oneOf('change_type', ['absolute', 'relative']),
    compareTo: oneOf('compare_to', changePeriods),
    orderBy: oneOf('order_by', ['change', 'name', 'present', 'past']),
    orderDir: oneOf('order_dir', orders),
    increaseGood: at('increase_good'),
    showPresent: at('show_present'),
  },
  cohort: { requestType: orElse('request_type', 'retention_grid', ['retention_grid']), query: at('query') },
  distribution: histogramOptions,
  funnel: {
    requestType: orElse('request_type', 'funnel', ['funnel', 'user_journey_funnel']),
    query: at('query'),
    comparisonTime: at('comparison_time', 'named', comparisonFields),
    comparisonSegments: at('comparison_segments'),
  },
  geomap: {
    ...dataOptions,
    columns: listColumns,
    query: at('query', 'named'),
    textFormats: at('text_formats', 'named', textFormatFields),
  },
  heatmap: histogramOptions,
  hostmap: classicOptions,
  list_stream: {
    source: oneOf('query.data_source', streamDataSources),
    search: at('query.query_string'),
    indexes: at('query.indexes'),
    storage: at('query.storage'),
    sort: at('query.sort', 'named', { column: true, order: orders }),
    event: oneOf('query.event_size', eventSizes),
    groupBy: at('query.group_by', 'named', { facet: true }),
    compute: at('query.compute', 'named', { aggregation: true, facet: true }),
    clusteringPatternFieldPath: at('query.clustering_pattern_field_path'),
    assigneeUuids: at('query.assignee_uuids'),
    persona: oneOf('query.persona', ['all', 'browser', 'mobile', 'backend']),
    states: oneOf('query.states', ['OPEN', 'IGNORED', 'ACKNOWLEDGED', 'RESOLVED']),
    suspectedCauses: at('query.suspected_causes'),
    teamHandles: at('query.team_handles'),
    version: oneOf('query.version', ['sequential_query']),
    calculatedFields: at('query.calculated_fields'),
    columns: listColumns,
    responseFormat: orElse('response_format', 'event_list', ['event_list']),
  },
  point_plot: {
    requestType: orElse('request_type', 'data_projection', ['data_projection']),
    query: at('query', 'named', { data_source: true, query_string: true, indexes: true, storage: true }),
    projection: at('projection', 'named', {
      type: ['point_plot'],
      dimensions: true,
      column: true,
      dimension: ['group', 'time', 'y', 'radius'],
      alias: true,
      extra_columns: true,
    }),
    limit: at('limit'),
  },
  query_table: {
    ...dataOptions,
    aggregator: oneOf('aggregator', classicAggregators),
    alias: at('alias'),
    limit: at('limit'),
    order: oneOf('order', orders),
    cellDisplayMode: oneOf('cell_display_mode', cellDisplayModes),
    textFormats: at('text_formats', 'named', textFormatFields),
  },
  query_value: {
    ...dataOptions,
    aggregator: oneOf('aggregator', classicAggregators),
    comparison: at('comparison', 'named', comparisonFields),
  },
  retention_curve: {
    requestType: orElse('request_type', 'retention_curve', ['retention_curve']),
    query: at('query'),
    style: at('style', 'named', { palette: true }),
  },
  sankey: { requestType: orElse('request_type', 'sankey', ['sankey', 'netflow_sankey']), query: at('query') },
  scatterplot: { ...dataOptions, aggregator: oneOf('aggregator', ['avg', 'last', 'max', 'min', 'sum']) },
  sunburst: dataOptions,
  timeseries: {
    ...dataOptions,
    display: oneOf('display_type', displayTypes),
    onRightAxis: at('on_right_yaxis'),
    metadata: at('metadata', 'named', { expression: true, alias_name: true }),
  },
  toplist: dataOptions,
  topology_map: {
    requestType: orElse('request_type', 'topology', ['topology']),
    query: at('query', 'named', {
      data_source: ['service_map', 'data_streams'],
      service: true,
      filters: true,
      query_string: true,
    }),
  },
  treemap: dataOptions,
  wildcard: {
    ...histogramOptions,
    columns: listColumns,
    display: oneOf('display_type', displayTypes),
    onRightAxis: at('on_right_yaxis'),
    metadata: at('metadata', 'named', { expression: true, alias_name: true }),
  },
} as const satisfies Readonly<Partial<Record<BuiltWidgetType, Options>>>

/** Widget types whose requests have a table. */
export type RequestedWidgetType = keyof typeof widgetRequests

/** The options of one request of a widget type, or undefined for types without requests. */
export function widgetRequestOf(type: string): Options | undefined {
  return Object.hasOwn(widgetRequests, type) ? widgetRequests[type as RequestedWidgetType] : undefined
}
