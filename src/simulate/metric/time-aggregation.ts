import { aggregate } from '../aggregate.js'
import { pointsWithin, type SeriesInput, type TimeSpan } from '../series-input.js'
import { type Grid, slotOf, type Values } from './line.js'
import type { Leaf } from './read-leaf.js'

type TimeAggregation = Pick<Leaf, 'modifier' | 'rollup'>

/** The values submitted in each bucket of the grid; only those within the span, which may cut the first and last. */
export function valuesByBucket(series: SeriesInput, span: TimeSpan, grid: Grid): number[][] {
  const buckets: number[][] = Array.from({ length: grid.length }, () => [])
  for (const [time, value] of pointsWithin(series.points, span)) buckets[slotOf(grid, time)]?.push(value)
  return buckets
}

/** One value for each bucket: average by default, sum with `.as_count()` and `.as_rate()`. */
export function aggregateTime(
  series: SeriesInput,
  leaf: TimeAggregation,
  span: TimeSpan,
  grid: Grid,
): Values {
  const convert = conversion(series, leaf.modifier, grid.step)
  const aggregator = leaf.rollup?.aggregator ?? (convert === undefined ? 'avg' : 'sum')
  return valuesByBucket(series, span, grid).map(values => {
    const converted = convert === undefined ? values : values.map(convert)
    return aggregate(aggregator, converted)
  })
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
