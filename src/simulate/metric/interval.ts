import { type MetricExpression, visit } from '../../query/index.js'
import type { SeriesInput } from '../series-input.js'
import { reads } from './scope.js'

const minute = 60
const hour = 3_600
const day = 86_400

/** Buckets of a query without an interval. Datadog does not publish those of monitors; these keep its limits of points. */
const defaultIntervals = [
  { upTo: hour, seconds: 20 },
  { upTo: 4 * hour, seconds: minute },
  { upTo: day, seconds: 5 * minute },
  { upTo: 2 * day, seconds: 10 * minute },
  { upTo: 7 * day, seconds: hour },
  { upTo: Number.POSITIVE_INFINITY, seconds: 4 * hour },
] as const

/** Seconds of a bucket: by the length of the window, but never shorter than the metrics report. */
export function defaultInterval(
  windowSeconds: number,
  expression: MetricExpression,
  series: readonly SeriesInput[],
): number {
  const names = new Set<string>()
  visit(expression, { 'metric-name': ({ name }) => names.add(name) })
  const used = series.filter(each => [...names].some(name => reads(name, each)))
  const byLength = defaultIntervals.find(row => windowSeconds <= row.upTo)?.seconds ?? 4 * hour
  return used.reduce((longest, each) => Math.max(longest, each.interval), byLength)
}
