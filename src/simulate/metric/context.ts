import type { Reporter } from '../report.js'
import type { SeriesInput } from '../series-input.js'

/** What every part of a metric expression is compiled with. */
export interface ExpressionContext extends Reporter {
  readonly series: readonly SeriesInput[]
  /** The length of the evaluation window. */
  readonly windowSeconds: number
  /** Seconds of a bucket where the query does not say. */
  readonly step: number
  /** Whether gauges are interpolated where several are combined. */
  readonly interpolate: boolean
  /** Each leaf becomes one value over the window before the arithmetic: the aggregator to use, if so. */
  readonly reduceWith: string | undefined
}

/** A typo in an interval or a window must not fill the memory. */
export const mostBuckets = 100_000
