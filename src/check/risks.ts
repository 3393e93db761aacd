import type {
  BinaryOperation,
  Condition,
  FunctionCall,
  MethodCall,
  MetricExpression,
  MonitorQuery,
  Series,
  StringLiteral,
} from '../query/index.js'
import { recordOf } from './json-values.js'
import { eachExpression, findExpression } from './walk.js'

// What an account takes and a reviewer would not: lint has a rule for each, and explain warns of the same.

/** What a risk is told from: the comparison, and every expression of the query and its formula's variables. */
export interface JudgedQuery {
  readonly condition: Condition | undefined
  /** The expression of the query first. */
  readonly expressions: readonly MetricExpression[]
  /** How many seconds of data decide, where that is known. */
  readonly window?: number | undefined
}

/** True where values above the threshold alert. */
export function alertsAbove({ comparator }: Pick<Condition, 'comparator'>): boolean {
  return comparator === '>' || comparator === '>='
}

/** True where values below the threshold alert. */
export function alertsBelow({ comparator }: Pick<Condition, 'comparator'>): boolean {
  return comparator === '<' || comparator === '<='
}

function literalOf({ threshold }: Condition): number | undefined {
  return threshold.kind === 'number' ? threshold.value : undefined
}

const algorithms: ReadonlySet<string> = new Set(['anomalies', 'forecast', 'outliers'])

/**
 * `threshold/recovery-missing`: a level near its limit makes the monitor flap. Counts fall back to 0 by themselves,
 * nothing can be healthier than 0, algorithms have a recovery of their own, and on a schedule of days nothing swings.
 * https://docs.datadoghq.com/monitors/guide/recovery-thresholds/
 */
export function lacksRecovery({ condition, expressions }: JudgedQuery, options: unknown): boolean {
  if (condition === undefined || !(alertsAbove(condition) || alertsBelow(condition))) return false
  if (!literalOf(condition)) return false
  if (recordOf(recordOf(options).scheduling_options).custom_schedule) return false
  const { critical_recovery: recovery } = recordOf(recordOf(options).thresholds)
  const [main] = expressions
  const isAlgorithm = main?.kind === 'call' && algorithms.has(main.name)
  return typeof recovery !== 'number' && !isAlgorithm && !expressions.some(isCount)
}

function isCount(expression: MetricExpression): boolean {
  return methodNamed(expression, ['as_count'])
}

function methodNamed(expression: MetricExpression, names: readonly string[]): boolean {
  const isNamed = (node: MetricExpression): node is MethodCall =>
    node.kind === 'method' && names.includes(node.name)
  return findExpression(expression, isNamed) !== undefined
}

/** Functions that keep a ratio quiet while its denominator is small. */
const guards: ReadonlySet<string> = new Set([
  'is_greater',
  'is_less',
  'is_between',
  'cutoff_min',
  'clamp_min',
])

/**
 * `query/division-zero-guard`: a ratio of counts that alerts on one failure out of one. Ratios of gauges (used memory
 * over all memory) have no traffic.
 * https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
export function unguardedRatio({ condition, expressions }: JudgedQuery): BinaryOperation | undefined {
  const [main] = expressions
  if (main === undefined || condition === undefined || !alertsAbove(condition)) return undefined
  if (callNamed(main, guards)) return undefined
  return findExpression(main, isCountRatio)
}

function callNamed(expression: MetricExpression, names: ReadonlySet<string>): boolean {
  const isNamed = (node: MetricExpression): node is FunctionCall =>
    node.kind === 'call' && names.has(node.name)
  return findExpression(expression, isNamed) !== undefined
}

function isCountRatio(node: MetricExpression): node is BinaryOperation {
  return node.kind === 'binary' && node.operator === '/' && isCounted(node.left) && isCounted(node.right)
}

function isCounted(expression: MetricExpression): boolean {
  return methodNamed(expression, ['as_count', 'as_rate'])
}

const heartbeat = /(^|[._])(heartbeat|alive|is_up|up|running|healthy|ready)$/
const zeroed: ReadonlySet<string> = new Set(['default_zero'])

/**
 * With `on_missing_data: default`, missing data of a count is compared as 0; `default_zero` keeps the state instead.
 * https://docs.datadoghq.com/monitors/configuration/#no-data
 */
export function missingIsZero(expression: MetricExpression): boolean {
  return isCount(expression) && !callNamed(expression, zeroed)
}

/** True where missing data is compared as a 0 that is past the limit: silence alerts by itself. */
export function alertsOnNothing({ condition, expressions }: JudgedQuery, options: unknown): boolean {
  if (condition === undefined || recordOf(options).on_missing_data !== 'default') return false
  const limit = literalOf(condition)
  if (limit === undefined || !alertsBelow(condition)) return false
  return (condition.comparator === '<=' ? limit >= 0 : limit > 0) && expressions.some(missingIsZero)
}

/**
 * `nodata/silent`: a sign of life that is waited for, and nobody is told when it stops.
 * https://docs.datadoghq.com/monitors/configuration/#no-data
 */
export function silentHeartbeat(
  { condition, expressions }: JudgedQuery,
  options: unknown,
): Series | undefined {
  if (condition === undefined || !alertsBelow(condition) || notifiesNoData(options)) return undefined
  if (alertsOnNothing({ condition, expressions }, options)) return undefined
  const literal = literalOf(condition)
  const [main] = expressions
  if (literal === undefined || literal > 1 || (main !== undefined && callNamed(main, zeroed)))
    return undefined
  return firstSeries(expressions, heartbeat)
}

/** Checks that only ever say OK: an Agent that is gone says nothing. https://docs.datadoghq.com/monitors/types/host/ */
const onlyOk: ReadonlySet<string> = new Set(['datadog.agent.up'])

/** `nodata/silent` of a check whose silence is what the monitor is for, and nobody is told of it. */
export function silentCheck(query: MonitorQuery | undefined, options: unknown): StringLiteral | undefined {
  if (query?.kind !== 'service-check' || !onlyOk.has(query.check.value)) return undefined
  return notifiesNoData(options) ? undefined : query.check
}

// IoT Edge reports through an Agent.
const cloudMetric = /^(aws|gcp|azure|alibaba|oci)\.(?!iot_edge\.)/

/** Seconds; in a longer window the minutes that are still missing at its end weigh next to nothing. */
const longestLateWindow = 4 * 3_600

/**
 * `options/evaluation-delay-cloud`: metrics that are fetched from a cloud provider arrive minutes late.
 * https://docs.datadoghq.com/monitors/configuration/#evaluation-delay
 */
export function lateMetric({ expressions, window }: JudgedQuery, options: unknown): Series | undefined {
  const { evaluation_delay: delay } = recordOf(options)
  if (window !== undefined && window > longestLateWindow) return undefined
  return Number(delay ?? 0) > 0 ? undefined : firstSeries(expressions, cloudMetric)
}

function firstSeries(expressions: readonly MetricExpression[], name: RegExp): Series | undefined {
  for (const expression of expressions) {
    const found = findExpression(
      expression,
      (node): node is Series => node.kind === 'series' && name.test(node.metric.name),
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** `nodata/timeframe-ignored`: a time frame that `notify_no_data` would have to switch on. */
export function ignoredTimeframe(options: unknown): number | undefined {
  const { notify_no_data: tells, no_data_timeframe: minutes, on_missing_data: instead } = recordOf(options)
  if (tells === true || instead !== undefined || typeof minutes !== 'number' || minutes === 0)
    return undefined
  return minutes
}

/** True when somebody is told that data stopped. */
export function notifiesNoData(options: unknown): boolean {
  const { notify_no_data: tells, on_missing_data: instead } = recordOf(options)
  return tells === true || instead === 'show_and_notify_no_data'
}

// Checks report WARN themselves, and a composite takes the state of its members.
const warnsByItself: ReadonlySet<string> = new Set(['service check', 'composite'])

/** True when a monitor can be in the state Warn. A cluster alert judges a share of the checks, and warns by its own limit. */
export function canWarn(type: string, options: unknown, isClusterAlert: boolean): boolean {
  const hasLimit = typeof recordOf(recordOf(options).thresholds).warning === 'number'
  return hasLimit || (warnsByItself.has(type) && !isClusterAlert)
}

/**
 * `slo/as-count`: the selectors that an SLO would average instead of count. `count:` and `count(v: …):` give numbers of
 * events already.
 * https://docs.datadoghq.com/service_level_objectives/metric/
 */
export function uncountedSeries(expression: MetricExpression): readonly Series[] {
  const counted = new Set<MetricExpression>()
  const series: Series[] = []
  eachExpression(expression, node => {
    if (node.kind === 'method' && (node.name === 'as_count' || counted.has(node))) counted.add(node.target)
    if (node.kind === 'series' && node.aggregator?.name !== 'count') series.push(node)
  })
  return series.filter(one => !counted.has(one))
}
