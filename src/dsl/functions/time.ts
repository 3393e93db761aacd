import { type Duration, inUnit, secondsOf } from '../duration.js'
import { call, type SeriesFunction, seriesFunction } from './call.js'

type Aggregator = 'avg' | 'sum' | 'min' | 'max' | 'count' | 'stddev' | `p${number}`

/** One more time aggregation; formulas only. @example rollup(avg('system.load.1').rollup('max', 60), 'p95', 1800) */
export const rollup: SeriesFunction<[aggregator: Aggregator, interval: number | Duration]> = (
  expression,
  aggregator,
  interval,
) => call('rollup', expression, aggregator, inUnit(interval, 's', 'rollup'))

/** At each point the value over the time before it. @example movingRollup(avg('system.load.1'), '5m', 'max') */
export const movingRollup: SeriesFunction<
  [interval: number | Duration, aggregator: Aggregator | 'median']
> = (expression, interval, aggregator) =>
  call('moving_rollup', expression, inUnit(interval, 's', 'movingRollup'), aggregator)

/** One number for the whole series; formulas only. @example reduce(avg('system.load.1'), 'last') */
export const reduce: SeriesFunction<[aggregator: Aggregator | 'mean' | 'last' | 'area' | 'l2norm']> = (
  expression,
  aggregator,
) => call('reduce', expression, aggregator)

/** A moving average whose span is chosen for the window; not in monitors. @example autosmooth(avg('system.load.1')) */
export const autosmooth: SeriesFunction = seriesFunction('autosmooth')

/** The exponentially weighted average over so many points. @example ewma(avg('system.load.1'), 5) */
export const ewma: SeriesFunction<[points: 1 | 3 | 5 | 7 | 10 | 20]> = (expression, points) =>
  call(`ewma_${points}`, expression)

/** The median over so many points. @example median(avg('system.load.1'), 5) */
export const median: SeriesFunction<[points: 3 | 5 | 7 | 9]> = (expression, points) =>
  call(`median_${points}`, expression)

/** The average over so many points. @example rollingAverage(avg('system.load.1'), 13) */
export const rollingAverage: SeriesFunction<[points: 5 | 13 | 21 | 29]> = (expression, points) =>
  call(`rollingavg_${points}`, expression)

/** Earlier values at the present time: seconds (negative = the past), or a duration. @example timeshift(avg('load'), '-1h') */
export const timeshift: SeriesFunction<[shift: number | `-${Duration}` | Duration]> = (expression, shift) =>
  call('timeshift', expression, typeof shift === 'number' ? shift : signedSeconds(shift))

function signedSeconds(shift: string): number {
  return shift.startsWith('-') ? -secondsOf(shift.slice(1), 'timeshift') : secondsOf(shift, 'timeshift')
}

/** Earlier values by the calendar. @example calendarShift(avg('orders'), '-1mo', 'Asia/Tokyo') */
export const calendarShift: SeriesFunction<
  [shift: `-${number}${'d' | 'w' | 'mo'}`, timezone: string, mode?: 'preserve_duration']
> = (expression, shift, timezone, mode) => call('calendar_shift', expression, shift, timezone, mode)

/** The values of an hour ago. @example hourBefore(avg('system.load.1')) */
export const hourBefore: SeriesFunction = seriesFunction('hour_before')

/** The values of a day ago; `calendarShift` is newer. @example dayBefore(avg('system.load.1')) */
export const dayBefore: SeriesFunction = seriesFunction('day_before')

/** The values of a week ago; `calendarShift` is newer. @example weekBefore(avg('system.load.1')) */
export const weekBefore: SeriesFunction = seriesFunction('week_before')

/** The values of 28 days ago; `calendarShift` is newer. @example monthBefore(avg('system.load.1')) */
export const monthBefore: SeriesFunction = seriesFunction('month_before')
