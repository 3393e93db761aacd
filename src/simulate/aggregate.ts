import { isPercentile } from '../catalog/index.js'

type Values = readonly number[]

const sum = (values: Values) => values.reduce((total, value) => total + value, 0)
const average = (values: Values) => sum(values) / values.length

const inOrder = (values: Values) => [...values].sort((a, b) => a - b)

function median(values: Values): number {
  const sorted = inOrder(values)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function standardDeviation(values: Values): number {
  const mean = average(values)
  return Math.sqrt(average(values.map(value => (value - mean) ** 2)))
}

/** A value that was really submitted, as Datadog's sketches give it (they are within one percent of it). */
function percentile(values: Values, percent: number): number {
  return inOrder(values)[Math.floor((percent / 100) * (values.length - 1))]!
}

const aggregators: Readonly<Record<string, (values: Values) => number>> = {
  avg: average,
  sum,
  min: values => values.reduce((least, value) => Math.min(least, value)),
  max: values => values.reduce((most, value) => Math.max(most, value)),
  count: values => values.length,
  median,
  stddev: standardDeviation,
}

/** True for a name that `aggregate` knows. */
export function isAggregator(name: string): boolean {
  return Object.hasOwn(aggregators, name) || isPercentile(name)
}

/**
 * The values as one: `avg`, `sum`, `min`, `max`, `count`, `median`, `stddev` or a percentile. Nothing for no values.
 * @example aggregate('avg', [1, 2]) // 1.5
 */
export function aggregate(name: string, values: Values): number | undefined {
  if (values.length === 0) return undefined
  if (isPercentile(name)) return percentile(values, Number(name.slice(1)))
  const result = Object.hasOwn(aggregators, name) ? aggregators[name]?.(values) : undefined
  return result !== undefined && Number.isFinite(result) ? result : undefined
}
