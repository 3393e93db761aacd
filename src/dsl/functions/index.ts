export { type AnomalyOptions, anomalies, type ForecastOptions, forecast, outliers } from './algorithms.js'
export { bare, functionCall, quoted } from './any.js'
export { abs, cumsum, integral, log2, log10, pow, round } from './arithmetic.js'
export { aggregateBy, type LayerAggregator } from './nested.js'
export {
  bottom5,
  bottom10,
  bottom15,
  bottom20,
  type RankDirection,
  type RankMethod,
  type ShortRankMethod,
  top,
  top5,
  top10,
  top15,
  top20,
  topOffset,
} from './rank.js'
export {
  derivative,
  diff,
  dt,
  monotonicDiff,
  perHour,
  perMinute,
  perSecond,
  piecewiseConstant,
  robustTrend,
  throughput,
  trendLine,
} from './rate.js'
export {
  clampMax,
  clampMin,
  countNonzero,
  countNotNull,
  cutoffMax,
  cutoffMin,
  defaultTo,
  defaultZero,
  excludeNull,
  isBetween,
  isGreater,
  isLess,
} from './selection.js'
export {
  autosmooth,
  calendarShift,
  dayBefore,
  ewma,
  hourBefore,
  median,
  monthBefore,
  movingRollup,
  reduce,
  rollingAverage,
  rollup,
  timeshift,
  weekBefore,
} from './time.js'
