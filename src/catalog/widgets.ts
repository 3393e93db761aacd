export * from './widget-fields.js'

/** How the data of a widget's new-style request is shaped. */
export type ResponseFormat = 'timeseries' | 'scalar' | 'event_list'

/** What is known about one widget type. */
export interface WidgetFacts {
  readonly label: string
  /** Fields the API refuses to do without, besides `type`. */
  readonly required: readonly string[]
  /** Fields of its own, besides those in `commonWidgetFields`. */
  readonly fields: readonly string[]
  /** Absent when the widget has no `queries` and `formulas`. */
  readonly response?: ResponseFormat
  /** At most this many requests. */
  readonly maxRequests?: number
  /** Has none of the common fields `title`, `time` … */
  readonly plain?: true
  /** What to use instead. */
  readonly deprecated?: string
}

/** Fields that nearly every widget has. */
export const commonWidgetFields = [
  'title',
  'title_size',
  'title_align',
  'time',
  'custom_links',
  'description',
] as const

/** Every widget type. https://docs.datadoghq.com/dashboards/widgets/ */
export const widgets = {
  alert_graph: { label: 'Alert graph', required: ['alert_id', 'viz_type'], fields: [] },
  alert_value: { label: 'Alert value', required: ['alert_id'], fields: ['precision', 'unit', 'text_align'] },
  bar_chart: { label: 'Bar chart', required: ['requests'], fields: ['style'], response: 'scalar' },
  change: { label: 'Change', required: ['requests'], fields: [], response: 'scalar', maxRequests: 1 },
  check_status: {
    label: 'Check status',
    required: ['check', 'grouping'],
    fields: ['group', 'group_by', 'tags'],
  },
  cohort: { label: 'Cohort', required: ['requests'], fields: [] },
  distribution: {
    label: 'Distribution',
    required: ['requests'],
    fields: ['show_legend', 'markers', 'xaxis', 'yaxis'],
    response: 'scalar',
    maxRequests: 1,
  },
  event_stream: { label: 'Event stream', required: ['query'], fields: ['tags_execution', 'event_size'] },
  event_timeline: { label: 'Event timeline', required: ['query'], fields: ['tags_execution'] },
  free_text: {
    label: 'Free text',
    required: ['text'],
    fields: ['color', 'font_size', 'text_align', 'background_color'],
    plain: true,
  },
  funnel: { label: 'Funnel', required: ['requests'], fields: ['grouped_display'], maxRequests: 1 },
  geomap: { label: 'Geomap', required: ['requests', 'style', 'view'], fields: [], response: 'scalar' },
  group: {
    label: 'Group',
    required: ['layout_type', 'widgets'],
    fields: ['background_color', 'banner_img', 'show_title'],
  },
  heatmap: {
    label: 'Heatmap',
    required: ['requests'],
    fields: ['events', 'markers', 'xaxis', 'yaxis', 'show_legend', 'legend_size'],
    response: 'timeseries',
  },
  hostmap: {
    label: 'Host map',
    required: ['requests'],
    fields: ['node_type', 'group', 'scope', 'no_group_hosts', 'no_metric_hosts', 'notes', 'style'],
  },
  iframe: { label: 'Iframe', required: ['url'], fields: [], plain: true },
  image: {
    label: 'Image',
    required: ['url'],
    fields: [
      'url_dark_theme',
      'sizing',
      'margin',
      'has_background',
      'has_border',
      'horizontal_align',
      'vertical_align',
    ],
    plain: true,
  },
  list_stream: {
    label: 'List',
    required: ['requests'],
    fields: ['show_legend', 'legend_size'],
    response: 'event_list',
  },
  log_stream: {
    label: 'Log stream',
    required: [],
    fields: [
      'query',
      'indexes',
      'columns',
      'sort',
      'message_display',
      'show_date_column',
      'show_message_column',
    ],
    deprecated: 'a `list_stream` widget',
  },
  manage_status: {
    label: 'Monitor summary',
    required: ['query'],
    fields: [
      'display_format',
      'color_preference',
      'hide_zero_counts',
      'show_last_triggered',
      'show_priority',
      'sort',
      'summary_type',
    ],
  },
  note: {
    label: 'Note',
    required: ['content'],
    fields: [
      'background_color',
      'font_size',
      'text_align',
      'vertical_align',
      'show_tick',
      'tick_pos',
      'tick_edge',
      'has_padding',
    ],
    plain: true,
  },
  point_plot: { label: 'Point plot', required: ['requests'], fields: ['legend', 'markers', 'yaxis'] },
  powerpack: {
    label: 'Powerpack',
    required: ['powerpack_id'],
    fields: ['template_variables', 'show_title', 'background_color', 'banner_img'],
  },
  query_table: { label: 'Table', required: ['requests'], fields: ['has_search_bar'], response: 'scalar' },
  query_value: {
    label: 'Query value',
    required: ['requests'],
    fields: ['autoscale', 'custom_unit', 'precision', 'text_align', 'timeseries_background'],
    response: 'scalar',
    maxRequests: 1,
  },
  retention_curve: { label: 'Retention curve', required: ['requests'], fields: [] },
  run_workflow: { label: 'Run workflow', required: ['workflow_id'], fields: ['inputs'] },
  sankey: { label: 'Sankey', required: ['requests'], fields: ['sort_nodes', 'show_other_links'] },
  scatterplot: {
    label: 'Scatter plot',
    required: ['requests'],
    fields: ['xaxis', 'yaxis', 'color_by_groups'],
    response: 'scalar',
  },
  servicemap: {
    label: 'Service map',
    required: ['service', 'filters'],
    fields: [],
    deprecated: 'a `topology_map` widget',
  },
  slo: {
    label: 'SLO',
    required: ['view_type'],
    fields: [
      'slo_id',
      'view_mode',
      'time_windows',
      'show_error_budget',
      'global_time_target',
      'additional_query_filters',
    ],
  },
  slo_list: { label: 'SLO list', required: ['requests'], fields: [], maxRequests: 1 },
  split_group: {
    label: 'Split graph',
    required: ['source_widget_definition', 'split_config', 'size'],
    fields: ['has_uniform_y_axes'],
  },
  sunburst: {
    label: 'Pie chart',
    required: ['requests'],
    fields: ['hide_total', 'legend'],
    response: 'scalar',
  },
  timeseries: {
    label: 'Timeseries',
    required: ['requests'],
    fields: [
      'events',
      'markers',
      'legend_columns',
      'legend_layout',
      'legend_size',
      'show_legend',
      'yaxis',
      'right_yaxis',
    ],
    response: 'timeseries',
  },
  toplist: { label: 'Top list', required: ['requests'], fields: ['style'], response: 'scalar' },
  topology_map: { label: 'Topology map', required: ['requests'], fields: [], maxRequests: 1 },
  trace_service: {
    label: 'Service summary',
    required: ['env', 'service', 'span_name'],
    fields: [
      'show_hits',
      'show_errors',
      'show_latency',
      'show_breakdown',
      'show_distribution',
      'show_resource_list',
      'size_format',
      'display_format',
    ],
  },
  treemap: { label: 'Treemap', required: ['requests'], fields: [], response: 'scalar', maxRequests: 1 },
  wildcard: { label: 'Wildcard', required: ['specification', 'requests'], fields: [] },
} as const satisfies Record<string, WidgetFacts>

export type WidgetType = keyof typeof widgets

/** All widget types, in the table's order. */
export const widgetTypes = Object.keys(widgets) as readonly WidgetType[]

/** The facts of a widget type, or undefined for one that the schema does not have. */
export function widgetNamed(type: string): WidgetFacts | undefined {
  return Object.hasOwn(widgets, type) ? widgets[type as WidgetType] : undefined
}

/** `display_type` of a timeseries request. */
export const displayTypes = ['line', 'area', 'bars', 'overlay'] as const
export type DisplayType = (typeof displayTypes)[number]

/** `style.palette` of lines and bars. https://docs.datadoghq.com/dashboards/guide/widget_colors/ */
export const seriesPalettes = [
  'dog_classic',
  'datadog16',
  'classic',
  'cool',
  'warm',
  'purple',
  'orange',
  'gray',
  'grey',
  'blue',
  'green',
  'red',
  'semantic',
  'dd20',
  'hostmap_blues',
  'green_to_orange',
  'yellow_to_green',
  'YlOrRd',
  'Plasma',
] as const
export type SeriesPalette = (typeof seriesPalettes)[number]

/** `palette` of a conditional format. */
export const conditionalPalettes = [
  'blue',
  'custom_bg',
  'custom_image',
  'custom_text',
  'gray_on_white',
  'grey',
  'green',
  'orange',
  'red',
  'red_on_white',
  'white_on_gray',
  'white_on_green',
  'green_on_white',
  'white_on_red',
  'white_on_yellow',
  'yellow_on_white',
  'black_on_light_yellow',
  'black_on_light_green',
  'black_on_light_red',
] as const
export type ConditionalPalette = (typeof conditionalPalettes)[number]

/** `comparator` of a conditional format. */
export const conditionalComparators = ['=', '>', '>=', '<', '<='] as const
export type ConditionalComparator = (typeof conditionalComparators)[number]

export const lineTypes = ['solid', 'dashed', 'dotted'] as const
export type LineType = (typeof lineTypes)[number]
export const lineWidths = ['normal', 'thick', 'thin'] as const
export type LineWidth = (typeof lineWidths)[number]

/** `legend_columns` and `legend_layout` of a timeseries. */
export const legendColumns = ['value', 'avg', 'sum', 'min', 'max'] as const
export type LegendColumn = (typeof legendColumns)[number]
export const legendLayouts = ['auto', 'horizontal', 'vertical'] as const
export type LegendLayout = (typeof legendLayouts)[number]

/** `time.live_span`. */
export const liveSpans = [
  '1m',
  '5m',
  '10m',
  '15m',
  '30m',
  '1h',
  '4h',
  '1d',
  '2d',
  '1w',
  '1mo',
  '3mo',
  '6mo',
  '1y',
  'week_to_date',
  'month_to_date',
  'alert',
] as const
export type LiveSpan = (typeof liveSpans)[number]

/** Background of a group's title, and of a note. */
export const groupColors = [
  'blue',
  'vivid_blue',
  'gray',
  'green',
  'vivid_green',
  'orange',
  'vivid_orange',
  'pink',
  'vivid_pink',
  'purple',
  'vivid_purple',
  'yellow',
  'vivid_yellow',
  'white',
] as const
export type GroupColor = (typeof groupColors)[number]
export const noteColors = [
  'white',
  'blue',
  'purple',
  'pink',
  'orange',
  'yellow',
  'green',
  'gray',
  'transparent',
] as const
export type NoteColor = (typeof noteColors)[number]

/** A marker's `display_type` is a severity and a line: `error dashed`. */
export const markerSeverities = ['error', 'warning', 'info', 'ok'] as const
export type MarkerSeverity = (typeof markerSeverities)[number]
export const markerLines = ['dashed', 'solid', 'bold'] as const
export type MarkerLine = (typeof markerLines)[number]

/** `cell_display_mode` of a table's formula. */
export const cellDisplayModes = ['number', 'bar', 'trend'] as const
export type CellDisplayMode = (typeof cellDisplayModes)[number]

/** `yaxis.scale`; `pow` is followed by its exponent. */
export const axisScales = ['linear', 'log', 'sqrt'] as const
export type AxisScale = (typeof axisScales)[number]

/** `compare_to` of a change widget. */
export const changePeriods = ['hour_before', 'day_before', 'week_before', 'month_before'] as const
export type ChangePeriod = (typeof changePeriods)[number]

/** `sizing` of an image; the last three are older spellings that are still in use. */
export const imageSizings = [
  'fill',
  'contain',
  'cover',
  'none',
  'scale-down',
  'zoom',
  'fit',
  'center',
] as const
export type ImageSizing = (typeof imageSizings)[number]

/** `time_windows` of an SLO widget. */
export const sloWidgetWindows = [
  '7d',
  '30d',
  '90d',
  'week_to_date',
  'previous_week',
  'month_to_date',
  'previous_month',
  'global_time',
] as const
export type SloWidgetWindow = (typeof sloWidgetWindows)[number]

/** `measure` of an SLO data source. */
export const sloMeasures = [
  'good_events',
  'bad_events',
  'good_minutes',
  'bad_minutes',
  'slo_status',
  'error_budget_remaining',
  'burn_rate',
  'error_budget_burndown',
] as const
export type SloMeasure = (typeof sloMeasures)[number]

/** `data_source` of queries that hold a metric query as text. */
export const metricDataSources = ['metrics', 'cloud_cost'] as const
export type MetricDataSource = (typeof metricDataSources)[number]

/** `data_source` of queries with `search`, `compute` and `group_by`. */
export const eventDataSources = [
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
] as const
export type EventDataSource = (typeof eventDataSources)[number]

/** `query.data_source` of a list widget. */
export const streamDataSources = [
  'logs_stream',
  'audit_stream',
  'ci_pipeline_stream',
  'ci_test_stream',
  'rum_issue_stream',
  'apm_issue_stream',
  'trace_stream',
  'logs_issue_stream',
  'logs_pattern_stream',
  'logs_transaction_stream',
  'event_stream',
  'rum_stream',
  'llm_observability_stream',
  'issue_stream',
  'security_runtime_stream',
  'security_signals_stream',
  'incidents_stream',
] as const
export type StreamDataSource = (typeof streamDataSources)[number]

/** Fields of the old-style request, none of which may stand beside `queries`. */
export const oldRequestFields = [
  'q',
  'log_query',
  'apm_query',
  'rum_query',
  'event_query',
  'network_query',
  'security_query',
  'process_query',
  'audit_query',
  'profile_metrics_query',
] as const

/** https://docs.datadoghq.com/api/latest/dashboards/ */
export const dashboardLimits = {
  columns: 12,
  tags: 5,
  tagKeys: ['team'],
  tabs: 100,
  pointsPerSeries: 1_500,
  /** No hard limit is published; more than this is slow. */
  advisedWidgets: 100,
} as const
