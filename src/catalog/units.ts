import type { FunctionName } from './functions.js'

/**
 * What a function does to the unit of what it is given. `drops`: the result is a number of its own, such as a count, a
 * share or yes and no. `unsure`: the unit of the result depends on more than the function.
 */
export type UnitEffect = 'keeps' | 'per second' | 'per minute' | 'per hour' | 'drops' | 'unsure'

/** Told from what each function returns: https://docs.datadoghq.com/dashboards/functions/ */
export const unitEffects: Readonly<Record<FunctionName, UnitEffect>> = {
  aggregate_by: 'keeps',
  percentile_by: 'keeps',
  abs: 'keeps',
  log2: 'drops',
  log10: 'drops',
  cumsum: 'keeps',
  integral: 'unsure',
  pow: 'unsure',
  round: 'keeps',
  min: 'keeps',
  max: 'keeps',
  anomalies: 'drops',
  outliers: 'drops',
  forecast: 'keeps',
  count_nonzero: 'drops',
  count_not_null: 'drops',
  exclude_null: 'keeps',
  clamp_min: 'keeps',
  clamp_max: 'keeps',
  cutoff_min: 'keeps',
  cutoff_max: 'keeps',
  is_greater: 'drops',
  is_less: 'drops',
  is_between: 'drops',
  fill: 'keeps',
  default_zero: 'keeps',
  default: 'keeps',
  top: 'keeps',
  top_offset: 'keeps',
  topN_method: 'keeps',
  topN: 'keeps',
  per_second: 'per second',
  per_minute: 'per minute',
  per_hour: 'per hour',
  dt: 'unsure',
  diff: 'keeps',
  monotonic_diff: 'keeps',
  derivative: 'per second',
  throughput: 'unsure',
  trend_line: 'keeps',
  robust_trend: 'keeps',
  piecewise_constant: 'keeps',
  rollup: 'keeps',
  formula_rollup: 'unsure',
  moving_rollup: 'keeps',
  reduce: 'unsure',
  as_count: 'keeps',
  as_rate: 'per second',
  weighted: 'keeps',
  autosmooth: 'keeps',
  ewma_N: 'keeps',
  median_N: 'keeps',
  rollingavg_N: 'keeps',
  timeshift: 'keeps',
  calendar_shift: 'keeps',
  hour_before: 'keeps',
  day_before: 'keeps',
  week_before: 'keeps',
  month_before: 'keeps',
}

/**
 * Units of attributes that events of Datadog carry under these names.
 * https://docs.datadoghq.com/logs/log_configuration/attributes_naming_convention/ (`duration`, in every product),
 * https://docs.datadoghq.com/real_user_monitoring/application_monitoring/browser/data_collected/ (timings of views)
 */
const attributeUnits: ReadonlyMap<string, 'nanosecond'> = new Map([
  ['@duration', 'nanosecond'],
  ['@view.loading_time', 'nanosecond'],
  ['@view.first_contentful_paint', 'nanosecond'],
  ['@view.largest_contentful_paint', 'nanosecond'],
  ['@view.dom_complete', 'nanosecond'],
  ['@action.loading_time', 'nanosecond'],
  ['@resource.duration', 'nanosecond'],
  ['@long_task.duration', 'nanosecond'],
])

/** The unit of an attribute that is measured, such as `@duration`. */
export function attributeUnit(name: string): 'nanosecond' | undefined {
  return attributeUnits.get(name.startsWith('@') ? name : `@${name}`)
}
