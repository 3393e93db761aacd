import { isJsonObject, type MonitorOptions } from '../../model/index.js'
import {
  type EvaluationHead,
  isExpression,
  type MetricExpression,
  type MetricMonitorQuery,
  print,
  type Window,
} from '../../query/index.js'
import { type Code, callOf, methodOf, objectOf } from '../code/index.js'
import { algorithmCode } from './algorithms.js'
import { expressionCode } from './expression.js'
import { compared } from './thresholds.js'

/** `avg('a').last('5m').above(4)` */
export function metricAlert(query: MetricMonitorQuery, options: MonitorOptions): Code | undefined {
  const expression = anomalyCode(query.expression, options) ?? watchedCode(query.expression)
  const evaluated = withHead(expression, query.head, query.expression, scheduledStart(options))
  return evaluated && compared(evaluated, query, options)
}

/** The builder of anomalies adds an alert window where there is none, so such a query stays text. */
function watchedCode(expression: MetricExpression): Code {
  const isAnomaly = expression.kind === 'call' && expression.name === 'anomalies'
  return isAnomaly ? callOf('query', print(expression)) : expressionCode(expression)
}

function anomalyCode(expression: MetricExpression, options: MonitorOptions): Code | undefined {
  if (expression.kind !== 'call' || expression.name !== 'anomalies') return undefined
  const [watched, ...args] = expression.arguments
  const alertWindow = args.find(
    argument => argument.kind === 'named-argument' && argument.name === 'alert_window',
  )
  if (
    watched === undefined ||
    alertWindow?.kind !== 'named-argument' ||
    alertWindow.value.kind !== 'string'
  ) {
    return undefined
  }
  if (!isExpression(watched)) return undefined
  return algorithmCode('anomalies', expressionCode(watched), args, [
    ['recoveryWindow', recoveryWindow(alertWindow.value.value, options)],
  ])
}

/** Only where it is another than the alert window. */
function recoveryWindow(alertWindow: string, options: MonitorOptions): string | undefined {
  const recovery = options.threshold_windows?.recovery_window
  return recovery == null || recovery === alertWindow ? undefined : recovery.replace(/^last_/, '')
}

function withHead(
  expression: Code,
  head: EvaluationHead,
  node: MetricExpression,
  start: Code | undefined,
): Code | undefined {
  if (!isAggregator(head.aggregator)) return undefined
  const { form } = head.window
  if (form !== 'last' && form !== 'current' && form !== 'next') return undefined
  if (head.window.unit === 's' || (form === 'current' && !/^1(h|d|mo)$/.test(windowText(head.window))))
    return undefined
  const scheduled = form === 'current' && start !== undefined ? [start] : []
  const isUsual = head.aggregator === usualAggregator(form, node) && scheduled.length === 0
  const aggregator = isUsual ? [] : [head.aggregator, ...scheduled]
  const evaluated = methodOf(expression, form, windowText(head.window), ...aggregator)
  if (head.kind === 'window-head') return evaluated
  if ((head.shift.form !== 'last' && head.shift.form !== 'ago') || head.shift.unit === 's') return undefined
  const shift = head.shift.form === 'last' ? windowText(head.shift) : `${windowText(head.shift)} ago`
  return methodOf(evaluated, head.change === 'change' ? 'change' : 'pctChange', shift)
}

/** When a cumulative window starts, which stands only in the options. */
export function scheduledStart({ scheduling_options: scheduling }: MonitorOptions): Code | undefined {
  const start = scheduling?.evaluation_window
  if (!isJsonObject(start) || Object.keys(start).some(key => !Object.hasOwn(startNames, key)))
    return undefined
  return objectOf(
    Object.entries(startNames).map(([api, name]) => [name, start[api] as string | number | undefined]),
  )
}

const startNames = {
  hour_starts: 'hourStarts',
  day_starts: 'dayStarts',
  month_starts: 'monthStarts',
  timezone: 'timezone',
} as const

function isAggregator(name: string): boolean {
  return /^(avg|sum|min|max|percentile|p\d+(\.\d+)?)$/.test(name)
}

/** What the builders take without being told; where that is not obvious from the code, the aggregator is written. */
function usualAggregator(form: 'last' | 'current' | 'next', node: MetricExpression): string | undefined {
  if (form === 'next') return undefined
  return print(node).includes('.as_count()') ? undefined : 'avg'
}

function windowText(window: Window): string {
  return `${window.amount}${window.unit}`
}
