/**
 * How the options of the widget builders correspond to the fields of Datadog's JSON. The builders read these tables to
 * write JSON, and the generator of code reads them the other way round, so the two cannot disagree.
 */

/**
 * How a value in TypeScript becomes the value of a field:
 * - `same`: as it is; the inside of an object keeps Datadog's own names.
 * - `named`: keys of objects, at any depth, are `camelCase` in TypeScript and `snake_case` in JSON (`fieldName`, `optionName`).
 * - `axis`: as `named`; `min` and `max` may be numbers in TypeScript and are always texts in JSON.
 * - `markers`: a list; `{ at, from, to, severity, line, label }` is a short form, anything with `value` is as `named`.
 * - `events`: a list; a text stands for `{ q: text }`, an object is as `named`.
 * - `columns`: a list; a text stands for `{ field: text, width: 'auto' }`, an object is as `named`.
 * - `metric`: an expression or the text of a metric query; always a text in JSON.
 * - `queries`: an object from names to queries (`widgetQueries`), or a list of queries in Datadog's JSON.
 * - `formulas`: a list; a text stands for `{ formula: text }`, an object is as `named`.
 * - `monitor`, `slo`: the resource, or its id; always a text in JSON.
 * - `widget`, `widgets`: other builders' results.
 * - `requests`: one request or a list of them, see `widgetRequests`; always a list in JSON.
 * - `request`: a single request, an object in JSON, too.
 */
export type FieldForm =
  | 'same'
  | 'named'
  | 'axis'
  | 'markers'
  | 'events'
  | 'columns'
  | 'metric'
  | 'queries'
  | 'formulas'
  | 'monitor'
  | 'slo'
  | 'widget'
  | 'widgets'
  | 'requests'
  | 'request'

/** The field that one option writes. */
export interface WidgetField {
  /** Where it stands: names and positions joined by dots, `requests.0.query.limit`. */
  readonly path: string
  /** `same` when absent. */
  readonly form?: FieldForm
  /** Written where the author leaves the option out; the option `null` leaves the field out. */
  readonly default?: FieldValue
}

/** Any JSON value; the catalog knows nothing of the model. */
export type FieldValue =
  | null
  | boolean
  | number
  | string
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

type Options = Readonly<Record<string, WidgetField>>

/** A builder function and what its arguments mean. */
export interface WidgetBuilder {
  /** The name of the function in the package. */
  readonly builder: string
  /** The arguments before the options; `title` may be null for a widget without one. */
  readonly positional: readonly (readonly [name: string, field: WidgetField])[]
  /** Where the second argument is an object of several requests: what each of its members writes. */
  readonly data?: Options
  /** Fields of the last argument, besides `commonWidgetOptions` where the widget has those. */
  readonly options: Options
  /** Fields that the builder always writes so. */
  readonly fixed?: Readonly<Record<string, FieldValue>>
  /** Has none of `commonWidgetOptions`. */
  readonly plain?: true
}

const at = (path: string, form?: FieldForm): WidgetField => (form === undefined ? { path } : { path, form })
const orElse = (path: string, value: FieldValue): WidgetField => ({ path, default: value })

const title = ['title', at('title')] as const
const requests = ['requests', at('requests', 'requests')] as const
const titled = [title, requests] as const

/** Options of every widget that is not `plain`; `title` only where it is not an argument of its own. */
export const commonWidgetOptions = {
  title: at('title'),
  titleSize: at('title_size'),
  titleAlign: at('title_align'),
  time: at('time', 'named'),
  /** Short for `time: { liveSpan: … }`. */
  span: at('time.live_span'),
  links: at('custom_links', 'named'),
  description: at('description'),
} as const satisfies Options

/**
 * Options of every widget that say nothing about its definition: `id` and `at` (`layout` in Datadog's own names; null for
 * none) stand beside the definition, `size` is for computed layouts, `extra` holds further fields in Datadog's own names.
 */
export const widgetPlaceOptions = ['id', 'at', 'size', 'extra'] as const

/** The builder of every widget type, by type. */
export const widgetBuilders = {
  alert_graph: {
    builder: 'monitorStatus',
    positional: [['monitor', at('alert_id', 'monitor')]],
    options: { as: orElse('viz_type', 'timeseries') },
  },
  alert_value: {
    builder: 'alertValue',
    positional: [['monitor', at('alert_id', 'monitor')]],
    options: { precision: at('precision'), unit: at('unit'), align: at('text_align') },
  },
  bar_chart: {
    builder: 'barChart',
    positional: titled,
    options: { style: at('style', 'named') },
  },
  change: { builder: 'change', positional: titled, options: {} },
  check_status: {
    builder: 'checkStatus',
    positional: [title, ['check', at('check')]],
    options: {
      /** `'check'` where a group is given, else `'cluster'`. */
      grouping: at('grouping'),
      group: at('group'),
      groupBy: at('group_by'),
      tags: at('tags'),
    },
  },
  cohort: { builder: 'cohort', positional: titled, options: {} },
  custom: {
    builder: 'customWidget',
    positional: [title, ['app', at('app_id')], ['widget', at('custom_widget_key')]],
    options: { options: at('options') },
  },
  distribution: {
    builder: 'distribution',
    positional: titled,
    options: {
      markers: at('markers', 'markers'),
      legend: at('show_legend'),
      legendSize: at('legend_size'),
      xAxis: at('xaxis', 'axis'),
      yAxis: at('yaxis', 'axis'),
    },
  },
  embedded_app: {
    builder: 'embeddedApp',
    positional: [title],
    options: { template: at('template_id'), app: at('app_id'), inputs: at('inputs') },
  },
  event_stream: {
    builder: 'eventStream',
    positional: [title, ['search', at('query')]],
    options: { event: at('event_size'), tagsExecution: at('tags_execution') },
  },
  event_timeline: {
    builder: 'eventTimeline',
    positional: [title, ['search', at('query')]],
    options: { tagsExecution: at('tags_execution') },
  },
  free_text: {
    builder: 'freeText',
    positional: [['text', at('text')]],
    options: {
      color: at('color'),
      fontSize: at('font_size'),
      align: at('text_align'),
      background: at('background_color'),
    },
    plain: true,
  },
  funnel: {
    builder: 'funnel',
    positional: titled,
    options: { groupedDisplay: at('grouped_display') },
  },
  geomap: {
    builder: 'geomap',
    positional: titled,
    options: {
      palette: orElse('style.palette', 'hostmap_blues'),
      flipPalette: orElse('style.palette_flip', false),
      focus: orElse('view.focus', 'WORLD'),
    },
  },
  group: {
    builder: 'group',
    positional: [title, ['widgets', at('widgets', 'widgets')]],
    options: {
      background: at('background_color'),
      showTitle: at('show_title'),
      banner: at('banner_img'),
      templateVariables: at('template_variables'),
      reflow: at('reflow_type'),
    },
    fixed: { layout_type: 'ordered' },
  },
  heatmap: {
    builder: 'heatmap',
    positional: titled,
    options: {
      events: at('events', 'events'),
      markers: at('markers', 'markers'),
      legend: at('show_legend'),
      legendSize: at('legend_size'),
      xAxis: at('xaxis', 'named'),
      yAxis: at('yaxis', 'axis'),
    },
  },
  hostmap: {
    builder: 'hostmap',
    positional: [title],
    data: {
      fill: at('requests.fill', 'request'),
      area: at('requests.size', 'request'),
      /** The newer form with node types, in Datadog's own names; neither `fill` nor `area` then. */
      infrastructure: at('requests'),
    },
    options: {
      nodeType: at('node_type'),
      group: at('group'),
      scope: at('scope'),
      noGroupHosts: at('no_group_hosts'),
      noMetricHosts: at('no_metric_hosts'),
      notes: at('notes'),
      style: at('style', 'named'),
    },
  },
  iframe: { builder: 'iframe', positional: [['url', at('url')]], options: {}, plain: true },
  image: {
    builder: 'image',
    positional: [['url', at('url')]],
    options: {
      dark: at('url_dark_theme'),
      sizing: at('sizing'),
      margin: at('margin'),
      hasBackground: at('has_background'),
      border: at('has_border'),
      align: at('horizontal_align'),
      verticalAlign: at('vertical_align'),
    },
    plain: true,
  },
  list_stream: {
    builder: 'listStream',
    positional: titled,
    options: { legend: at('show_legend'), legendSize: at('legend_size') },
  },
  log_stream: {
    builder: 'classicLogStream',
    positional: [title, ['search', at('query')]],
    options: {
      indexes: at('indexes'),
      columns: at('columns'),
      sort: at('sort', 'named'),
      messageDisplay: at('message_display'),
      dateColumn: at('show_date_column'),
      messageColumn: at('show_message_column'),
      logset: at('logset'),
    },
  },
  manage_status: {
    builder: 'manageStatus',
    positional: [title, ['search', at('query')]],
    options: {
      display: orElse('display_format', 'countsAndList'),
      colour: at('color_preference'),
      summary: at('summary_type'),
      sort: at('sort'),
      count: at('count'),
      start: at('start'),
      hideZeroCounts: at('hide_zero_counts'),
      showStatus: at('show_status'),
      showLastTriggered: at('show_last_triggered'),
      lastTriggeredFormat: at('last_triggered_format'),
      showPriority: at('show_priority'),
    },
  },
  note: {
    builder: 'note',
    positional: [['content', at('content')]],
    options: {
      background: at('background_color'),
      fontSize: at('font_size'),
      align: at('text_align'),
      verticalAlign: at('vertical_align'),
      padding: at('has_padding'),
      tick: at('show_tick'),
      tickPosition: at('tick_pos'),
      tickEdge: at('tick_edge'),
    },
    plain: true,
  },
  point_plot: {
    builder: 'pointPlot',
    positional: titled,
    options: {
      legend: at('legend', 'named'),
      markers: at('markers', 'markers'),
      yAxis: at('yaxis', 'axis'),
    },
  },
  powerpack: {
    builder: 'powerpack',
    positional: [title, ['powerpack', at('powerpack_id')]],
    options: {
      templateVariables: at('template_variables', 'named'),
      showTitle: at('show_title'),
      background: at('background_color'),
      banner: at('banner_img'),
    },
  },
  query_table: {
    builder: 'table',
    positional: titled,
    options: { searchBar: at('has_search_bar') },
  },
  query_value: {
    builder: 'queryValue',
    positional: titled,
    options: {
      unit: at('custom_unit'),
      precision: at('precision'),
      autoscale: at('autoscale'),
      align: at('text_align'),
      background: at('timeseries_background.type'),
      backgroundAxis: at('timeseries_background.yaxis', 'axis'),
    },
  },
  retention_curve: { builder: 'retentionCurve', positional: titled, options: {} },
  run_workflow: {
    builder: 'runWorkflow',
    positional: [title, ['workflow', at('workflow_id')]],
    options: { inputs: at('inputs') },
  },
  sankey: {
    builder: 'sankey',
    positional: titled,
    options: { sortNodes: at('sort_nodes'), showOtherLinks: at('show_other_links') },
  },
  scatterplot: {
    builder: 'scatterplot',
    positional: [title],
    data: {
      /** Formulas whose `dimension` says which axis they are. */
      table: at('requests.table', 'request'),
      x: at('requests.x', 'request'),
      y: at('requests.y', 'request'),
    },
    options: {
      xAxis: at('xaxis', 'axis'),
      yAxis: at('yaxis', 'axis'),
      colorByGroups: at('color_by_groups'),
    },
  },
  servicemap: {
    builder: 'serviceMap',
    positional: [title, ['service', at('service')]],
    options: { filters: at('filters') },
  },
  slo: {
    builder: 'sloWidget',
    positional: [['slo', at('slo_id', 'slo')]],
    options: {
      viewType: orElse('view_type', 'detail'),
      view: orElse('view_mode', 'overall'),
      /** The SLO's own timeframes where it is one of the project, else `['30d']`; null leaves the field out. */
      windows: orElse('time_windows', ['30d']),
      errorBudget: orElse('show_error_budget', true),
      globalTimeTarget: at('global_time_target'),
      filters: at('additional_query_filters'),
    },
  },
  slo_list: {
    builder: 'sloList',
    positional: [title, ['search', at('requests.0.query.query_string')]],
    options: {
      limit: orElse('requests.0.query.limit', 100),
      sort: at('requests.0.query.sort', 'named'),
    },
    fixed: { 'requests.0.request_type': 'slo_list' },
  },
  split_group: {
    builder: 'splitGroup',
    positional: [title, ['widget', at('source_widget_definition', 'widget')]],
    options: {
      /** The tag or attribute that each graph has one value of. */
      by: at('split_config.split_dimensions.0.one_graph_per'),
      limit: orElse('split_config.limit', 24),
      order: orElse('split_config.sort.order', 'desc'),
      compute: at('split_config.sort.compute', 'named'),
      values: at('split_config.static_splits', 'named'),
      graphSize: orElse('size', 'md'),
      uniformYAxes: at('has_uniform_y_axes'),
    },
  },
  sunburst: {
    builder: 'pieChart',
    positional: titled,
    options: { legend: at('legend', 'named'), hideTotal: at('hide_total') },
  },
  timeseries: {
    builder: 'timeseries',
    positional: titled,
    options: {
      events: at('events', 'events'),
      markers: at('markers', 'markers'),
      legend: at('show_legend'),
      legendLayout: at('legend_layout'),
      legendColumns: at('legend_columns'),
      legendSize: at('legend_size'),
      yAxis: at('yaxis', 'axis'),
      rightYAxis: at('right_yaxis', 'axis'),
    },
  },
  toplist: { builder: 'toplist', positional: titled, options: { style: at('style', 'named') } },
  topology_map: { builder: 'topologyMap', positional: titled, options: {} },
  trace_service: {
    builder: 'traceService',
    positional: [title, ['service', at('service')]],
    options: {
      env: at('env'),
      spanName: at('span_name'),
      showHits: at('show_hits'),
      showErrors: at('show_errors'),
      showLatency: at('show_latency'),
      showBreakdown: at('show_breakdown'),
      showDistribution: at('show_distribution'),
      showResourceList: at('show_resource_list'),
      sizeFormat: at('size_format'),
      display: at('display_format'),
    },
  },
  treemap: {
    builder: 'treemap',
    positional: titled,
    options: { colorBy: at('color_by'), groupBy: at('group_by'), sizeBy: at('size_by') },
  },
  wildcard: {
    builder: 'wildcard',
    positional: titled,
    options: {
      language: orElse('specification.type', 'vega-lite'),
      contents: at('specification.contents'),
    },
  },
} as const satisfies Record<string, WidgetBuilder>

export type BuiltWidgetType = keyof typeof widgetBuilders

/** The builder of a widget type, or undefined where only `raw(…)` can write it. */
export function widgetBuilderOf(type: string): WidgetBuilder | undefined {
  return Object.hasOwn(widgetBuilders, type) ? widgetBuilders[type as BuiltWidgetType] : undefined
}

/** Queries of the superseded form, none of which may stand beside `queries`. */
const classicOptions = {
  q: at('q', 'metric'),
  logQuery: at('log_query', 'named'),
  apmQuery: at('apm_query', 'named'),
  rumQuery: at('rum_query', 'named'),
  eventQuery: at('event_query', 'named'),
  networkQuery: at('network_query', 'named'),
  securityQuery: at('security_query', 'named'),
  processQuery: at('process_query', 'named'),
  auditQuery: at('audit_query', 'named'),
  profileMetricsQuery: at('profile_metrics_query', 'named'),
  apmStatsQuery: at('apm_stats_query', 'named'),
} as const satisfies Options

const formulaOptions = {
  queries: at('queries', 'queries'),
  formulas: at('formulas', 'formulas'),
  ...classicOptions,
  style: at('style', 'named'),
  conditionalFormats: at('conditional_formats', 'named'),
  sort: at('sort', 'named'),
} as const satisfies Options

/** Written by default where the request has `queries`, and only there. */
const dataOptions = {
  ...formulaOptions,
  responseFormat: at('response_format'),
} as const satisfies Options

const histogramOptions = {
  ...dataOptions,
  requestType: at('request_type'),
  query: at('query', 'named'),
} as const satisfies Options

/** The fields of one request, by widget type; `extra` holds further ones in Datadog's own names. */
export const widgetRequests = {
  bar_chart: dataOptions,
  change: {
    ...dataOptions,
    changeType: at('change_type'),
    compareTo: at('compare_to'),
    orderBy: at('order_by'),
    orderDir: at('order_dir'),
    increaseGood: at('increase_good'),
    showPresent: at('show_present'),
  },
  cohort: { requestType: orElse('request_type', 'retention_grid'), query: at('query') },
  distribution: histogramOptions,
  funnel: {
    requestType: orElse('request_type', 'funnel'),
    query: at('query'),
    comparisonTime: at('comparison_time', 'named'),
    comparisonSegments: at('comparison_segments'),
  },
  geomap: {
    ...dataOptions,
    columns: at('columns', 'columns'),
    query: at('query', 'named'),
    textFormats: at('text_formats', 'named'),
  },
  heatmap: histogramOptions,
  hostmap: classicOptions,
  list_stream: {
    source: at('query.data_source'),
    search: at('query.query_string'),
    indexes: at('query.indexes'),
    storage: at('query.storage'),
    sort: at('query.sort', 'named'),
    event: at('query.event_size'),
    groupBy: at('query.group_by', 'named'),
    compute: at('query.compute', 'named'),
    clusteringPatternFieldPath: at('query.clustering_pattern_field_path'),
    assigneeUuids: at('query.assignee_uuids'),
    persona: at('query.persona'),
    states: at('query.states'),
    suspectedCauses: at('query.suspected_causes'),
    teamHandles: at('query.team_handles'),
    version: at('query.version'),
    calculatedFields: at('query.calculated_fields'),
    columns: at('columns', 'columns'),
    responseFormat: orElse('response_format', 'event_list'),
  },
  point_plot: {
    requestType: orElse('request_type', 'data_projection'),
    query: at('query', 'named'),
    projection: at('projection', 'named'),
    limit: at('limit'),
  },
  query_table: {
    ...dataOptions,
    aggregator: at('aggregator'),
    alias: at('alias'),
    limit: at('limit'),
    order: at('order'),
    cellDisplayMode: at('cell_display_mode'),
    textFormats: at('text_formats', 'named'),
  },
  query_value: { ...dataOptions, aggregator: at('aggregator'), comparison: at('comparison', 'named') },
  retention_curve: {
    requestType: orElse('request_type', 'retention_curve'),
    query: at('query'),
    style: at('style', 'named'),
  },
  sankey: { requestType: orElse('request_type', 'sankey'), query: at('query') },
  scatterplot: { ...dataOptions, aggregator: at('aggregator') },
  sunburst: dataOptions,
  timeseries: {
    ...dataOptions,
    display: at('display_type'),
    onRightAxis: at('on_right_yaxis'),
    metadata: at('metadata', 'named'),
  },
  toplist: dataOptions,
  topology_map: { requestType: orElse('request_type', 'topology'), query: at('query', 'named') },
  treemap: dataOptions,
  wildcard: {
    ...histogramOptions,
    columns: at('columns', 'columns'),
    display: at('display_type'),
    onRightAxis: at('on_right_yaxis'),
    metadata: at('metadata', 'named'),
  },
} as const satisfies Readonly<Partial<Record<BuiltWidgetType, Options>>>

/** Widget types whose requests have a table. */
export type RequestedWidgetType = keyof typeof widgetRequests

/** The options of one request of a widget type, or undefined for types without requests. */
export function widgetRequestOf(type: string): Options | undefined {
  return Object.hasOwn(widgetRequests, type) ? widgetRequests[type as RequestedWidgetType] : undefined
}

/** A function that makes one query of `queries`, named by the key it stands under. */
export interface WidgetQueryBuilder {
  readonly builder: string
  readonly positional: readonly (readonly [name: string, field: WidgetField])[]
  readonly options: Options
}

const crossOrganisation = { crossOrgUuids: at('cross_org_uuids') } as const

const metric = [['query', at('query', 'metric')]] as const
const measured = { aggregator: at('aggregator') } as const
const dataSource = ['dataSource', at('data_source')] as const

/**
 * The builders of single queries, by name. A bare expression or text stands for `metricQuery(…)`, and where the request is
 * `scalar` adds the aggregator `sum` for counts and `avg` for everything else. Every builder also takes `extra`.
 * What none of them can say is `rawQuery({ data_source: …, … })`, without the name.
 */
export const widgetQueries = {
  metricQuery: {
    positional: metric,
    options: { ...measured, semanticMode: at('semantic_mode'), ...crossOrganisation },
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
      compute: at('compute', 'named'),
      groupBy: at('group_by', 'named'),
      storage: at('storage'),
      calculatedFields: at('calculated_fields'),
      ...crossOrganisation,
    },
    sources: [
      'logs',
      'spans',
      'network',
      'rum',
      'security_signals',
      'profiles',
      'audit',
      'events',
      'ci_tests',
      'ci_pipelines',
      'incident_analytics',
      'product_analytics',
      'on_call_events',
      'errors',
      'llm_observability',
      'database_queries',
      'network_path',
      'network_device_flows',
      'app_sec_events',
    ],
  },
  processQuery: {
    positional: [dataSource, ['metric', at('metric')]],
    options: {
      textFilter: at('text_filter'),
      tagFilters: at('tag_filters'),
      limit: at('limit'),
      sort: at('sort'),
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
      spanKind: at('span_kind'),
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
  sloQuery: {
    positional: [
      ['slo', at('slo_id', 'slo')],
      ['measure', at('measure')],
    ],
    options: {
      groupMode: at('group_mode'),
      sloType: at('slo_query_type'),
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

/** `include_zero` for `includeZero`. */
export function fieldName(option: string): string {
  return option.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** `includeZero` for `include_zero`. */
export function optionName(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Whether an object can be written with `camelCase` keys and comes back the same; where a key cannot, as `@usr.id`, the
 * field that holds the object has to be given in `extra`.
 */
export function isNameable(value: FieldValue | undefined): boolean {
  if (Array.isArray(value)) return value.every(isNameable)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([key, inner]) => fieldName(optionName(key)) === key && isNameable(inner as FieldValue),
  )
}
