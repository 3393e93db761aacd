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
  'content',
  'text',
  'url',
] as const

export type LookField =
  | (typeof styleFields)[number]
  | (typeof axisFields)[number]
  | (typeof ownFields)[number]

export const axes = ['xaxis', 'yaxis', 'right_yaxis'] as const
export type Axis = (typeof axes)[number]

/** A colour, a word such as `dashed`, a number, on or off. */
export type LookValue = string | number | boolean

/** Which request and formula of the widget is meant, where it has several. */
export interface LookOf {
  readonly request?: number
  readonly formula?: string
}

const namedByPerson: ReadonlySet<LookField> = new Set(['label', 'alias', 'custom_unit', 'content', 'text'])

/** True for a text that a person wrote, false for a word of Datadog. */
export function isNamedByPerson(field: LookField): boolean {
  return namedByPerson.has(field)
}
