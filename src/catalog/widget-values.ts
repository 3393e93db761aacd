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
  'red',
  'vivid_blue',
  'vivid_green',
  'vivid_orange',
  'vivid_pink',
  'vivid_purple',
  'vivid_yellow',
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

/** `data_source` of queries over journeys and retention, each with a form of its own. */
export const productAnalyticsSources = [
  'product_analytics_extended',
  'product_analytics_journey',
  'product_analytics_retention',
] as const
export type ProductAnalyticsSource = (typeof productAnalyticsSources)[number]

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
