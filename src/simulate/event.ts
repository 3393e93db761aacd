import { windowSeconds } from '../catalog/index.js'
import type { EventMonitorQuery } from '../query/index.js'
import { aggregate } from './aggregate.js'
import type { Evaluator, EvaluatorInput, Reading } from './evaluator.js'
import { groupSeries } from './groups.js'
import { reads } from './metric/scope.js'
import { pointsWithin } from './series-input.js'
import { readMissingData } from './state/missing-data.js'
import { readThresholds } from './state/thresholds.js'
import { textsOf } from './steps.js'
import { rolling } from './window.js'

/** Methods that can be computed from counts or values of what the search found. */
const methods: Readonly<Record<string, string>> = {
  count: 'sum',
  sum: 'sum',
  min: 'min',
  max: 'max',
  avg: 'avg',
}

/**
 * Logs, spans, RUM and the other event monitors, from counts: each series is what the search found, under the name of
 * the source (`logs`). For `min`, `max` and `avg` each point is one event's value. The search itself is not evaluated.
 */
export function eventEvaluator(query: EventMonitorQuery, input: EvaluatorInput): Evaluator | undefined {
  const options = input.definition.options ?? {}
  const thresholds = readThresholds(query.condition, options, input)
  const aggregator = readMethod(query, input)
  const seconds = readSeconds(query, input)
  const facts = {
    counts: aggregator === 'sum',
    defaultSeconds: 2 * (seconds ?? 0),
    // A group that vanished is not below the threshold while others still report.
    unlessOthersReport: query.condition.comparator.startsWith('<'),
  }
  const missingData = readMissingData(options, facts, input)
  if (!thresholds || !aggregator || !seconds || !missingData) return undefined
  const keys = textsOf(query.steps, 'by')
    .flatMap(text => text.split(','))
    .map(key => key.trim())
  const groups = groupSeries(
    input.series.filter(each => reads(query.source, each)),
    keys,
  )
  const window = rolling(seconds, options.evaluation_delay ?? 0)
  return {
    every: window.every,
    isGrouped: keys.length > 0,
    thresholds,
    missingData,
    read: time => {
      const span = window.at(time)
      const readings = [...groups].flatMap(([key, { tags, members }]): [string, Reading][] => {
        const points = members.flatMap(member => pointsWithin(member.points, span))
        const value = aggregate(
          aggregator,
          points.map(([, each]) => each),
        )
        return value === undefined ? [] : [[key, { tags, points, value }]]
      })
      return { window: span, groups: new Map(readings) }
    },
  }
}

function readMethod(query: EventMonitorQuery, input: EvaluatorInput): string | undefined {
  const step = query.steps.find(each => each.name === 'rollup')
  // Error tracking counts without saying so.
  const method = step === undefined ? 'count' : (textsOf([step], 'rollup')[0] ?? 'count')
  if (Object.hasOwn(methods, method)) return methods[method]
  const hint = 'Give the values of a metric monitor instead.'
  return input.refuse('event-method', `\`.rollup("${method}")\` needs every event.`, step ?? query, hint)
}

function readSeconds(query: EventMonitorQuery, input: EvaluatorInput): number | undefined {
  const text = textsOf(query.steps, 'last')[0]
  const seconds = text === undefined ? undefined : windowSeconds(text)
  if (seconds !== undefined && seconds > 0) return seconds
  return input.refuse('window', 'Only windows of the form `.last("5m")` are simulated here.', query)
}
