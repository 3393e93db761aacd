import { windowSeconds } from '../catalog/index.js'
import type { Slo, SloDefinition } from '../model/index.js'
import type { SloMonitorQuery } from '../query/index.js'
import { aggregate } from './aggregate.js'
import type { Evaluator, EvaluatorInput, Readings } from './evaluator.js'
import { reads } from './metric/scope.js'
import { pointsWithin, type SeriesInput, type TimeSpan } from './series-input.js'
import { readMissingData } from './state/missing-data.js'
import { readThresholds } from './state/thresholds.js'
import { textsOf } from './steps.js'

/**
 * Burn rate and error budget alerts. The data are counts of the metrics `good` and `total`.
 * https://docs.datadoghq.com/service_level_objectives/burn_rate/
 */
export function sloEvaluator(query: SloMonitorQuery, input: EvaluatorInput): Evaluator | undefined {
  const options = input.definition.options ?? {}
  const thresholds = readThresholds(query.condition, options, input)
  const windows = readWindows(query, input)
  const target = readTarget(query, input)
  const facts = { counts: false, defaultSeconds: 2 * (windows?.[0] ?? 0) }
  const missingData = readMissingData(options, facts, input)
  if (!thresholds || !windows || target === undefined || !missingData) return undefined
  const budget = (100 - target) / 100
  return {
    every: 60,
    isGrouped: false,
    thresholds,
    missingData,
    read: time => {
      const spans = windows.map(seconds => ({ from: time - seconds, to: time }))
      return readBudget(spans, input.series, query.measure === 'burn_rate' ? 1 / budget : 100 / budget)
    },
  }
}

/** Both windows exceed a burn rate when the lower of the two does. */
function readBudget(spans: readonly TimeSpan[], series: readonly SeriesInput[], factor: number): Readings {
  const window = spans[0]!
  const values = spans.map(span => errorShare(series, span))
  const known = values.filter(value => value !== undefined)
  const value = known.length < values.length ? undefined : aggregate('min', known)
  const points = pointsOf('total', series, window)
  const reading = { tags: [], points, ...(value === undefined ? {} : { value: value * factor }) }
  return { window, groups: points.length === 0 ? new Map() : new Map([['', reading]]) }
}

/** The share of bad events, 0 to 1; nothing without events. */
function errorShare(series: readonly SeriesInput[], span: TimeSpan): number | undefined {
  const sum = (metric: string) =>
    pointsOf(metric, series, span).reduce((total, [, value]) => total + value, 0)
  const total = sum('total')
  return total > 0 ? (total - sum('good')) / total : undefined
}

function pointsOf(metric: string, series: readonly SeriesInput[], span: TimeSpan) {
  return series
    .filter(each => each.metric !== undefined && reads(metric, each))
    .flatMap(each => pointsWithin(each.points, span))
}

/** The error budget's window, or the long and the short window of a burn rate. */
function readWindows(query: SloMonitorQuery, input: EvaluatorInput): readonly number[] | undefined {
  if (query.measure === 'error_budget') {
    const over = secondsIn(query, 'over')
    return over === undefined ? refuseWindow(query, input, 'over("30d")') : [over]
  }
  const long = secondsIn(query, 'long_window')
  if (long === undefined) return refuseWindow(query, input, 'long_window("1h")')
  // Datadog's recommendation, and what it uses when the query does not say.
  return [long, secondsIn(query, 'short_window') ?? long / 12]
}

function refuseWindow(query: SloMonitorQuery, input: EvaluatorInput, example: string): undefined {
  return input.refuse(
    'window',
    'The query does not say how long its window is.',
    query,
    `Write \`.${example}\`.`,
  )
}

function secondsIn(query: SloMonitorQuery, name: string): number | undefined {
  const [text] = textsOf(query.steps, name)
  const seconds = text === undefined ? undefined : windowSeconds(text)
  return seconds === undefined || seconds === 0 ? undefined : seconds
}

/** Percent. */
function readTarget(query: SloMonitorQuery, input: EvaluatorInput): number | undefined {
  const { slo } = input.options
  if (slo === undefined) {
    const hint = 'Give `slo` in the options, and series of the metrics `good` and `total`.'
    return input.refuse('slo', 'The target of the SLO is not known.', query.slo, hint)
  }
  const [timeframe] = textsOf(query.steps, 'over')
  const { thresholds } = definitionOf(slo)
  const target = thresholds.find(each => each.timeframe === timeframe)?.target
  if (target !== undefined && target > 0 && target < 100) return target
  return input.refuse(
    'slo',
    `The SLO has no target between 0 and 100 for ${timeframe ?? 'its timeframe'}.`,
    query.slo,
  )
}

function definitionOf(slo: Slo | SloDefinition): SloDefinition {
  return isResource(slo) ? slo.definition : slo
}

function isResource(slo: Slo | SloDefinition): slo is Slo {
  return slo.kind === 'slo' && typeof slo.definition === 'object'
}
