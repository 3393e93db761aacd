/** What is known about one way to turn values into one value. */
export interface AggregatorFacts {
  /** The metric types it works on; `distribution-percentiles` are distributions with percentiles switched on. */
  readonly worksOn: 'every metric' | 'distribution' | 'distribution-percentiles'
  /** Whether `.rollup(…)` may name a time aggregation beside it. */
  readonly takesRollupAggregator: boolean
}

/**
 * Space aggregators before the metric's name, besides percentiles (`p99`) and counts of values (`count(v: v<=5)`).
 * https://docs.datadoghq.com/metrics/#space-aggregation
 */
export const spaceAggregators = {
  avg: { worksOn: 'every metric', takesRollupAggregator: true },
  sum: { worksOn: 'every metric', takesRollupAggregator: true },
  min: { worksOn: 'every metric', takesRollupAggregator: true },
  max: { worksOn: 'every metric', takesRollupAggregator: true },
  // On other metrics the number of series that report.
  count: { worksOn: 'every metric', takesRollupAggregator: true },
  last: { worksOn: 'every metric', takesRollupAggregator: true },
  stddev: { worksOn: 'distribution-percentiles', takesRollupAggregator: false },
  // Only in distribution and heatmap widgets.
  histogram: { worksOn: 'distribution', takesRollupAggregator: false },
} as const satisfies Record<string, AggregatorFacts>

export type SpaceAggregatorName = keyof typeof spaceAggregators

/** What Datadog uses when a query names no space aggregator. */
export const defaultSpaceAggregator: SpaceAggregatorName = 'avg'

const percentile = /^p(\d{1,2})(\.\d{1,2})?$/

/** True for `p50`, `p99.9`: any percentile below 100 with at most two decimals. */
export function isPercentile(name: string): boolean {
  return percentile.test(name)
}

/** Time aggregators of `.rollup(…)`. https://docs.datadoghq.com/dashboards/functions/rollup/ */
export const rollupAggregators = ['avg', 'sum', 'min', 'max', 'count'] as const
export type RollupAggregator = (typeof rollupAggregators)[number]

/** Calendar buckets of `.rollup(sum, daily)`. */
export const calendarIntervals = ['daily', 'weekly', 'monthly', 'yearly'] as const
export type CalendarInterval = (typeof calendarIntervals)[number]

const hours = [...Array(24).keys()].map(String)
const halfDays = ['am', 'pm'].flatMap(half => [...Array(12).keys()].map(hour => `${hour + 1}${half}`))
const days = [...Array(31).keys()].map(index => index + 1)
const ordinals = days.map(day => `${day}${ordinalEnding(day)}`)

function ordinalEnding(day: number): string {
  if (day > 10 && day < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

/**
 * Where a calendar bucket may start: `.rollup(sum, weekly, monday)`. The months that start a year are not published. The same
 * spellings stand in the API's calendar intervals. https://docs.datadoghq.com/dashboards/functions/rollup/
 */
export const calendarAlignments: Readonly<Record<CalendarInterval, readonly string[] | undefined>> = {
  daily: [...hours, ...halfDays],
  weekly: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  monthly: [...ordinals, ...days.map(String)],
  yearly: undefined,
}

/** True for a word that says where a bucket of this calendar interval starts: `monday` for `weekly`. */
export function isAlignment(interval: string, text: string): boolean {
  return (
    Object.hasOwn(calendarAlignments, interval) && alignmentsOf(interval as CalendarInterval).includes(text)
  )
}

function alignmentsOf(interval: CalendarInterval): readonly string[] {
  return calendarAlignments[interval] ?? []
}

/** Aggregators at the head of a metric monitor, `avg(last_5m)`; percentiles (`p95(last_5m)`) are allowed too. */
export const headAggregators = ['avg', 'sum', 'min', 'max', 'percentile'] as const
export type HeadAggregator = (typeof headAggregators)[number]

/** How a formula's query becomes one number. https://docs.datadoghq.com/api/latest/dashboards/ */
export const scalarAggregators = ['avg', 'min', 'max', 'sum', 'last', 'area', 'l2norm', 'percentile'] as const
export type ScalarAggregator = (typeof scalarAggregators)[number]

/** Scalar aggregators that only monitors take besides. */
export const monitorScalarAggregators = ['mean', 'stddev', 'count_unique'] as const

/** One method of `.rollup("…")` in an event monitor. */
export interface EventMethodFacts {
  /** `needed`: a second argument names the attribute that is measured. `none`: there must not be one. */
  readonly measure: 'none' | 'needed'
}

/**
 * Methods of `.rollup(…)` in log, RUM, span, event and CI monitors, and of `compute.aggregation` in event queries.
 * https://docs.datadoghq.com/monitors/types/log/
 */
export const eventMethods = {
  count: { measure: 'none' },
  cardinality: { measure: 'needed' },
  avg: { measure: 'needed' },
  sum: { measure: 'needed' },
  min: { measure: 'needed' },
  max: { measure: 'needed' },
  median: { measure: 'needed' },
  pc75: { measure: 'needed' },
  pc90: { measure: 'needed' },
  pc95: { measure: 'needed' },
  pc98: { measure: 'needed' },
  pc99: { measure: 'needed' },
} as const satisfies Record<string, EventMethodFacts>

export type EventMethod = keyof typeof eventMethods
