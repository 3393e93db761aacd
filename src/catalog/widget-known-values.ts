import { at, type WidgetField } from './widget-field.js'
import { conditionalComparators, lineTypes, lineWidths } from './widget-values.js'

// What the builders' types allow where it is not everything; fields of objects are those at any depth.

export const aligns = ['left', 'center', 'right']
export const verticalAligns = ['top', 'center', 'bottom']
export const orders = ['asc', 'desc']
export const timeUnits = ['minute', 'hour', 'day', 'week', 'month', 'year']
export const eventAggregations = [
  'count',
  'cardinality',
  'median',
  'pc75',
  'pc90',
  'pc95',
  'pc98',
  'pc99',
  'sum',
  'min',
  'max',
  'avg',
]
export const monitorSorts = ['name', 'group', 'status', 'tags', 'triggered', 'priority'].flatMap(column =>
  column === 'priority' ? [`${column},asc`, `${column},desc`] : [column, `${column},asc`, `${column},desc`],
)
export const classicAggregators = ['avg', 'last', 'max', 'min', 'sum', 'percentile']
export const tagsExecutions = ['and', 'or', 'AND', 'OR']
export const eventSizes = ['s', 'l']

export const axisFields = {
  include_zero: true,
  min: true,
  max: true,
  scale: ['linear', 'log', 'sqrt', 'pow'],
  label: true,
  num_buckets: true,
} as const
export const axis = (path: string): WidgetField => at(path, 'axis', axisFields)

export const formatFields = {
  comparator: conditionalComparators,
  value: true,
  palette: true,
  custom_bg_color: true,
  custom_fg_color: true,
  hide_value: true,
  image_url: true,
  metric: true,
  timeframe: true,
} as const

export const styleFields = {
  palette: true,
  line_type: lineTypes,
  line_width: lineWidths,
  order_by: ['tags', 'values'],
  order_reverse: true,
  color_order: ['shuffled', 'monotonic'],
  has_value_labels: true,
  color_by: true,
} as const

export const barStyleFields = {
  display: true,
  type: ['stacked', 'flat'],
  legend: ['automatic', 'inline', 'none'],
  palette: true,
  scaling: ['absolute', 'relative'],
} as const

export const eventSearchFields = {
  facet: true,
  fields: true,
  limit: true,
  sort: true,
  aggregation: eventAggregations,
  metric: true,
  order: orders,
  interval: true,
  should_exclude_missing: true,
} as const

export const textFormatFields = {
  match: true,
  type: ['is', 'is_not', 'contains', 'does_not_contain', 'starts_with', 'ends_with', 'all', 'substring'],
  value: true,
  palette: true,
  custom_bg_color: true,
  custom_fg_color: true,
  replace: true,
  with: true,
  substring: true,
} as const

export const comparisonFields = {
  duration: true,
  type: [
    'previous_timeframe',
    'custom_timeframe',
    'previous_day',
    'previous_week',
    'previous_month',
    'absolute',
    'relative',
    'both',
  ],
  custom_timeframe: true,
  from: true,
  to: true,
  directionality: ['increase_better', 'decrease_better', 'neutral'],
} as const
