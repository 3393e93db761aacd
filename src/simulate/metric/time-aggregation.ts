import { aggregate } from '../aggregate.js'
import { pointsWithin, type SeriesInput, type TimeSpan } from '../series-input.js'
import { type Grid, slotOf, type Values } from './line.js'
import type { Leaf } from './read-leaf.js'

/** The values submitted in each bucket of the grid; only those within the span, which may cut the first and last. */
export function valuesByBucket(series: SeriesInput, span: TimeSpan, grid: Grid): number[][] {
  const buckets: number[][] = Array.from({ length: grid.length }, () => [])
  for (const [time, value] of pointsWithin(series.points, span)) buckets[slotOf(grid, time)]?.push(value)
  return buckets
}

/** One value for each bucket of a grid, which has always the same step. */
export type TimeAggregation = (span: TimeSpan, grid: Grid) => Values

/**
 * Average by default, sum with `.as_count()` and `.as_rate()`. Windows overlap, so what is in a whole bucket is kept from
 * one evaluation to the next.
 */
export function timeAggregation(
  series: SeriesInput,
  leaf: Pick<Leaf, 'modifier' | 'rollup'>,
  step: number,
): TimeAggregation {
  const convert = conversion(series, leaf.modifier, step)
  const aggregator = leaf.rollup?.aggregator ?? (convert === undefined ? 'avg' : 'sum')
  const valueIn = (from: number, to: number) => {
    const values = pointsWithin(series.points, { from, to }).map(([, value]) => convert?.(value) ?? value)
    return aggregate(aggregator, values)
  }
  const whole = new Map<number, number | undefined>()
  const wholeBucket = (start: number) => {
    if (!whole.has(start)) whole.set(start, valueIn(start, start + step))
    return whole.get(start)
  }
  return (span, grid) => {
    const valueAt = (_: unknown, slot: number) => {
      const start = grid.start + slot * step
      const end = start + step
      if (start >= span.from && end <= span.to) return wholeBucket(start)
      return valueIn(Math.max(start, span.from), Math.min(end, span.to))
    }
    return Array.from({ length: grid.length }, valueAt)
  }
}

/** The modifiers leave gauges as they are. https://docs.datadoghq.com/metrics/custom_metrics/type_modifiers/ */
function conversion(
  series: SeriesInput,
  modifier: Leaf['modifier'],
  step: number,
): ((value: number) => number) | undefined {
  if (modifier === undefined || series.type === 'gauge' || series.type === 'distribution') return undefined
  const amount = series.type === 'rate' ? series.interval : 1
  const perStep = modifier === 'as_rate' ? step : 1
  return value => (value * amount) / perStep
}
