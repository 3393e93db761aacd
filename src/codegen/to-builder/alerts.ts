import type { MonitorOptions } from '../../model/index.js'
import type {
  CompositeExpression,
  EvaluationHead,
  EventMonitorQuery,
  MetricExpression,
  MetricMonitorQuery,
  MonitorQuery,
  ServiceCheckQuery,
  SloMonitorQuery,
  Step,
  Window,
} from '../../query/index.js'
import { print } from '../../query/index.js'
import { algorithmCode } from './algorithms.js'
import { type Code, callOf, methodOf, objectOf } from './code.js'
import { expressionCode } from './expression.js'
import { formulaAlert } from './formula.js'
import { comparisonOf } from './thresholds.js'

/** The builder expression of an alert condition; undefined when the builders cannot say it. */
export function alertCode(query: MonitorQuery, options: MonitorOptions, type?: string): Code | undefined {
  switch (query.kind) {
    case 'metric-monitor':
      return metricAlert(query, options)
    case 'service-check':
      return checkAlert(query, options)
    case 'event-monitor':
      return eventAlert(query, options)
    case 'slo-monitor':
      return sloAlert(query, options)
    case 'composite': {
      const condition = compositeCode(query.expression)
      return condition === undefined ? undefined : callOf('composite', condition)
    }
    case 'formula-monitor':
      return type === undefined ? undefined : formulaAlert(query, type, options)
    default:
      return undefined
  }
}

function compared(
  target: Code,
  query: { condition: MetricMonitorQuery['condition'] },
  options: MonitorOptions,
) {
  const comparison = comparisonOf(query.condition, options.thresholds ?? {})
  return comparison && methodOf(target, comparison.method, comparison.argument)
}

function metricAlert(query: MetricMonitorQuery, options: MonitorOptions): Code | undefined {
  const expression = anomalyCode(query.expression, options) ?? watchedCode(query.expression)
  const evaluated = withHead(expression, query.head, query.expression)
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
  if (watched.kind === 'string' || watched.kind === 'word' || watched.kind === 'named-argument')
    return undefined
  return algorithmCode('anomalies', expressionCode(watched), args, [
    ['recoveryWindow', recoveryWindow(alertWindow.value.value, options)],
  ])
}

/** Only where it is another than the alert window. */
function recoveryWindow(alertWindow: string, options: MonitorOptions): string | undefined {
  const recovery = options.threshold_windows?.recovery_window
  return recovery == null || recovery === alertWindow ? undefined : recovery.replace(/^last_/, '')
}

function withHead(expression: Code, head: EvaluationHead, node: MetricExpression): Code | undefined {
  if (!isAggregator(head.aggregator)) return undefined
  const { form } = head.window
  if (form !== 'last' && form !== 'current' && form !== 'next') return undefined
  if (head.window.unit === 's' || (form === 'current' && !/^1(h|d|mo)$/.test(windowText(head.window))))
    return undefined
  const aggregator = head.aggregator === usualAggregator(form, node) ? [] : [head.aggregator]
  const evaluated = methodOf(expression, form, windowText(head.window), ...aggregator)
  if (head.kind === 'window-head') return evaluated
  if ((head.shift.form !== 'last' && head.shift.form !== 'ago') || head.shift.unit === 's') return undefined
  const shift = head.shift.form === 'last' ? windowText(head.shift) : `${windowText(head.shift)} ago`
  return methodOf(evaluated, head.change === 'change' ? 'change' : 'pctChange', shift)
}

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

function checkAlert(query: ServiceCheckQuery, options: MonitorOptions): Code | undefined {
  const steps = query.steps.slice(0, -2)
  const [last, status] = query.steps.slice(-2)
  const looked = last?.name === 'last' ? last.arguments[0] : undefined
  const method = status?.name === 'count_by_status' ? 'countByStatus' : 'pctByStatus'
  if (looked?.kind !== 'number' || (status?.name !== 'count_by_status' && status?.name !== 'pct_by_status'))
    return undefined
  const start = withTextSteps(callOf('serviceCheck', query.check.value), steps, ['over', 'exclude', 'by'])
  const counts = statusCounts(looked.value, options)
  return start && methodOf(methodOf(start, 'last', looked.value), method, counts)
}

/** The counts stand only in the options; without them, the usual one less than what is looked at. */
function statusCounts(looked: number, { thresholds = {} }: MonitorOptions): Code {
  const critical = thresholds.critical ?? Math.max(1, looked - 1)
  return objectOf([
    ['critical', critical],
    ...(['warning', 'ok', 'unknown'] as const).map(name => [name, thresholds[name] ?? undefined] as const),
  ])
}

/** Steps whose arguments are all texts. */
function withTextSteps(start: Code, steps: readonly Step[], allowed: readonly string[]): Code | undefined {
  return steps.reduce<Code | undefined>((code, step) => {
    const texts = step.arguments.flatMap(argument => (argument.kind === 'string' ? [argument.value] : []))
    const isPlain = allowed.includes(step.name) && texts.length === step.arguments.length
    return code && isPlain ? methodOf(code, step.name, ...texts) : undefined
  }, start)
}

/** Builders by the word before the parenthesis. */
const products: Readonly<Record<string, string>> = {
  logs: 'log',
  rum: 'rum',
  events: 'events',
  'trace-analytics': 'spans',
  audits: 'auditTrail',
  'ci-pipelines': 'ciPipelines',
  'ci-tests': 'ciTests',
  'database-monitoring': 'databaseMonitoring',
  'network-performance': 'networkPerformance',
  'network-path': 'networkPath',
  'llm-observability': 'llmObservability',
}

/** What the types of the builders allow. */
const windowPatterns: Readonly<Record<string, RegExp>> = { last: /^\d+[smhdw]$/, current: /^1[hd]$/ }

function eventAlert(query: EventMonitorQuery, options: MonitorOptions): Code | undefined {
  const start = eventStart(query)
  const window = query.steps.at(-1)
  if (start === undefined || window === undefined || !isComplete(query)) return undefined
  const length = singleText(window)
  if (length === undefined || !windowPatterns[window.name]?.test(length)) return undefined
  const steps = start.rest.slice(0, -1)
  const computed = steps.reduce<Code | undefined>(
    (code, step) => code && withEventStep(code, step),
    start.code,
  )
  return computed && compared(methodOf(computed, window.name, length), query, options)
}

/** The builders add an index for logs and a rollup for all, so a query without them stays text. */
function isComplete({ source, steps }: EventMonitorQuery): boolean {
  const has = (...names: readonly string[]) => steps.some(step => names.includes(step.name))
  return has('rollup') && (source !== 'logs' || has('index', 'indexes'))
}

interface EventStart {
  readonly code: Code
  readonly rest: readonly Step[]
}

function eventStart({ source, search, steps }: EventMonitorQuery): EventStart | undefined {
  const text = print(search.expression)
  const [first, second, ...rest] = steps
  if (source === 'processes' && first?.name === 'over') {
    const tags = first.arguments.flatMap(argument => (argument.kind === 'string' ? [argument.value] : []))
    if (tags.length === 0 || tags.length < first.arguments.length) return undefined
    return { code: callOf('processes', text, ...tags), rest: steps.slice(1) }
  }
  if (source === 'error-tracking' && first?.name === 'source' && second !== undefined) {
    const which = second.name === 'new' ? 'newIssues' : 'impact'
    const from = singleText(first)
    if (from === undefined || !/^(all|browser|mobile|backend)$/.test(from)) return undefined
    if ((second.name !== 'new' && second.name !== 'impact') || second.arguments.length > 0) return undefined
    return { code: methodOf(callOf('errorTracking', text, from), which), rest }
  }
  const builder = Object.hasOwn(products, source) ? products[source] : undefined
  return builder === undefined ? undefined : { code: callOf(builder, text), rest: steps }
}

function withEventStep(code: Code, step: Step): Code | undefined {
  const texts = step.arguments.flatMap(argument => (argument.kind === 'string' ? [argument.value] : []))
  if (texts.length < step.arguments.length || texts.length === 0) return undefined
  if (step.name === 'index') return texts.length === 1 ? methodOf(code, 'index', ...texts) : undefined
  if (step.name === 'indexes') return texts.length > 1 ? methodOf(code, 'index', ...texts) : undefined
  if (step.name === 'rollup') return rollupStep(code, texts)
  if (step.name === 'by')
    return texts.length === 1 ? methodOf(code, 'by', ...texts[0]!.split(',')) : undefined
  return undefined
}

const measures = new Set([
  'cardinality',
  'avg',
  'sum',
  'min',
  'max',
  'median',
  'pc75',
  'pc90',
  'pc95',
  'pc98',
  'pc99',
])

function rollupStep(code: Code, [method = '', ...measure]: readonly string[]): Code | undefined {
  const fits = method === 'count' ? measure.length === 0 : measures.has(method) && measure.length === 1
  return fits ? methodOf(code, 'rollup', method, ...measure) : undefined
}

function singleText(step: Step): string | undefined {
  const [argument] = step.arguments
  return step.arguments.length === 1 && argument?.kind === 'string' ? argument.value : undefined
}

function sloAlert(query: SloMonitorQuery, options: MonitorOptions): Code | undefined {
  if (query.condition.comparator !== '>' && query.condition.comparator !== '>=') return undefined
  const texts = query.steps.map(step => [step.name, singleText(step)] as const)
  const [over, long, short] = texts.map(([, text]) => text)
  const names = texts.map(([name]) => name).join(' ')
  if (over === undefined || !/^(7|30|90)d$/.test(over)) return undefined
  if (query.measure === 'error_budget') {
    if (names !== 'over') return undefined
    return compared(callOf('errorBudget', query.slo.value, objectOf([['over', over]])), query, options)
  }
  if (!/^over long_window( short_window)?$/.test(names)) return undefined
  if (!/^\d+h$/.test(long ?? '') || !/^\d+[mh]$/.test(short ?? '5m')) return undefined
  const windows = objectOf([
    ['over', over],
    ['longWindow', long],
    ['shortWindow', short],
  ])
  return compared(callOf('burnRate', query.slo.value, windows), query, options)
}

const joins = { 'composite-and': 'and', 'composite-or': 'or' } as const

/** Numeric ids only: what stands for a monitor of the project is a variable, which this text alone does not have. */
function compositeCode(expression: CompositeExpression): Code | number | undefined {
  switch (expression.kind) {
    case 'composite-monitor':
      return /^[1-9]\d{0,15}$/.test(expression.id) ? Number(expression.id) : undefined
    case 'composite-not': {
      const operand = compositeCode(expression.operand)
      return operand === undefined ? undefined : callOf('not', operand)
    }
    case 'composite-and':
    case 'composite-or': {
      const operands = expression.operands.map(compositeCode)
      return operands.every(operand => operand !== undefined)
        ? callOf(joins[expression.kind], ...operands)
        : undefined
    }
    default:
      return undefined
  }
}
