import { call, type SeriesFunction, seriesFunction, type UngroupingFunction } from './call.js'

/** The change per second between points. @example perSecond(sum('network.bytes')) */
export const perSecond: SeriesFunction = seriesFunction('per_second')

/** The change per minute between points. @example perMinute(sum('network.bytes')) */
export const perMinute: SeriesFunction = seriesFunction('per_minute')

/** The change per hour between points. @example perHour(sum('network.bytes')) */
export const perHour: SeriesFunction = seriesFunction('per_hour')

/** Seconds between submitted points; always one line. @example dt(avg('system.load.1')) */
export const dt: UngroupingFunction = expression => call('dt', expression)

/** The difference to the previous point. @example diff(sum('queue.messages').by('queue')) */
export const diff: SeriesFunction = seriesFunction('diff')

/** The difference to the previous point where it grew; resets of a counter are left out. @example monotonicDiff(sum('bytes')) */
export const monotonicDiff: SeriesFunction = seriesFunction('monotonic_diff')

/** The difference divided by the seconds between points. @example derivative(avg('system.disk.used')) */
export const derivative: SeriesFunction = seriesFunction('derivative')

/** The value divided by the length of its bucket in seconds. @example throughput(sum('http.requests').asCount()) */
export const throughput: SeriesFunction = seriesFunction('throughput')

/** A straight line through the points. @example trendLine(avg('system.disk.in_use')) */
export const trendLine: SeriesFunction = seriesFunction('trend_line')

/** A straight line that spikes do not pull away. @example robustTrend(avg('system.disk.in_use')) */
export const robustTrend: SeriesFunction = seriesFunction('robust_trend')

/** The steps that the points follow. @example piecewiseConstant(avg('system.disk.in_use')) */
export const piecewiseConstant: SeriesFunction = seriesFunction('piecewise_constant')
