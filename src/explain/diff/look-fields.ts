/** How lines and areas are drawn: members of `style`. https://docs.datadoghq.com/dashboards/widgets/timeseries/ */
export const styleFields = [
  'palette',
  'palette_index',
  'palette_flip',
  'line_type',
  'line_width',
  'order_by',
  'fill_min',
  'fill_max',
  'has_value_labels',
] as const

/** Members of `xaxis`, `yaxis` and `right_yaxis`. */
export const axisFields = ['include_zero', 'min', 'max', 'scale', 'label'] as const

/** Fields of a widget or one of its requests that change what it looks like. https://docs.datadoghq.com/dashboards/widgets/ */
export const ownFields = [
  'display_type',
  'background_color',
  'color',
  'color_by_groups',
  'color_preference',
  'font_size',
  'text_align',
  'vertical_align',
  'horizontal_align',
  'title_size',
  'title_align',
  'show_title',
  'show_legend',
  'legend_layout',
  'legend_columns',
  'legend_size',
  'precision',
  'autoscale',
  'custom_unit',
  'on_right_yaxis',
  'has_background',
  'has_border',
  'has_padding',
  'show_tick',
  'sizing',
  'margin',
  'viz_type',
  'cell_display_mode',
  'alias',
  'aggregator',
  'has_search_bar',
  'message_display',
  'url',
  'url_dark_theme',
  'unit',
  'tick_pos',
  'tick_edge',
  'hide_total',
  'has_uniform_y_axes',
  'increase_good',
  'show_present',
  'show_error_budget',
  'hide_zero_counts',
  'show_priority',
  'show_last_triggered',
  'no_group_hosts',
  'no_metric_hosts',
  'is_column_break',
  'alias_name',
  'reflow_type',
  'order_by',
] as const

/** Fields that change what is shown, not how; their values are ids, names and words of Datadog. https://docs.datadoghq.com/dashboards/widgets/ */
export const dataFields = [
  'name',
  'slo_id',
  'alert_id',
  'workflow_id',
  'powerpack_id',
  'service',
  'env',
  'span_name',
  'operation_name',
  'resource_name',
  'stat',
  'measure',
  'additional_query_filters',
  'global_time_target',
  'time_windows',
  'view_mode',
  'check',
  'grouping',
  'group',
  'group_by',
  'tags',
  'scope',
  'filters',
  'node_type',
  'data_source',
  'metric',
  'text_filter',
  'search_by',
  'tag_filters',
  'filter_by',
  'indexes',
  'index',
  'storage',
  'interval',
  'limit',
  'count',
  'order',
  'order_dir',
  'column',
  'sort',
  'compare_to',
  'change_type',
  'display_format',
  'summary_type',
  'event_size',
  'tags_execution',
  'unit_name',
  'focus',
  'one_graph_per',
  'live_span',
  'is_read_only',
] as const

export type LookField =
  | (typeof styleFields)[number]
  | (typeof axisFields)[number]
  | (typeof ownFields)[number]
  | (typeof dataFields)[number]

export const axes = ['xaxis', 'yaxis', 'right_yaxis'] as const
export type Axis = (typeof axes)[number]

/** A colour, a word such as `dashed`, a number, on or off; several names. */
export type LookValue = string | number | boolean | readonly string[]

/** Which request and formula of the widget is meant, where it has several. */
export interface LookOf {
  readonly request?: number
  readonly formula?: string
}

const namedByPerson: ReadonlySet<LookField> = new Set(['label', 'alias', 'alias_name', 'custom_unit'])

const data: ReadonlySet<string> = new Set(dataFields)

/** True for a field whose text is an id or a name, even one that looks like a number or like a word of Datadog. */
export function isData(field: string): boolean {
  return data.has(field)
}

/** True for a text that a person wrote, false for a word of Datadog. */
export function isNamedByPerson(field: LookField): boolean {
  return namedByPerson.has(field)
}
