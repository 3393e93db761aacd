import { windowSeconds, windowUnits } from '../catalog/index.js'
import type { MonitorDefinition } from '../model/index.js'
import {
  type FunctionCall,
  type MetricExpression,
  type MetricMonitorQuery,
  type MonitorQuery,
  parseMetricQuery,
  print,
  type Step,
  visit,
  type Window,
} from '../query/index.js'
import type { MetricType } from '../simulate/index.js'
import { anomalyShape, checkShape, levelShape, type Shape } from './shape.js'

/** Made-up data for one group of a monitor, and the monitor that is run over them. */
export interface Scenario {
  readonly monitor: MonitorDefinition
  readonly kind: 'values' | 'counts' | 'checks' | 'anomaly'
  /** Tags of the one group, so that `by {…}` finds it. */
  readonly tags: readonly string[]
  readonly type: MetricType
  /** Seconds between points. */
  readonly interval: number
  /** Calm points before the first that is shown, for windows that reach back. */
  readonly before: number
  readonly shape: Shape
  readonly critical?: number
  /** What a change is measured against, and how much of it is too much. */
  readonly change?: { readonly points: number; readonly limit: number; readonly isPercent: boolean }
}

/** Why nothing is drawn. */
export type Undrawn = 'behaviourComposite' | 'behaviourSlo' | 'behaviourNotSimulated'

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const niceIntervals = [
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  4 * hour,
  day,
]

/** A window holds about six points, so that each of them can be seen and dragged. */
function intervalFor(seconds: number): number {
  return niceIntervals.find(each => each >= seconds / 6) ?? Math.ceil(seconds / 6)
}

/** What to draw for a monitor's query. */
export function scenarioOf(monitor: MonitorDefinition, node: MonitorQuery): Scenario | Undrawn {
  switch (node.kind) {
    case 'metric-monitor':
      return metricScenario(monitor, node)
    case 'event-monitor':
      return eventScenario(monitor, node)
    case 'service-check':
      return checkScenario(monitor, node.steps)
    case 'composite':
      return 'behaviourComposite'
    case 'slo-monitor':
      return 'behaviourSlo'
    default:
      return 'behaviourNotSimulated'
  }
}

/** Learning functions change what a value means; what they make of data is not drawn as if it were data. */
const learning = ['anomalies', 'outliers', 'forecast']

function metricScenario(monitor: MonitorDefinition, node: MetricMonitorQuery): Scenario | Undrawn {
  const { expression } = node
  if (expression.kind === 'call' && expression.name === 'anomalies')
    return anomalyScenario(monitor, node, expression)
  if (callsOneOf(expression, learning)) return 'behaviourNotSimulated'
  const { threshold } = node.condition
  if (threshold.kind !== 'number') return 'behaviourNotSimulated'
  const seconds = secondsOf(node.head.window)
  const interval = intervalFor(seconds)
  const perWindow = Math.max(1, Math.round(seconds / interval))
  const counts = node.head.aggregator === 'sum'
  const shift = node.head.kind === 'change-head' ? secondsOf(node.head.shift) : 0
  const critical = threshold.value
  return {
    monitor: { ...monitor, query: print({ ...node, expression: standIn(counts) }) },
    kind: 'values',
    tags: [],
    type: counts ? 'count' : 'gauge',
    interval,
    before: Math.ceil((seconds + shift) / interval) + 1,
    critical,
    ...(node.head.kind === 'change-head'
      ? {
          change: {
            points: Math.max(1, Math.round(shift / interval)),
            limit: critical,
            isPercent: node.head.change === 'pct_change',
          },
        }
      : {}),
    shape: levelShape({
      limit:
        node.head.kind === 'change-head'
          ? changed(node.head.change, critical)
          : critical / (counts ? perWindow : 1),
      calm: node.head.kind === 'change-head' ? changeBase : undefined,
      rises: !node.condition.comparator.startsWith('<'),
      length: perWindow,
      whole: false,
      also: counts ? critical : undefined,
    }),
  }
}

// What the value was before a change; the limit is then that much more or less.
const changeBase = 100

function changed(change: 'change' | 'pct_change', critical: number): number {
  return change === 'pct_change' ? changeBase * (1 + critical / 100) : changeBase + critical
}

/** One plain series in place of the expression: its points are the results of the expression. */
function standIn(counts: boolean): MetricExpression {
  const parsed = parseMetricQuery(counts ? 'sum:value{*}.as_count()' : 'avg:value{*}')
  if (!parsed.ok || parsed.node.kind === 'query-list') throw new Error('The stand-in is no metric query.')
  return parsed.node
}

function callsOneOf(expression: MetricExpression, names: readonly string[]): boolean {
  let found = false
  visit(expression, {
    call: ({ name }) => {
      found ||= names.includes(name)
    },
  })
  return found
}

function anomalyScenario(
  monitor: MonitorDefinition,
  node: MetricMonitorQuery,
  call: FunctionCall,
): Scenario | Undrawn {
  const options = anomalyArguments(call)
  const window = monitor.options?.threshold_windows?.trigger_window ?? options.alert_window
  const seconds = windowSeconds(window ?? '')
  if (seconds === undefined || seconds === 0) return 'behaviourNotSimulated'
  const interval = Math.max(Math.ceil(seconds / 15), 1)
  const [, ...rest] = call.arguments
  const kept = rest.filter(each => each.kind !== 'named-argument' || each.name !== 'interval')
  const bounds = rest.find(each => each.kind === 'number')
  const drawnInterval = { kind: 'number', span: call.span, value: interval, text: String(interval) } as const
  const named = { kind: 'named-argument', span: call.span, name: 'interval', value: drawnInterval } as const
  const expression = { ...call, arguments: [standIn(false), ...kept, named] }
  return {
    monitor: { ...monitor, query: print({ ...node, expression }) },
    kind: 'anomaly',
    tags: [],
    type: 'gauge',
    interval,
    before: 20,
    shape: anomalyShape(
      Math.round(seconds / interval),
      bounds?.kind === 'number' ? bounds.value : 2,
      options.direction !== 'below',
    ),
  }
}

function anomalyArguments({ arguments: given }: FunctionCall): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    given.flatMap(each =>
      each.kind === 'named-argument' && each.value.kind === 'string' ? [[each.name, each.value.value]] : [],
    ),
  )
}

function eventScenario(
  monitor: MonitorDefinition,
  node: Extract<MonitorQuery, { readonly kind: 'event-monitor' }>,
): Scenario | Undrawn {
  const seconds = windowSeconds(textsOf(node.steps, 'last')[0] ?? '')
  const { threshold, comparator } = node.condition
  if (seconds === undefined || seconds === 0 || threshold.kind !== 'number') return 'behaviourNotSimulated'
  const interval = intervalFor(seconds)
  const perWindow = Math.max(1, Math.round(seconds / interval))
  const method = textsOf(node.steps, 'rollup')[0] ?? 'count'
  const adds = method === 'count' || method === 'sum'
  return {
    monitor,
    kind: 'counts',
    tags: groupTags(node.steps),
    type: 'count',
    interval,
    before: perWindow + 1,
    critical: threshold.value,
    shape: levelShape({
      limit: threshold.value / (adds ? perWindow : 1),
      calm: undefined,
      rises: !comparator.startsWith('<'),
      length: perWindow,
      whole: method === 'count',
      also: adds ? threshold.value : undefined,
    }),
  }
}

function checkScenario(monitor: MonitorDefinition, steps: readonly Step[]): Scenario {
  const own = textsOf(steps, 'over').filter(tag => tag !== '*')
  return {
    monitor,
    kind: 'checks',
    tags: [...own, ...groupTags(steps)],
    type: 'gauge',
    interval: minute,
    before: 6,
    shape: checkShape(),
  }
}

function groupTags(steps: readonly Step[]): readonly string[] {
  return textsOf(steps, 'by')
    .flatMap(keys => keys.split(','))
    .map(key => (key.trim() === '*' ? 'host:a' : `${key.trim()}:a`))
}

function textsOf(steps: readonly Step[], name: string): readonly string[] {
  const found = steps.find(step => step.name === name)?.arguments ?? []
  return found.flatMap(each => (each.kind === 'string' ? [each.value] : []))
}

function secondsOf({ amount, unit }: Window): number {
  return amount * windowUnits[unit].seconds
}
