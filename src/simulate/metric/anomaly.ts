import { windowSeconds } from '../../catalog/index.js'
import type { MetricMonitorQuery } from '../../query/index.js'
import type { Evaluator, EvaluatorInput, Reading } from '../evaluator.js'
import { groupSeries, tagKey } from '../groups.js'
import type { Anomalous } from '../options.js'
import { type Point, pointsWithin, type SeriesInput, sortedSeries, type TimeSpan } from '../series-input.js'
import { readMissingData } from '../state/missing-data.js'
import { readThresholds } from '../state/thresholds.js'
import { rolling } from '../window.js'
import type { AnomalyCall } from './anomaly-call.js'
import type { CompiledLines } from './compiled.js'
import { defaultInterval } from './interval.js'
import { gridOver, presentPoints, type Values } from './line.js'
import { compileQuery } from './query.js'
import { timeAggregation } from './time-aggregation.js'

/**
 * An anomaly monitor: its value is the share of anomalous points in the trigger window, and it recovers by the share in
 * the recovery window. https://docs.datadoghq.com/monitors/types/anomaly/
 */
export function anomalyEvaluator(
  query: MetricMonitorQuery,
  call: AnomalyCall,
  input: EvaluatorInput,
): Evaluator | undefined {
  const { options } = input.definition
  const { anomalous } = input.options
  const windows = readWindows(call, input)
  const thresholds = readThresholds(query.condition, options ?? {}, input)
  if (anomalous === undefined) {
    const hint = 'Give `anomalous: { flags }` or `anomalous: { lower, upper }` in the options.'
    input.refuse('function', 'The expected band comes from weeks of history.', call.node, hint)
  }
  const missingFacts = { counts: false, defaultSeconds: 2 * (windows?.trigger ?? 0) }
  const missingData = readMissingData(options ?? {}, missingFacts, input)
  const target = compileTarget(call, windows?.trigger ?? 0, input)
  if (!windows || !thresholds || !anomalous || !missingData || !target) return undefined
  const shareIn = 'flags' in anomalous ? flagged(anomalous, target) : outsideBounds(anomalous, call, target)
  const delay = options?.evaluation_delay ?? 0
  const [trigger, recovery] = [rolling(windows.trigger, delay), rolling(windows.recovery, delay)]
  return {
    every: trigger.every,
    isGrouped: target.keys.length > 0,
    thresholds: { criticalRecovery: 0, ...thresholds, recoveryComparator: '>' },
    missingData,
    read: time => {
      const window = trigger.at(time)
      const recovered = shareIn(recovery.at(time))
      const groups = [...shareIn(window)].map(([key, reading]): [string, Reading] => {
        const recoveryValue = recovered.get(key)?.value
        return [key, { ...reading, ...(recoveryValue === undefined ? {} : { recoveryValue }) }]
      })
      return { window, groups: new Map(groups) }
    },
  }
}

function readWindows(
  call: AnomalyCall,
  { definition, refuse }: EvaluatorInput,
): { readonly trigger: number; readonly recovery: number } | undefined {
  const { trigger_window, recovery_window } = definition.options?.threshold_windows ?? {}
  const trigger = windowSeconds(trigger_window ?? call.alertWindow ?? '')
  if (trigger === undefined || trigger === 0) {
    const hint =
      "Write `threshold_windows.trigger_window` in the options, and the same as `alert_window='…'`."
    return refuse('trigger-window', 'An anomaly monitor has no trigger window.', call.node, hint)
  }
  return { trigger, recovery: windowSeconds(recovery_window ?? '') ?? trigger }
}

function compileTarget(call: AnomalyCall, seconds: number, input: EvaluatorInput): CompiledLines | undefined {
  const { series, options } = input
  const step = call.interval ?? defaultInterval(seconds, call.expression, series)
  const interpolate = options.interpolate ?? true
  const context = { ...input, windowSeconds: seconds, step, interpolate, reduceWith: undefined }
  return compileQuery(call.expression, context)
}

type ShareIn = (span: TimeSpan) => ReadonlyMap<string, Reading>

/** Each flag is one evaluated point. */
function flagged({ flags }: { readonly flags: readonly SeriesInput[] }, target: CompiledLines): ShareIn {
  const groups = groupSeries(flags.map(sortedSeries), target.keys)
  return span =>
    new Map(
      [...groups].flatMap(([key, { tags, members }]): [string, Reading][] => {
        const points = members.flatMap(member => pointsWithin(member.points, span))
        return points.length === 0 ? [] : [[key, shareOf(tags, points, ([, value]) => value !== 0)]]
      }),
    )
}

function outsideBounds(
  bounds: Exclude<Anomalous, { readonly flags: readonly SeriesInput[] }>,
  call: AnomalyCall,
  target: CompiledLines,
): ShareIn {
  const upper = call.direction === 'below' ? [] : (bounds.upper ?? []).map(sortedSeries)
  const lower = call.direction === 'above' ? [] : (bounds.lower ?? []).map(sortedSeries)
  return span => {
    const grid = gridOver(span, target.step)
    const boundLine = (side: readonly SeriesInput[], tags: readonly string[]): Values => {
      const found = side.find(each => serves(each, tags))
      return found === undefined ? [] : timeAggregation(found, {}, grid.step)(span, grid)
    }
    return new Map(
      [...target.evaluate(span)].map(([key, { tags, values }]) => {
        const [most, least] = [boundLine(upper, tags), boundLine(lower, tags)]
        const known = call.countDefaultZero && !target.holdsGauge ? values.map(value => value ?? 0) : values
        const isAnomalous = ([time, value]: Point) => {
          const slot = Math.round((time - grid.start) / grid.step)
          return value > (most[slot] ?? value) || value < (least[slot] ?? value)
        }
        return [key, shareOf(tags, presentPoints(grid, known), isAnomalous)]
      }),
    )
  }
}

/** A bound without the group's keys serves every group. */
function serves(bound: SeriesInput, tags: readonly string[]): boolean {
  return tags.every(tag => bound.tags.includes(tag) || bound.tags.every(own => tagKey(own) !== tagKey(tag)))
}

function shareOf(
  tags: readonly string[],
  points: readonly Point[],
  isAnomalous: (point: Point) => boolean,
): Reading {
  return { tags, points, value: points.filter(isAnomalous).length / points.length }
}
