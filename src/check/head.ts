import {
  dashboardLimits,
  evaluationWindows,
  forecastLimits,
  headAggregators,
  isPercentile,
  type WindowLimits,
  windowSeconds,
} from '../catalog/index.js'
import { didYouMean } from '../diagnostic/index.js'
import type {
  FunctionCall,
  MetricExpression,
  MetricMonitorQuery,
  NamedArgument,
  Window,
} from '../query/index.js'
import { namedArgument, numberOf, textOf, wordOf } from './argument-values.js'
import { countedQueries } from './counts.js'
import type { Report } from './report.js'
import { eachExpression } from './walk.js'
import { durationText, secondsOf, windowText } from './windows.js'

/** A metric monitor's query with what several checks look for in it. */
export interface MetricMonitorFacts {
  readonly query: MetricMonitorQuery
  /** The call of anomalies, outliers or forecast that decides how the monitor is evaluated, wherever it stands. */
  readonly algorithm: FunctionCall | undefined
  /** `.as_count()` stands somewhere in it. */
  readonly isCounted: boolean
  /** `.rollup(…)` stands somewhere in it. */
  readonly isRolledUp: boolean
}

/** Reads a query once for all checks. */
export function metricMonitorFacts(query: MetricMonitorQuery): MetricMonitorFacts {
  let algorithm: FunctionCall | undefined
  let isCounted = false
  let isRolledUp = false
  eachExpression(query.expression, node => {
    if (node.kind === 'method') {
      isCounted ||= node.name === 'as_count'
      isRolledUp ||= node.name === 'rollup'
    } else if (node.kind === 'call' && isAlgorithm(node)) algorithm ??= node
  })
  return { query, algorithm, isCounted, isRolledUp }
}

function isAlgorithm({ name }: FunctionCall): boolean {
  return name === 'anomalies' || name === 'outliers' || name === 'forecast'
}

/** `query/unknown-time-aggregator`: how the window becomes one number. */
export function checkHeadAggregator({ query }: MetricMonitorFacts, report: Report): void {
  const { head } = query
  if ((headAggregators as readonly string[]).includes(head.aggregator) || isPercentile(head.aggregator))
    return
  report({
    code: 'query/unknown-time-aggregator',
    severity: 'error',
    message: `\`${head.aggregator}\` is not a time aggregator of a monitor.`,
    span: head.span,
    hint: didYouMean(head.aggregator, headAggregators) ?? 'Use `avg`, `sum`, `min` or `max`.',
  })
}

/** `query/window-range`: how long and of which form the window may be. */
export function checkMetricWindow({ query, algorithm }: MetricMonitorFacts, report: Report): void {
  const { window } = query.head
  if (window.form === 'next') checkHorizon(window, algorithm?.name, report)
  else if (window.form === 'last') checkLength(window, limitsFor(algorithm?.name), report)
  else if (window.form === 'current') checkCumulative(window, report)
  else reportForm(window, report)
}

function limitsFor(algorithm: string | undefined): WindowLimits {
  return algorithm === 'outliers' ? evaluationWindows.outlier : evaluationWindows.metric
}

/** `query/window-range`: a window outside the limits of its kind. */
export function checkLength(window: Window, limits: WindowLimits, report: Report): void {
  const seconds = secondsOf(window)
  if (seconds >= limits.shortestSeconds && seconds <= limits.longestSeconds) return
  const short = seconds < limits.shortestSeconds
  report({
    code: 'query/window-range',
    severity: 'error',
    message: `The evaluation window of ${durationText(seconds)} is too ${short ? 'short' : 'long'}.`,
    span: window.span,
    hint: `Write at ${short ? `least \`${limits.shortest}\`` : `most \`${limits.longest}\``}.`,
  })
}

function checkHorizon(window: Window, algorithm: string | undefined, report: Report): void {
  if (algorithm !== 'forecast') {
    report({
      code: 'query/window-range',
      severity: 'error',
      message: 'Only a forecast looks ahead; this query has no `forecast(…)`.',
      span: window.span,
      hint: `Write \`last_${window.amount}${window.unit}\`.`,
    })
    return
  }
  const { shortestSeconds, longestSeconds, shortest, longest } = forecastLimits.horizon
  checkLength(window, { shortestSeconds, longestSeconds, shortest, longest, source: '' }, report)
}

const cumulative = /^current_1(h|d|mo)$/

function checkCumulative(window: Window, report: Report): void {
  if (cumulative.test(windowText(window))) return
  report({
    code: 'query/window-range',
    severity: 'error',
    message: `\`${windowText(window)}\` is not a cumulative window.`,
    span: window.span,
    hint: 'Use `current_1h`, `current_1d` or `current_1mo`.',
  })
}

function reportForm(window: Window, report: Report): void {
  report({
    code: 'query/window-range',
    severity: 'error',
    message: 'The evaluation window of a metric monitor starts with `last_`.',
    span: window.span,
    hint: `Write \`last_${window.amount}${window.unit}\`.`,
    repair: [{ span: window.span, text: `last_${window.amount}${window.unit}` }],
  })
}

/**
 * `query/as-count-aggregator` and `query/ratio-avg-as-count`: counts are added up over the window. The UI refuses
 * anything but sum, the API accepts it.
 * https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
export function checkCountHead({ query, isCounted }: MetricMonitorFacts, report: Report): void {
  const { head } = query
  if (!isCounted || head.kind !== 'window-head' || head.aggregator === 'sum') return
  const { spans, inRatio } = countedQueries(query.expression)
  if (spans.length === 0) return
  report({
    code: inRatio ? 'query/ratio-avg-as-count' : 'query/as-count-aggregator',
    severity: 'warning',
    message: inRatio
      ? `\`${head.aggregator}\` takes the ratio of each point, so one quiet minute can raise the alert; with \`.as_count()\` the totals should be divided.`
      : `\`.as_count()\` counts events, but \`${head.aggregator}\` does not add them up.`,
    span: head.span,
    hint: `Write \`sum(${windowText(head.window)}):\`, or use \`.as_rate()\`.`,
  })
}

/** `query/rollup-in-window`: an interval as long as the window leaves one point, and often a partial one. */
export function checkRollupInWindow(
  { query, algorithm, isRolledUp }: MetricMonitorFacts,
  report: Report,
): void {
  const { window } = query.head
  if (isRolledUp && window.form === 'last' && algorithm === undefined)
    reportLongRollups(query.expression, secondsOf(window), report)
}

const calendarSeconds: Readonly<Record<string, number>> = {
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_419_200,
}

/** Every rollup that is longer than the window in seconds. */
export function reportLongRollups(expression: MetricExpression, seconds: number, report: Report): void {
  eachExpression(expression, method => {
    if (method.kind !== 'method' || method.name !== 'rollup') return
    const argument = method.arguments[1] ?? method.arguments[0]
    const interval = numberOf(argument) ?? calendarSeconds[wordOf(argument) ?? '']
    if (argument === undefined || interval === undefined || interval <= seconds) return
    report({
      code: 'query/rollup-in-window',
      severity: 'warning',
      message: `The rollup interval of ${durationText(interval)} is longer than the evaluation window of ${durationText(seconds)}.`,
      span: argument.span,
      hint: 'Use an interval that fits into the window several times, or a longer window.',
    })
  })
}

/** `query/forecast-limits`: `max` goes with an upper threshold and `min` with a lower one. */
export function checkForecastHead({ query, algorithm }: MetricMonitorFacts, report: Report): void {
  const { head, condition } = query
  if (algorithm?.name !== 'forecast' || head.kind !== 'window-head') return
  if (condition.comparator === '==' || condition.comparator === '!=') return
  const wanted = forecastLimits.headFor[condition.comparator]
  if (head.aggregator === wanted) return
  report({
    code: 'query/forecast-limits',
    severity: 'warning',
    message: `A forecast with \`${condition.comparator}\` looks at the ${wanted === 'max' ? 'highest' : 'lowest'} predicted value, so its head is \`${wanted}\`.`,
    span: head.span,
    hint: `Write \`${wanted}(${windowText(head.window)}):\`.`,
  })
}

/** `query/forecast-limits`: points so close together that a series cannot hold them. */
export function checkForecastInterval({ query, algorithm }: MetricMonitorFacts, report: Report): void {
  if (algorithm?.name !== 'forecast') return
  const argument = namedArgument(algorithm, 'interval')
  const interval = lengthOf(argument)
  if (argument === undefined || interval === undefined) return
  const history = lengthOf(namedArgument(algorithm, 'history')) ?? 0
  const seconds = Math.max(history, secondsOf(query.head.window))
  const points = Math.floor(seconds / interval)
  if (points <= dashboardLimits.pointsPerSeries) return
  const fitting = lengthText(seconds / dashboardLimits.pointsPerSeries)
  report({
    code: 'query/forecast-limits',
    severity: 'warning',
    message: `An \`interval\` of ${durationText(interval)} asks for ${points} points in ${durationText(seconds)}; a series holds ${dashboardLimits.pointsPerSeries}, so Datadog takes a longer one.`,
    span: argument.span,
    hint: `Write at least \`interval='${fitting}'\`; a longer one also keeps noise out of the forecast.`,
  })
}

/** `interval=60` and `interval='1m'` say the same. */
function lengthOf(argument: NamedArgument | undefined): number | undefined {
  const seconds = numberOf(argument?.value) ?? windowSeconds(textOf(argument?.value) ?? '')
  return seconds !== undefined && seconds > 0 ? seconds : undefined
}

/** The next usual length: `10m`, `2h`. */
function lengthText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 10) return `${minutes}m`
  return minutes <= 60 ? `${Math.ceil(minutes / 10) * 10}m` : `${Math.ceil(minutes / 60)}h`
}

/** `query/outlier-params`: an outlier is 1 and every other group 0. */
export function checkOutlierCondition({ query, algorithm }: MetricMonitorFacts, report: Report): void {
  const { threshold, comparator } = query.condition
  if (algorithm?.name !== 'outliers' || threshold.kind !== 'number') return
  if (comparator === '>' && threshold.value === 0) return
  report({
    code: 'query/outlier-params',
    severity: 'warning',
    message: 'An outlier monitor gives 1 for an outlier and 0 for every other group.',
    span: query.condition.span,
    hint: 'Compare with `> 0`.',
  })
}

/** `query/change-shift`: comparing a window with itself. */
export function checkChangeShift({ query }: MetricMonitorFacts, report: Report): void {
  if (query.head.kind !== 'change-head') return
  const { shift, window } = query.head
  if (shift.form !== 'next' && window.form !== 'next') return
  report({
    code: 'query/window-range',
    severity: 'error',
    message: 'A change monitor compares with the past, so its windows cannot look ahead.',
    span: shift.form === 'next' ? shift.span : window.span,
    hint: 'Write `last_…`, such as `last_1h`.',
  })
}
