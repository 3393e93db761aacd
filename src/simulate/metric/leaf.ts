import { defaultSpaceAggregator, isPercentile } from '../../catalog/index.js'
import type { MethodCall, Series, ValueCondition } from '../../query/index.js'
import { aggregate } from '../aggregate.js'
import { groupSeries, type SeriesGroup } from '../groups.js'
import type { SeriesInput, TimeSpan } from '../series-input.js'
import type { CompiledLines } from './compiled.js'
import { type ExpressionContext, mostBuckets } from './context.js'
import { defaultFillLimit, fillGaps } from './fill.js'
import { type Grid, gridOver, type Line, presentPoints, presentValues, type Values } from './line.js'
import { type Leaf, readLeaf } from './read-leaf.js'
import { reads, selectSeries } from './scope.js'
import { type TimeAggregation, timeAggregation, valuesByBucket } from './time-aggregation.js'

/** What happens to each series between the aggregation over time and the one over space: only `diff` and its sister. */
export type BeforeSpace = (values: Values) => Values

/** A metric with scope, groups and methods. */
export function compileLeaf(
  node: Series | MethodCall,
  context: ExpressionContext,
  beforeSpace?: BeforeSpace,
): CompiledLines | undefined {
  const leaf = readLeaf(node, context)
  if (leaf === undefined) return undefined
  const selected = selectSeries(leaf.node, context.series)
  if (!fitsTypes(leaf, selected, context)) return undefined
  noteUnknownMetric(leaf.node, context)
  const keys = leaf.node.groupBy?.keys.map(key => key.name) ?? []
  const groups = groupSeries(selected, keys)
  const step = leaf.rollup?.seconds ?? context.step
  if (context.windowSeconds / step > mostBuckets) {
    return context.refuse('rollup', `Buckets of ${step} seconds are too many for the window.`, node)
  }
  const overTime = new Map(selected.map(each => [each, timeAggregation(each, leaf, step)]))
  const aggregation = { leaf, overTime, interpolate: context.interpolate, beforeSpace }
  return {
    kind: 'lines',
    keys,
    step,
    holdsGauge: selected.some(each => each.type === 'gauge'),
    absentValue: context.reduceWith !== undefined && leaf.modifier === 'as_count' ? 0 : undefined,
    evaluate: span => {
      const lineOf = (group: SeriesGroup) =>
        context.reduceWith === undefined
          ? pointwise(group, aggregation, span, gridOver(span, step))
          : reduced(group, aggregation, span, gridOver(span, step), context.reduceWith)
      return new Map(
        [...groups].flatMap(([key, group]): [string, Line][] => {
          const line = lineOf(group)
          return presentValues(line.values).length === 0 ? [] : [[key, line]]
        }),
      )
    },
  }
}

interface Aggregation {
  readonly leaf: Leaf
  readonly overTime: ReadonlyMap<SeriesInput, TimeAggregation>
  readonly interpolate: boolean
  readonly beforeSpace: BeforeSpace | undefined
}

function pointwise(group: SeriesGroup, how: Aggregation, span: TimeSpan, grid: Grid): Line {
  const values = isDistribution(group.members)
    ? pooledValues(group.members, how.leaf, span, grid)
    : spaceAggregated(group.members, how, span, grid)
  return { tags: group.tags, values }
}

function reduced(group: SeriesGroup, how: Aggregation, span: TimeSpan, grid: Grid, head: string): Line {
  const line = pointwise(group, how, span, grid)
  const used = presentPoints(grid, line.values)
  // The percentile of a window is that of all its values, not of the percentiles of its buckets.
  const value = isWindowPercentile(head)
    ? pooledValues(group.members, how.leaf, span, windowGrid(span))[0]
    : aggregate(
        head,
        used.map(([, each]) => each),
      )
  return { tags: group.tags, values: [value], used }
}

/** True for `percentile(last_5m)` and `p95(last_5m)`. */
export function isWindowPercentile(head: string): boolean {
  return head === 'percentile' || isPercentile(head)
}

const windowGrid = (span: TimeSpan): Grid => ({ start: span.from, step: span.to - span.from, length: 1 })

const isDistribution = (members: readonly SeriesInput[]) =>
  members.every(each => each.type === 'distribution')

/** Distributions are aggregated over time and space at once, from the values that were submitted. */
function pooledValues(members: readonly SeriesInput[], leaf: Leaf, span: TimeSpan, grid: Grid): Values {
  const pools: number[][] = Array.from({ length: grid.length }, () => [])
  for (const member of members) {
    valuesByBucket(member, span, grid).forEach((values, slot) => {
      for (const value of values) pools[slot]!.push(value)
    })
  }
  const perStep = leaf.modifier === 'as_rate' ? grid.step : 1
  return pools.map(pool => {
    const value = aggregatePool(pool, leaf.node)
    return value === undefined ? undefined : value / perStep
  })
}

function aggregatePool(pool: readonly number[], node: Series): number | undefined {
  const { name, conditions } = node.aggregator ?? { name: defaultSpaceAggregator, conditions: undefined }
  if (conditions === undefined || pool.length === 0) return aggregate(name, pool)
  return pool.filter(value => conditions.every(condition => satisfies(value, condition))).length
}

function satisfies(value: number, { comparator, value: { value: bound } }: ValueCondition): boolean {
  if (comparator === '<') return value < bound
  if (comparator === '<=') return value <= bound
  return comparator === '>' ? value > bound : value >= bound
}

function spaceAggregated(
  members: readonly SeriesInput[],
  how: Aggregation,
  span: TimeSpan,
  grid: Grid,
): Values {
  const lines = members.map(member => {
    const values = interpolated(how.overTime.get(member)!(span, grid), member, members.length, how, grid)
    return how.beforeSpace === undefined ? values : how.beforeSpace(values)
  })
  const aggregator = how.leaf.node.aggregator?.name ?? defaultSpaceAggregator
  // One series is its own average, sum, minimum and maximum.
  if (lines.length === 1 && aggregator !== 'count') return lines[0]!
  return Array.from({ length: grid.length }, (_, slot) =>
    aggregate(aggregator, presentValues(lines.map(line => line[slot]))),
  )
}

/** Without `.fill()` only gauges are interpolated, and only where several series are combined. */
function interpolated(
  values: Values,
  series: SeriesInput,
  seriesInGroup: number,
  { leaf, interpolate }: Aggregation,
  grid: Grid,
): Values {
  if (leaf.fill !== undefined) return fillGaps(values, leaf.fill, grid.step)
  if (!interpolate || seriesInGroup < 2 || series.type !== 'gauge') return values
  return fillGaps(values, { mode: 'linear', limit: defaultFillLimit }, grid.step)
}

/** Percentiles and counts of values need every value that was submitted. */
function fitsTypes({ node }: Leaf, selected: readonly SeriesInput[], context: ExpressionContext): boolean {
  const distributions = selected.filter(each => each.type === 'distribution').length
  const name = node.aggregator?.name ?? defaultSpaceAggregator
  const needsValues = isPercentile(name) || name === 'stddev' || node.aggregator?.conditions !== undefined
  if (needsValues && distributions < selected.length) {
    const hint = "Give the series `type: 'distribution'`; each point is then one submitted value."
    context.refuse('distribution', `\`${name}\` works on distributions only.`, node, hint)
  } else if (distributions > 0 && distributions < selected.length) {
    context.refuse('mixed-types', 'Some series of this metric are distributions and others are not.', node)
  } else return true
  return false
}

function noteUnknownMetric({ metric }: Series, context: ExpressionContext): void {
  if (context.series.some(each => reads(metric.name, each))) return
  context.note('no-series', `No series was given for \`${metric.name}\`; it never reports.`, metric)
}
