import { call, type SeriesFunction, seriesFunction, type UngroupingFunction } from './call.js'

/** How many groups are not 0 at each point. @example countNonzero(sum('http.requests').by('host')) */
export const countNonzero: UngroupingFunction = expression => call('count_nonzero', expression)

/** How many groups have a value at each point. @example countNotNull(avg('system.load.1').by('host')) */
export const countNotNull: UngroupingFunction = expression => call('count_not_null', expression)

/** Without the groups whose tag is `N/A`; missing points stay. @example excludeNull(avg('system.load.1').by('service')) */
export const excludeNull: SeriesFunction = seriesFunction('exclude_null')

/** Lower values become the bound, and so do missing points. @example clampMin(avg('queue.depth'), 0) */
export const clampMin: SeriesFunction<[bound: number]> = (expression, bound) =>
  call('clamp_min', expression, bound)

/** Higher values become the bound, and so do missing points. @example clampMax(avg('cpu.percent'), 100) */
export const clampMax: SeriesFunction<[bound: number]> = (expression, bound) =>
  call('clamp_max', expression, bound)

/** Lower values become missing. @example cutoffMin(avg('queue.depth'), 1) */
export const cutoffMin: SeriesFunction<[bound: number]> = (expression, bound) =>
  call('cutoff_min', expression, bound)

/** Higher values become missing. @example cutoffMax(avg('cpu.percent'), 100) */
export const cutoffMax: SeriesFunction<[bound: number]> = (expression, bound) =>
  call('cutoff_max', expression, bound)

/** 1 where the value is greater, else 0. @example ratio.times(isGreater(sum('hits').asCount(), 15)) */
export const isGreater: SeriesFunction<[bound: number]> = (expression, bound) =>
  call('is_greater', expression, bound)

/** 1 where the value is less, else 0. @example isLess(avg('system.load.1'), 0.5) */
export const isLess: SeriesFunction<[bound: number]> = (expression, bound) =>
  call('is_less', expression, bound)

/** 1 where the value lies between, neither bound included, else 0. @example isBetween(avg('ph.value'), 5, 9) */
export const isBetween: SeriesFunction<[lower: number, upper: number]> = (expression, lower, upper) =>
  call('is_between', expression, lower, upper)

/** Reads intervals without data as 0. @example defaultZero(sum('http.errors').asCount()) */
export const defaultZero: SeriesFunction = seriesFunction('default_zero')

/** Reads intervals without data as this value; older than `defaultZero`. @example defaultTo(avg('queue.depth'), 0) */
export const defaultTo: SeriesFunction<[value: number]> = (expression, value) =>
  call('default', expression, value)
