import {
  conditionalComparators,
  conditionalPalettes,
  displayTypes,
  imageSizings,
  legendColumns,
  legendLayouts,
  liveSpans,
  scalarAggregators,
} from '../../catalog/index.js'
import { isJsonObject, type Json } from '../../model/index.js'

/** What the builders' types take in a field: texts, a pattern, or an object with certain fields. */
type Shape = readonly string[] | RegExp | { readonly [field: string]: Shape | 'any' }

const order = ['asc', 'desc'] as const
const align = ['left', 'center', 'right']

const conditionalFormat: Shape = {
  comparator: conditionalComparators,
  value: 'any',
  palette: conditionalPalettes,
  custom_bg_color: 'any',
  custom_fg_color: 'any',
  hide_value: 'any',
  image_url: 'any',
  metric: 'any',
  timeframe: 'any',
}

const numberFormat: Shape = {
  unit: {
    type: ['canonical_unit', 'custom_unit_label'],
    unit_name: 'any',
    per_unit_name: 'any',
    label: 'any',
  },
  unit_scale: { type: ['canonical_unit'], unit_name: 'any' },
}

const axis: Shape = {
  include_zero: 'any',
  min: 'any',
  max: 'any',
  scale: /^(linear|log|sqrt|pow(-?\d+(\.\d+)?)?)$/,
  label: 'any',
  num_buckets: 'any',
}

/** Fields whose values the builders' types restrict, by the name of the field. Another value stays in Datadog's own form. */
const shapes: Readonly<Record<string, Shape>> = {
  display_type: displayTypes,
  live_span: liveSpans,
  legend_layout: legendLayouts,
  legend_columns: legendColumns,
  sizing: imageSizings,
  title_align: align,
  text_align: align,
  horizontal_align: align,
  vertical_align: ['top', 'center', 'bottom'],
  tick_edge: ['left', 'right', 'top', 'bottom'],
  margin: ['sm', 'md', 'lg', 'small', 'large'],
  has_search_bar: ['always', 'never', 'auto'],
  aggregator: scalarAggregators,
  response_format: ['timeseries', 'scalar', 'event_list'],
  event_size: ['s', 'l'],
  viz_type: ['timeseries', 'toplist'],
  view_type: ['detail'],
  view_mode: ['overall', 'component', 'both'],
  display_format: ['counts', 'countsAndList', 'list'],
  color_preference: ['background', 'text'],
  summary_type: ['monitors', 'groups', 'combined'],
  change_type: ['absolute', 'relative'],
  compare_to: ['hour_before', 'day_before', 'week_before', 'month_before'],
  order_dir: order,
  limit: { count: 'any', order },
  number_format: numberFormat,
  cell_display_mode: ['number', 'bar', 'trend'],
  cell_display_mode_options: { trend_type: ['area', 'line', 'bars'], y_scale: ['shared', 'independent'] },
  conditional_formats: conditionalFormat,
  xaxis: axis,
  yaxis: axis,
  right_yaxis: axis,
  compute: { aggregation: 'any', metric: 'any', interval: 'any', facet: 'any' },
  column: { field: 'any', width: ['auto', 'compact', 'full'] },
  formula: {
    formula: 'any',
    alias: 'any',
    limit: { count: 'any', order },
    style: { palette: 'any', palette_index: 'any' },
    conditional_formats: conditionalFormat,
    number_format: numberFormat,
    cell_display_mode: ['number', 'bar', 'trend'],
    cell_display_mode_options: { trend_type: ['area', 'line', 'bars'], y_scale: ['shared', 'independent'] },
    dimension: ['x', 'y', 'radius', 'color', 'fill', 'size', 'group', 'node'],
  },
  custom_links: { label: 'any', link: 'any', override_label: 'any', is_hidden: 'any' },
}

/** Whether every value in a field is one that the builders' types take. */
export function isWritable(field: string, value: Json): boolean {
  const shape = Object.hasOwn(shapes, field) ? shapes[field] : undefined
  return shape === undefined || fits(value, shape)
}

function fits(value: Json, shape: Shape | 'any'): boolean {
  if (shape === 'any') return true
  if (Array.isArray(value)) return value.every(item => fits(item, shape))
  if (shape instanceof RegExp) return typeof value === 'string' && shape.test(value)
  if (isTexts(shape)) return typeof value === 'string' && shape.includes(value)
  if (!isJsonObject(value)) return true
  return Object.entries(value).every(([key, inner]) => {
    const member = Object.hasOwn(shape, key) ? shape[key] : undefined
    return member !== undefined && inner !== undefined && fits(inner, member)
  })
}

function isTexts(shape: Shape): shape is readonly string[] {
  return Array.isArray(shape)
}
