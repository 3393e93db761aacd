import { isPercentile } from '../catalog/index.js'
import {
  type Condition,
  type FunctionCall,
  isExpression,
  type MetricMonitorQuery,
  type MonitorQuery,
} from '../query/index.js'
import { type AnomalySettings, algorithmOf, anomalySettings } from './algorithm.js'
import { addCompositeParts, compositeSummary } from './composite.js'
import { isComplete, isWritten, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { addEventParts, eventSummary } from './event.js'
import { addFormulaMonitorParts, formulaSummary } from './formula-monitor.js'
import { addMetricParts } from './metric.js'
import type { MonitorContext } from './monitor-context.js'
import { addPart, type Pieces } from './pieces.js'
import type { ReducedCondition, ShareValues } from './sentences/monitor.js'
import { type Phrase, phrase } from './sentences.js'
import { algorithms, groupsOf, hasCountedArithmetic, isCounted, seriesIn } from './series.js'
import { addServiceCheckParts, serviceCheckSummary } from './service-check.js'
import { withoutGroups } from './shared-scope.js'
import { addSloParts, sloAlertSummary } from './slo-alert.js'
import { unitOfMonitor } from './unit.js'
import { valuePhrase } from './value.js'
import { pointsIn, windowValue } from './window.js'

/** Adds the parts of a monitor query of any type. */
export function addMonitorParts(pieces: Pieces, query: MonitorQuery, context: MonitorContext): void {
  switch (query.kind) {
    case 'metric-monitor':
      if (query.head.span.end > query.head.span.start) addHeadPart(pieces, query)
      addMetricParts(pieces, query.expression, 0, {
        ...context,
        onTotals: hasCountedArithmetic(query.expression),
        grouped: groupsOf(query.expression).length > 0,
      })
      if (isWritten(query.condition)) addConditionPart(pieces, query)
      return
    case 'event-monitor':
      addEventParts(pieces, query)
      return
    case 'formula-monitor':
      addFormulaMonitorParts(pieces, query, context)
      return
    case 'service-check':
      addServiceCheckParts(pieces, query, context)
      return
    case 'slo-monitor':
      addSloParts(pieces, query, context)
      return
    case 'composite':
      addCompositeParts(pieces, query, context)
      return
    case 'placeholder':
      addPart(pieces, query, 0, phrase('part/placeholder', { text: query.text }))
      return
    case 'opaque':
      addPart(pieces, query, 0, phrase('part/opaque', { text: query.text }))
  }
}

/** What a monitor query watches and when it alerts, in one sentence. */
export function monitorSummary(query: MonitorQuery, context: MonitorContext): Phrase {
  switch (query.kind) {
    case 'metric-monitor':
      return metricSummary(query, context)
    case 'event-monitor':
      return eventSummary(query)
    case 'formula-monitor':
      return formulaSummary(query, context)
    case 'service-check':
      return serviceCheckSummary(query, context)
    case 'slo-monitor':
      return sloAlertSummary(query, context)
    case 'composite':
      return compositeSummary(query, context)
    case 'placeholder':
      return phrase('summary/placeholder', {})
    case 'opaque':
      return phrase('summary/opaque', {})
  }
}

/** The algorithm function at the root of a metric monitor, which changes what the number at the end means. */
export function algorithmCall(query: MetricMonitorQuery): FunctionCall | undefined {
  const { expression } = query
  if (expression.kind !== 'call') return undefined
  return algorithms.has(expression.name) ? expression : undefined
}

/** The share of points an anomaly monitor asks for, and how many points that is. */
export function shareValues(
  condition: Pick<Condition, 'comparator'>,
  share: number,
  settings: AnomalySettings,
): ShareValues {
  const { alertWindow, interval, direction } = settings
  const points =
    alertWindow === undefined || interval === undefined ? undefined : pointsIn(alertWindow, interval)
  return {
    comparator: condition.comparator,
    share,
    direction,
    ...(alertWindow === undefined ? {} : { window: alertWindow }),
    ...(points === undefined ? {} : { points, needed: neededPoints(condition.comparator, share, points) }),
  }
}

/** The smallest number of points whose share satisfies the comparison; rounding errors of `0.1 * 30` do not count. */
export function neededPoints(comparator: Condition['comparator'], share: number, points: number): number {
  const exact = Math.round(share * points * 1e9) / 1e9
  return comparator === '>' ? Math.floor(exact) + 1 : Math.ceil(exact)
}

function reducedCondition(query: MetricMonitorQuery, threshold: number): ReducedCondition {
  const { aggregator, window } = query.head
  const plain = {
    aggregator,
    window: windowValue(window),
    comparator: query.condition.comparator,
    threshold,
    countsFirst: hasCountedArithmetic(query.expression),
    ...unitIn(query),
  }
  const percentile = aggregator === 'percentile' ? spacePercentile(query) : aggregator
  return isPercentile(percentile) ? { ...plain, percentile: Number(percentile.slice(1)) } : plain
}

/** The unit of the threshold, as an optional member of a phrase's values. */
function unitIn(query: MetricMonitorQuery) {
  return defined({ unit: unitOfMonitor(query) })
}

/** `percentile(…)` takes the percentile that the query names, over the whole window. */
function spacePercentile({ expression }: MetricMonitorQuery): string {
  const names = new Set(seriesIn(expression).map(series => series.aggregator?.name ?? 'avg'))
  return names.size === 1 ? [...names][0]! : 'percentile'
}

function addHeadPart(pieces: Pieces, query: MetricMonitorQuery): void {
  const { head, condition } = query
  const shown = `${pieces.text.slice(head.span.start, head.span.end)}:`
  if (head.kind === 'change-head') {
    const { change, aggregator } = head
    addPart(
      pieces,
      head,
      0,
      phrase('part/change-head', {
        change,
        aggregator,
        window: windowValue(head.window),
        shift: windowValue(head.shift),
        countsFirst: isCounted(query.expression),
      }),
      shown,
    )
    return
  }
  const call = algorithmCall(query)
  const judged = judgedBy(call)
  const { aggregator, percentile, window, countsFirst } = reducedCondition(query, 0)
  const values = {
    aggregator,
    ...defined({ percentile }),
    window,
    comparator: condition.comparator,
    judged,
    countsFirst,
  }
  addPart(pieces, head, 0, phrase('part/window-head', values), shown)
}

function judgedBy(call: FunctionCall | undefined): 'value' | 'anomaly' | 'outlier' | 'forecast' {
  if (call === undefined) return 'value'
  if (call.name === 'anomalies') return 'anomaly'
  return call.name === 'outliers' ? 'outlier' : 'forecast'
}

function addConditionPart(pieces: Pieces, query: MetricMonitorQuery): void {
  addPart(pieces, query.condition, 0, conditionSentence(query))
}

function conditionSentence(query: MetricMonitorQuery): Phrase {
  const { condition, head } = query
  const { comparator } = condition
  const threshold = thresholdOf(condition)
  if (threshold === undefined) return phrase('part/dynamic-condition', { comparator })
  const call = algorithmCall(query)
  if (call?.name === 'anomalies')
    return phrase('part/anomaly-condition', shareValues(condition, threshold, anomalySettings(call)))
  if (call?.name === 'outliers') return phrase('part/outlier-condition', { comparator, threshold })
  if (call !== undefined)
    return phrase('part/forecast-condition', {
      comparator,
      threshold,
      horizon: windowValue(head.window),
      ...unitIn(query),
    })
  if (head.kind === 'change-head') {
    const { change, shift } = head
    const values = { comparator, threshold, change, shift: windowValue(shift), ...unitIn(query) }
    return phrase('part/change-condition', values)
  }
  return phrase('part/condition', reducedCondition(query, threshold))
}

function metricSummary(query: MetricMonitorQuery, context: MonitorContext): Phrase {
  if (!isComplete(query))
    return phrase('summary/metric-query', { value: valuePhrase(query.expression, context) })
  const call = algorithmCall(query)
  if (call !== undefined) return algorithmSummary(query, call, context)
  const { head, condition } = query
  const groups = groupsOf(query.expression)
  const value = withoutGroups(valuePhrase(query.expression, context), groups)
  const threshold = thresholdOf(condition)
  const window = windowValue(head.window)
  if (threshold === undefined) return phrase('summary/dynamic-monitor', { value, window, groups })
  if (head.kind === 'change-head') {
    const { change, aggregator, shift } = head
    const { comparator } = condition
    return phrase('summary/change', {
      value,
      change,
      aggregator,
      window,
      shift: windowValue(shift),
      comparator,
      threshold,
      ...unitIn(query),
      groups,
    })
  }
  return phrase('summary/metric-monitor', { value, condition: reducedCondition(query, threshold), groups })
}

function algorithmSummary(query: MetricMonitorQuery, call: FunctionCall, context: MonitorContext): Phrase {
  const { head, condition } = query
  const [inner] = call.arguments
  const groups = groupsOf(query.expression)
  const value =
    inner === undefined
      ? phrase('value/opaque', { text: '…' })
      : withoutGroups(innerValue(inner, context), groups)
  const threshold = thresholdOf(condition) ?? 0
  const window = windowValue(head.window)
  if (call.name === 'anomalies') {
    const settings = anomalySettings(call)
    return phrase('summary/anomaly', {
      value,
      share: shareValues(condition, threshold, settings),
      algorithm: settings.algorithm,
      groups,
    })
  }
  const algorithm = algorithmOf(call)
  if (call.name === 'outliers') return phrase('summary/outlier', { value, groups, window, algorithm })
  const { comparator } = condition
  const limit = { comparator, threshold, ...unitIn(query) }
  return phrase('summary/forecast', { value, ...limit, horizon: window, algorithm, groups })
}

function innerValue(argument: FunctionCall['arguments'][number], context: MonitorContext): Phrase {
  if (!isExpression(argument)) return phrase('value/opaque', { text: '…' })
  return valuePhrase(argument, context)
}
