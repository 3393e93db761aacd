export * from './widget-builders.js'
export type { FieldForm, FieldValue, KnownValues, WidgetBuilder, WidgetField } from './widget-field.js'
export * from './widget-names.js'
export * from './widget-queries.js'
export * from './widget-requests.js'
export * from './widget-values.js'

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
    fields: ['show_legend', 'legend_size', 'markers', 'xaxis', 'yaxis'],
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
    fields: ['background_color', 'banner_img', 'show_title', 'template_variables', 'reflow_type'],
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
      'logset',
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
      'show_status',
      'last_triggered_format',
      'count',
      'start',
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
  treemap: {
    label: 'Treemap',
    required: ['requests'],
    fields: ['color_by', 'group_by', 'size_by'],
    response: 'scalar',
    maxRequests: 1,
  },
  wildcard: { label: 'Wildcard', required: ['specification', 'requests'], fields: [] },
} as const satisfies Record<string, WidgetFacts>

export type WidgetType = keyof typeof widgets

/** All widget types, in the table's order. */
export const widgetTypes = Object.keys(widgets) as readonly WidgetType[]

/** The facts of a widget type, or undefined for one that the schema does not have. */
export function widgetNamed(type: string): WidgetFacts | undefined {
  return Object.hasOwn(widgets, type) ? widgets[type as WidgetType] : undefined
}

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
