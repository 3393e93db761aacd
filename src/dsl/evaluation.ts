import type { JsonObject } from '../model/index.js'
import {
  type ChangeHead,
  type Comparator,
  isCounting,
  type MetricExpression,
  type MonitorQuery,
  type Window,
  type WindowHead,
} from '../query/index.js'
import { type AnomalyWindows, anomalyOptions, anomalyWindowsOf } from './anomaly-windows.js'
import { type AlertCondition, alertCondition, conditionNode, type Threshold } from './condition.js'
import { nowhere } from './nodes.js'
import { shiftNode, windowNode } from './window.js'

/** How the points of the evaluation window become one number. Percentiles only for distributions. */
export type TimeAggregator = 'avg' | 'sum' | 'min' | 'max' | 'percentile' | `p${number}`

/** When a cumulative window starts. https://docs.datadoghq.com/monitors/configuration/?tab=thresholdalert#evaluation-window */
export interface ScheduledStart {
  /** Minute of the hour, for `current('1h')`. */
  readonly hourStarts?: number
  /** Time of day such as `'04:00'`, for `current('1d')` and `current('1mo')`. */
  readonly dayStarts?: string
  /** Day of the month, for `current('1mo')`; Datadog only takes 1. */
  readonly monthStarts?: number
  /** IANA time zone; UTC when absent. */
  readonly timezone?: string
}

/** An expression with its evaluation window: the next word is the comparison. */
export interface Evaluation<Type extends string, Groups extends string, Tags extends string> {
  /** Alerts when the value is greater than the threshold. */
  above(threshold: Threshold): AlertCondition<Type, Groups, Tags>
  /** Alerts when the value is the threshold or greater. */
  atLeast(threshold: Threshold): AlertCondition<Type, Groups, Tags>
  /** Alerts when the value is less than the threshold. */
  below(threshold: Threshold): AlertCondition<Type, Groups, Tags>
  /** Alerts when the value is the threshold or less. */
  atMost(threshold: Threshold): AlertCondition<Type, Groups, Tags>
}

/** The evaluation of a metric, which can also compare with its own past. */
export interface MetricEvaluation<Groups extends string = string, Tags extends string = string>
  extends Evaluation<'query alert', Groups, Tags> {
  /** Alerts when the value is exactly the threshold. */
  equalTo(threshold: Threshold): AlertCondition<'query alert', Groups, Tags>
  /** Alerts when the value is anything else than the threshold. */
  notEqualTo(threshold: Threshold): AlertCondition<'query alert', Groups, Tags>
  /** Looks at the difference to the value some time ago: `.last('5m').change('1h')`. */
  change(ago: ChangeShift): Evaluation<'query alert', Groups, Tags>
  /** Looks at the difference in percent. */
  pctChange(ago: ChangeShift): Evaluation<'query alert', Groups, Tags>
}

/** `'1h'` prints as `last_1h`, `'1h ago'` as `1h_ago`; Datadog takes both. */
export type ChangeShift =
  | `${number}${'m' | 'h' | 'd' | 'w' | 'mo'}`
  | `${number}${'m' | 'h' | 'd' | 'w' | 'mo'} ago`

/** What `last`, `current` and `next` were told. */
interface WindowChoice {
  readonly form: 'last' | 'current' | 'next'
  readonly window: string
  readonly aggregator?: TimeAggregator | undefined
  readonly start?: ScheduledStart | undefined
  readonly anomaly?: AnomalyWindows | undefined
}

type Comparison<Type extends string> = (
  comparator: Comparator,
  threshold: Threshold,
) => AlertCondition<Type, never, never>

/** The six comparisons over one way to finish the query. */
export function comparisons<Type extends string>(compare: Comparison<Type>) {
  return {
    above: (threshold: Threshold) => compare('>', threshold),
    atLeast: (threshold: Threshold) => compare('>=', threshold),
    below: (threshold: Threshold) => compare('<', threshold),
    atMost: (threshold: Threshold) => compare('<=', threshold),
    equalTo: (threshold: Threshold) => compare('==', threshold),
    notEqualTo: (threshold: Threshold) => compare('!=', threshold),
  }
}

/** The evaluation of an expression over a window. */
export function evaluateOver(node: MetricExpression, choice: WindowChoice): MetricEvaluation<never, never> {
  const window = windowNode(choice.form, choice.window)
  const options = ownedOptions(node, choice)
  const overWindow = comparisons((comparator, threshold) =>
    metricCondition(node, windowHead(node, choice, comparator, window), comparator, threshold, options),
  )
  const since = (change: 'change' | 'pct_change', ago: string) =>
    comparisons((comparator, threshold) => {
      const { aggregator } = windowHead(node, choice, comparator, window)
      const head: ChangeHead = {
        kind: 'change-head',
        change,
        aggregator,
        window,
        shift: shiftNode(ago),
        span: nowhere,
      }
      return metricCondition(node, head, comparator, threshold, options)
    })
  return { ...overWindow, change: ago => since('change', ago), pctChange: ago => since('pct_change', ago) }
}

function windowHead(
  node: MetricExpression,
  choice: WindowChoice,
  comparator: Comparator,
  window: Window,
): WindowHead {
  const aggregator = choice.aggregator ?? defaultAggregator(node, choice.form, comparator)
  return { kind: 'window-head', aggregator, window, span: nowhere }
}

/** A forecast asks for the worst value ahead; counts add up; everything else is averaged. */
function defaultAggregator(
  node: MetricExpression,
  form: WindowChoice['form'],
  comparator: Comparator,
): TimeAggregator {
  if (form === 'next') return comparator === '<' || comparator === '<=' ? 'min' : 'max'
  return isCounting(node) ? 'sum' : 'avg'
}

function metricCondition(
  node: MetricExpression,
  head: WindowHead | ChangeHead,
  comparator: Comparator,
  threshold: Threshold,
  options: JsonObject,
): AlertCondition<'query alert', never, never> {
  const query: MonitorQuery = {
    kind: 'metric-monitor',
    head,
    expression: node,
    condition: conditionNode(comparator, threshold),
    span: nowhere,
  }
  return alertCondition('query alert', query, threshold, options)
}

/** Options that belong to the query and that nobody else may write. */
function ownedOptions(node: MetricExpression, choice: WindowChoice): JsonObject {
  return {
    ...anomalyOptions(choice.anomaly ?? anomalyWindowsOf(node)),
    ...(choice.start === undefined
      ? {}
      : { scheduling_options: { evaluation_window: startOptions(choice.start) } }),
  }
}

function startOptions(start: ScheduledStart): JsonObject {
  return {
    ...(start.hourStarts === undefined ? {} : { hour_starts: start.hourStarts }),
    ...(start.dayStarts === undefined ? {} : { day_starts: start.dayStarts }),
    ...(start.monthStarts === undefined ? {} : { month_starts: start.monthStarts }),
    ...(start.timezone === undefined ? {} : { timezone: start.timezone }),
  }
}
