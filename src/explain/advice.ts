import { evaluationWindows, functionNamed, windowUnits } from '../catalog/index.js'
import type { MonitorDefinition } from '../model/index.js'
import {
  type Argument,
  type FunctionCall,
  functionForm,
  type MetricExpression,
  type MetricMonitorQuery,
  type MonitorQuery,
  print,
  type Series,
} from '../query/index.js'
import { anomalySettings } from './algorithm.js'
import { plainValue } from './call.js'
import { isComplete, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { algorithmCall, neededPoints } from './monitor.js'
import { type Phrase, phrase } from './sentences.js'
import { callsIn, groupsOf, has, hasCountedArithmetic, rollupSeconds, seriesIn } from './series.js'
import { stepNamed, stepWindow } from './steps.js'
import { seriesClause } from './value.js'
import { pointsIn, secondsOf, type WindowValue, windowValue } from './window.js'

/** Which piece to edit for what. */
export function monitorAdvice(
  query: MonitorQuery,
  definition: MonitorDefinition | undefined,
): readonly Phrase[] {
  const silent = definition !== undefined && !(definition.message ?? '').includes('@')
  return [...queryAdvice(query, definition !== undefined), ...(silent ? [phrase('change/handle', {})] : [])]
}

function queryAdvice(query: MonitorQuery, stated: boolean): readonly Phrase[] {
  switch (query.kind) {
    case 'metric-monitor':
      return metricMonitorAdvice(query, stated)
    case 'event-monitor':
      return eventAdvice(query)
    case 'formula-monitor': {
      const threshold = thresholdOf(query.condition)
      return threshold === undefined ? [] : [phrase('change/event-threshold', { threshold })]
    }
    case 'service-check':
      return []
    case 'slo-monitor':
      return [
        query.measure === 'burn_rate'
          ? phrase('change/burn-rate', {})
          : phrase('change/budget-threshold', {}),
      ]
    case 'composite':
      return [phrase('change/composite', {})]
    default:
      return []
  }
}

function metricMonitorAdvice(query: MetricMonitorQuery, stated: boolean): readonly Phrase[] {
  const call = algorithmCall(query)
  const { comparator } = query.condition
  const threshold = thresholdOf(query.condition)
  const isLevel = call === undefined || call.name === 'forecast'
  const limit =
    isLevel && threshold !== undefined ? [phrase('change/threshold', { comparator, threshold, stated })] : []
  if (call?.name === 'anomalies') return [...anomalyAdvice(query), ...seriesAdvice(query.expression, 'max')]
  const change = query.head.kind === 'change-head' || !isComplete(query) ? [] : windowAdvice(query)
  // The worst source is the lowest where low values alert.
  const worst = comparator === '<' || comparator === '<=' ? 'min' : 'max'
  return [...limit, ...toleranceAdvice(call), ...change, ...seriesAdvice(query.expression, worst)]
}

/** What to do with the window so that it alerts later, or, for a forecast, earlier. */
function windowAdvice(query: MetricMonitorQuery): readonly Phrase[] {
  const { aggregator, window: written } = query.head
  const window = windowValue(written)
  if (isAnyPoint(aggregator, query.condition.comparator) && window.form === 'last')
    return [phrase('change/one-point', { from: aggregator, window })]
  const to = longerWindow(window)
  if (to === undefined || (aggregator === 'sum' && !isRatioOfTotals(query.expression))) return []
  // Whether a longer window meets an exact value more seldom depends on the values.
  if (exact.has(query.condition.comparator)) return []
  return [phrase(window.form === 'next' ? 'change/horizon' : 'change/window', { window, to, aggregator })]
}

const exact: ReadonlySet<string> = new Set(['==', '!='])

/** One point of the window is enough for an alert: in a longer one there are more. */
function isAnyPoint(aggregator: string, comparator: string): boolean {
  return comparator.startsWith('>')
    ? aggregator === 'max'
    : aggregator === 'min' && comparator.startsWith('<')
}

/** A total grows with the window, and so nears a limit that was made for less; a ratio of totals does not. */
function isRatioOfTotals(expression: MetricExpression): boolean {
  return (
    hasCountedArithmetic(expression) &&
    has(expression, node => node.kind === 'binary' && node.operator === '/')
  )
}

const forecastLimit = 3 * windowUnits.mo.seconds

/** A window of twice the length, in the unit that people would use: `1h` after `30m`. */
function longerWindow(window: WindowValue): WindowValue | undefined {
  const seconds = secondsOf(window)
  if (window.form === 'next' ? seconds * 2 > forecastLimit : window.form !== 'last' || seconds >= 86_400)
    return undefined
  return doubled(window)
}

function doubled(window: WindowValue): WindowValue {
  const amount = window.amount * 2
  return window.unit === 'm' && amount % 60 === 0
    ? { ...window, amount: amount / 60, unit: 'h' }
    : { ...window, amount }
}

/** The highest tolerance that Datadog offers. https://docs.datadoghq.com/monitors/types/outlier/ */
const mostTolerance = 5

function toleranceAdvice(call: FunctionCall | undefined): readonly Phrase[] {
  if (call?.name !== 'outliers') return []
  const [, , tolerance] = call.arguments
  return tolerance?.kind === 'number' && tolerance.value + 1 <= mostTolerance
    ? [phrase('change/tolerance', { tolerance: tolerance.value })]
    : []
}

const easierShare = 0.8

function anomalyAdvice(query: MetricMonitorQuery): readonly Phrase[] {
  const call = algorithmCall(query)
  if (call === undefined) return []
  const { alertWindow, interval, bounds, algorithm } = anomalySettings(call)
  const { comparator } = query.condition
  const share = thresholdOf(query.condition)
  const points =
    alertWindow === undefined || interval === undefined ? undefined : pointsIn(alertWindow, interval)
  const needed = points === undefined ? undefined : neededPoints(comparator, easierShare, points)
  const longer = alertWindow === undefined ? undefined : doubled(alertWindow)
  return [
    ...(share !== undefined && share > easierShare
      ? [phrase('change/share', { share: easierShare, ...defined({ points, needed }) })]
      : []),
    ...(bounds === undefined ? [] : [phrase('change/band', { bounds })]),
    ...(longer === undefined
      ? []
      : [phrase('change/alert-window', { window: `last_${longer.amount}${longer.unit}` })]),
    ...(algorithm === 'basic' ? [phrase('change/seasonality', {})] : []),
  ]
}

/** Group, scope and aggregator. What must be done in several queries alike is said of all, anything else of one alone. */
function seriesAdvice(
  expression: MetricExpression,
  worstInMonitor: 'min' | 'max' | undefined,
): readonly Phrase[] {
  const [series, ...others] = seriesIn(expression)
  if (series === undefined) return []
  const alone = others.length === 0
  const everything = seriesClause(series).is === 'all'
  const written = scopeText(series)
  const scope =
    everything && alone
      ? [phrase('change/scope', { example: '{env:prod}', ...defined({ replaces: written }) })]
      : []
  const aggregator =
    series.aggregator?.name === 'avg' && series.groupBy === undefined && alone
      ? [phrase('change/aggregator', { from: 'avg', to: worstInMonitor ?? 'max' })]
      : []
  return [
    ...groupAdvice(expression, series, others, worstInMonitor !== undefined, written),
    ...scope,
    ...aggregator,
  ]
}

function groupAdvice(
  expression: MetricExpression,
  series: Series,
  others: readonly Series[],
  monitor: boolean,
  written: string | undefined,
): readonly Phrase[] {
  const keys = series.groupBy?.keys.map(key => key.name) ?? []
  if (keys.length > 0) return groupsOf(expression).length === 0 ? [] : [phrase('change/group-more', { keys })]
  if (others.some(other => other.groupBy !== undefined || scopeText(other) !== written)) return []
  const key = likelyKey(series.metric.name)
  const several = others.length > 0
  return [phrase('change/group', { key, after: written ?? series.metric.name, monitor, several })]
}

function scopeText(series: Series): string | undefined {
  return series.scope === undefined ? undefined : print(series.scope)
}

/** The tag that the sources of a metric certainly carry, by the first word of its name. */
const likelyKeys: ReadonlyMap<string, string> = new Map([
  ['container', 'container_name'],
  ['kubernetes', 'pod_name'],
  ['trace', 'service'],
  // What a cloud provider hands over belongs to no host.
  ['aws', 'region'],
  ['azure', 'region'],
  ['gcp', 'project_id'],
])

function likelyKey(metric: string): string {
  return likelyKeys.get(metric.slice(0, metric.indexOf('.'))) ?? 'host'
}

function eventAdvice(query: Extract<MonitorQuery, { kind: 'event-monitor' }>): readonly Phrase[] {
  const threshold = thresholdOf(query.condition)
  const last = stepNamed(query.steps, 'last')
  const window = last === undefined ? undefined : stepWindow(last)
  const longer = window === undefined ? undefined : doubled(window)
  return [
    ...(threshold === undefined ? [] : [phrase('change/event-threshold', { threshold })]),
    ...(stepNamed(query.steps, 'by') !== undefined
      ? []
      : [phrase('change/event-group', { key: exampleKey(query.source, print(query.search)) })]),
    ...(longer === undefined || secondsOf(longer) > evaluationWindows.event.longestSeconds
      ? []
      : [phrase('change/event-window', { window: `${longer.amount}${longer.unit}` })]),
    excludeAdvice(query.source, print(query.search)),
  ]
}

/** By what the events of a source are told apart, where that is not the service. */
const eventKeys: Readonly<Record<string, string>> = {
  rum: '@view.name',
  'ci-pipelines': '@ci.pipeline.name',
  'ci-tests': '@test.service',
  audits: '@usr.email',
  'error-tracking': 'issue.id',
  'network-performance': 'client_service',
  processes: 'host',
}

/** A group by what the search pins already would be one group. */
function exampleKey(source: string, search: string): string {
  const keys = [eventKeys[source] ?? 'service', 'host']
  return keys.find(key => !search.includes(`${key}:`)) ?? 'env'
}

/** What some events of a source are, which others are left over. */
const exclusions: Readonly<Record<string, string>> = {
  logs: 'status:info',
  rum: '@session.type:synthetics',
  'ci-pipelines': '@ci.status:canceled',
  'ci-tests': '@test.status:skip',
}

/** An example on something that the search does not speak of yet. */
export function excludeAdvice(source: string, search: string): Phrase {
  const own = exclusions[source]
  const examples = [...(own === undefined ? [] : [own]), 'env:staging', 'host:test-*', 'version:0.*']
  const isNew = (example: string) => !search.includes(example.slice(0, example.indexOf(':') + 1))
  return phrase('change/search-exclude', { example: examples.find(isNew) ?? 'service:test-*' })
}

/** A query that only draws can become an alert. */
export function metricAdvice(expression: MetricExpression): readonly Phrase[] {
  return [...seriesAdvice(expression, undefined), ...alertAdvice(expression)]
}

/** Rankings and dashboard variables do not belong into monitors, so no example is made of them. */
function alertAdvice(expression: MetricExpression): readonly Phrase[] {
  const text = print(expression)
  const ranked = callsIn(expression).some(
    call => functionNamed(call.name, functionForm(call))?.inMonitors !== 'yes',
  )
  if (ranked || text.includes('$')) return []
  const query = exampleMonitor(expression, text)
  return query === undefined ? [] : [phrase('change/make-monitor', { query })]
}

const exampleLimit = '> 4'

/**
 * What an algorithm judges is not the metric: a share of points, outlier or not, a time to come. Its options must fit, so
 * anomalies have no example in one line. https://docs.datadoghq.com/monitors/types/forecasts/
 */
function exampleMonitor(expression: MetricExpression, text: string): string | undefined {
  const root = expression.kind === 'call' ? expression.name : undefined
  if (root === 'anomalies') return undefined
  if (root === 'outliers') return `avg(last_30m):${text} > 0`
  if (root === 'forecast') return `max(next_1w):${text} >= 4`
  const window = exampleWindow(expression)
  const aggregator = text.includes('.as_count()') ? 'sum' : 'avg'
  return window === undefined ? undefined : `${aggregator}(${window}):${text} ${exampleLimit}`
}

/** A window that holds several of the points; a bucket of the calendar does not fit into one. */
function exampleWindow(expression: MetricExpression): string | undefined {
  if (has(expression, node => node.kind === 'method' && node.name === 'rollup' && hasWord(node.arguments)))
    return undefined
  const seconds = rollupSeconds(expression) ?? 0
  if (seconds <= 60) return 'last_5m'
  return seconds <= 3_600 ? `last_${Math.ceil((seconds * 5) / 3_600)}h` : undefined
}

const calendarBuckets: ReadonlySet<string> = new Set(['daily', 'weekly', 'monthly', 'yearly'])

function hasWord(given: readonly Argument[]): boolean {
  return given.some(one => calendarBuckets.has(String(plainValue(one))))
}
