import { type MetricExpression, type MetricMonitorQuery, visit } from '../../query/index.js'
import { aggregate, isAggregator } from '../aggregate.js'
import { secondsOf, showDuration } from '../duration.js'
import type { Evaluator, EvaluatorInput, Reading } from '../evaluator.js'
import type { TimeSpan } from '../series-input.js'
import { readMissingData } from '../state/missing-data.js'
import { readThresholds } from '../state/thresholds.js'
import { type EvaluationWindow, lengthOf, readWindow } from '../window.js'
import { anomalyEvaluator } from './anomaly.js'
import { readAnomalyCall } from './anomaly-call.js'
import { changeOver } from './change.js'
import type { CompiledLines } from './compiled.js'
import { isFullWindow } from './full-window.js'
import { defaultInterval } from './interval.js'
import { isWindowPercentile } from './leaf.js'
import { gridOver, type Line, presentPoints } from './line.js'
import { compileQuery } from './query.js'

/** `avg(last_5m):avg:x{*} by {host} > 4` and its sisters. */
export function metricEvaluator(query: MetricMonitorQuery, input: EvaluatorInput): Evaluator | undefined {
  const anomaly = readAnomalyCall(query.expression)
  if (anomaly !== undefined) return anomalyEvaluator(query, anomaly, input)
  const options = input.definition.options ?? {}
  const window = readWindow(query.head.window, options, input)
  const thresholds = readThresholds(query.condition, options, input)
  const target = compileTarget(query, window?.seconds ?? lengthOf(query.head.window), input)
  const facts = { counts: isPlainCount(query.expression), defaultSeconds: 2 * (window?.seconds ?? 0) }
  const missingData = readMissingData(options, facts, input)
  if (!window || !thresholds || !target || !missingData) return undefined
  return {
    every: window.every,
    isGrouped: target.keys.length > 0,
    thresholds,
    missingData,
    read: time => {
      const span = window.at(time)
      const groups = [...target.evaluate(span)].flatMap(([key, line]): [string, Reading][] => {
        const reading = readingOf(line, query, span, window, target, options.require_full_window === true)
        return reading.points.length === 0 ? [] : [[key, reading]]
      })
      return { window: span, groups: new Map(groups) }
    },
  }
}

function readingOf(
  line: Line,
  { head }: MetricMonitorQuery,
  span: TimeSpan,
  window: EvaluationWindow,
  target: CompiledLines,
  requiresFullWindow: boolean,
): Reading {
  const { tags, values, used } = line
  const points = used ?? presentPoints(gridOver(span, target.step), values)
  if (requiresFullWindow && !window.isCumulative && !isFullWindow(points, span, head.window.unit)) {
    return { tags, points, skipped: 'The evaluation window is not full of data.' }
  }
  const present = used === undefined ? points.map(([, value]) => value) : values.filter(isThere)
  const value = used === undefined ? aggregate(head.aggregator, present) : present[0]
  return value === undefined ? { tags, points } : { tags, points, value }
}

const isThere = (value: number | undefined): value is number => value !== undefined

function compileTarget(
  query: MetricMonitorQuery,
  windowSeconds: number,
  input: EvaluatorInput,
): CompiledLines | undefined {
  const { head, expression } = query
  const { options } = input
  if (head.aggregator !== 'percentile' && !isAggregator(head.aggregator)) {
    return input.refuse('aggregator', `The aggregation \`${head.aggregator}\` is not simulated.`, head)
  }
  const step = stepFor(query, windowSeconds, input)
  const reduceWith = reducer(query)
  const interpolate = options.interpolate ?? true
  const target = compileQuery(expression, { ...input, windowSeconds, step, interpolate, reduceWith })
  if (target === undefined) return undefined
  return head.kind === 'change-head' ? changeOver(target, head.change, lengthOf(head.shift)) : target
}

function stepFor(query: MetricMonitorQuery, windowSeconds: number, input: EvaluatorInput): number {
  const given = input.options.rollup === undefined ? undefined : secondsOf(input.options.rollup)
  if (given !== undefined && given > 0) return given
  const step = defaultInterval(windowSeconds, query.expression, input.series)
  const message = `Metrics without an interval in \`.rollup(…)\` are put in buckets of ${showDuration(step)}; Datadog does not publish which it uses.`
  input.note('default-interval', message, query.expression)
  return step
}

/**
 * With arithmetic and an `.as_count()`, each leaf becomes one value first and the arithmetic is done once; so it is for
 * changes of counts, and for percentiles of the window.
 * https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
function reducer({ head, expression }: MetricMonitorQuery): string | undefined {
  if (isWindowPercentile(head.aggregator)) return head.aggregator
  const { hasArithmetic, hasCount } = countFacts(expression)
  const takesCountPath = hasCount && (hasArithmetic || head.kind === 'change-head')
  return takesCountPath ? head.aggregator : undefined
}

/** A count without arithmetic: no data means that nothing happened. */
function isPlainCount(expression: MetricExpression): boolean {
  const { hasArithmetic, hasCount, fillsGaps, countsValues } = countFacts(expression)
  return (hasCount || countsValues) && !hasArithmetic && !fillsGaps
}

function countFacts(expression: MetricExpression) {
  const facts = { hasArithmetic: false, hasCount: false, fillsGaps: false, countsValues: false }
  visit(expression, {
    binary: () => {
      facts.hasArithmetic = true
    },
    method: ({ name }) => {
      if (name === 'as_count') facts.hasCount = true
    },
    call: ({ name }) => {
      if (name === 'default_zero' || name === 'default') facts.fillsGaps = true
    },
    'space-aggregator': ({ name }) => {
      if (name === 'count') facts.countsValues = true
    },
  })
  return facts
}
