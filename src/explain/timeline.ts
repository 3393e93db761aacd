import type { MetricMonitorQuery, MonitorQuery } from '../query/index.js'
import { type AnomalySettings, anomalySettings } from './algorithm.js'
import { isComplete, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { groupsOfMonitor } from './groups.js'
import { algorithmCall, shareValues } from './monitor.js'
import type { MonitorContext } from './monitor-context.js'
import type { JudgedThreshold } from './sentences/definition.js'
import type { Judged } from './sentences/monitor.js'
import { type Phrase, phrase } from './sentences.js'
import { hasCountedArithmetic, rollupSeconds } from './series.js'
import { sloAlert } from './slo-alert.js'
import { stepNamed, stepWindow } from './steps.js'
import { unitOfQuery } from './unit.js'
import { evaluationMinutes, pointsIn, type WindowValue, windowValue } from './window.js'

/** How a monitor goes in time, as far as its query alone says it. */
export function queryTimeline(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const complete = saysWhen(query)
  return [
    ...(complete ? [...frequency(query), ...windows(query), ...points(query)] : []),
    ...grouping(query, context),
    ...(complete ? alertStates(query, context) : []),
  ]
}

/** False where the parser filled in a window or a condition so that it could go on. */
export function saysWhen(query: MonitorQuery): boolean {
  return query.kind !== 'metric-monitor' || isComplete(query)
}

/** How often it is evaluated, by the length of its window. */
export function frequency(query: MonitorQuery): readonly Phrase[] {
  const window = windowOf(query)
  const minutes = window === undefined ? undefined : evaluationMinutes(window)
  return minutes === undefined ? [] : [phrase('time/frequency', { minutes })]
}

/** What each evaluation reads. */
export function windows(query: MonitorQuery): readonly Phrase[] {
  const window = windowOf(query)
  return window === undefined ? [] : [phrase('time/window', { window })]
}

/** The evaluation window of a query that has one. */
export function windowOf(query: MonitorQuery): WindowValue | undefined {
  if (query.kind === 'metric-monitor') return windowValue(query.head.window)
  if (query.kind !== 'event-monitor' && query.kind !== 'formula-monitor') return undefined
  const last = stepNamed(query.steps, 'last', 'current')
  const window = last === undefined ? undefined : stepWindow(last)
  return window !== undefined && last?.name === 'current' ? { ...window, form: 'current' } : window
}

/** How many points the window holds, and what is computed first. */
export function points(query: MonitorQuery): readonly Phrase[] {
  if (query.kind !== 'metric-monitor') return []
  const counted: readonly Phrase[] = hasCountedArithmetic(query.expression)
    ? [phrase('time/counts-first', { aggregator: query.head.aggregator })]
    : []
  const known = knownPoints(query)
  if (known !== undefined) return [phrase('time/points', known), ...counted]
  const unpublished =
    algorithmCall(query) === undefined && query.head.kind === 'window-head' && counted.length === 0
  return unpublished ? [phrase('time/points-unpublished', {})] : counted
}

function knownPoints(
  query: MetricMonitorQuery,
): { readonly points: number; readonly interval: number; readonly window: WindowValue } | undefined {
  const settings = settingsOf(query)
  const window = settings === undefined ? windowValue(query.head.window) : settings.alertWindow
  const interval = settings === undefined ? rollupSeconds(query.expression) : settings.interval
  if (window === undefined || interval === undefined || window.form === 'current') return undefined
  const count = pointsIn(window, interval)
  return count === undefined ? undefined : { points: count, interval, window }
}

/** The arguments of `anomalies(…)`, where the query is one. */
export function settingsOf(query: MetricMonitorQuery): AnomalySettings | undefined {
  const call = algorithmCall(query)
  return call?.name === 'anomalies' ? anomalySettings(call) : undefined
}

/** Whose states are held apart, and which of them notify together. */
export function grouping(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  if (
    query.kind === 'composite' ||
    query.kind === 'slo-monitor' ||
    query.kind === 'placeholder' ||
    query.kind === 'opaque'
  )
    return []
  const keys = groupsOfMonitor(query, context.options?.variables)
  if (keys.length === 0) return [phrase('time/one-group', {})]
  if (keys.includes('*')) return [phrase('time/every-tag', {})]
  const notifyBy = context.options?.notify_by
  const listed = Array.isArray(notifyBy) && notifyBy.length > 0 ? notifyBy.map(String) : undefined
  // By all of its own groups, each notifies as it would anyway.
  if (listed !== undefined && keys.every(key => listed.includes(key)))
    return [phrase('time/groups', { keys })]
  return [phrase('time/groups', { keys, ...defined({ notifyBy: listed }) })]
}

/** When it alerts. */
export function alertStates(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  switch (query.kind) {
    case 'metric-monitor':
    case 'event-monitor':
    case 'formula-monitor':
      return thresholdAlert(query, context)
    case 'slo-monitor':
      return sloAlertState(query)
    case 'composite':
      return [phrase('time/alert-composite', {}), phrase('time/recover-composite', {})]
    default:
      return []
  }
}

export type ThresholdQuery = Extract<
  MonitorQuery,
  { kind: 'metric-monitor' | 'event-monitor' | 'formula-monitor' }
>

function thresholdAlert(query: ThresholdQuery, context: MonitorContext): readonly Phrase[] {
  const { condition } = query
  const critical = thresholdOf(condition)
  if (critical === undefined) return []
  const settings = query.kind === 'metric-monitor' ? settingsOf(query) : undefined
  return [
    settings === undefined
      ? phrase('time/alert', {
          comparator: condition.comparator,
          threshold: critical,
          ...judgedUnit(query, context),
        })
      : phrase('time/alert-anomaly', shareValues(condition, critical, settings)),
  ]
}

function sloAlertState(query: SloQuery): readonly Phrase[] {
  const { comparator } = query.condition
  const critical = thresholdOf(query.condition)
  if (critical === undefined) return []
  const { longWindow, shortWindow } = sloAlert(query)
  return [
    query.measure === 'burn_rate'
      ? phrase('time/alert-burn', { comparator, rate: critical, ...defined({ longWindow, shortWindow }) })
      : phrase('time/alert', { comparator, threshold: critical, judged: 'budget' }),
  ]
}

export type SloQuery = Extract<MonitorQuery, { kind: 'slo-monitor' }>

export type JudgedUnit = Pick<JudgedThreshold, 'judged' | 'unit'>

/** What the thresholds of a query are compared with, and in what unit. */
export function judgedUnit(query: ThresholdQuery, { options }: Pick<MonitorContext, 'options'>): JudgedUnit {
  const judged = query.kind === 'metric-monitor' ? judgedIn(query) : 'value'
  return { judged, ...defined({ unit: unitOfQuery(query, options?.variables) }) }
}

/** What the number at the end of a metric monitor is compared with. */
function judgedIn(query: MetricMonitorQuery): Judged {
  const call = algorithmCall(query)
  if (call?.name === 'outliers') return 'outlier'
  if (call?.name === 'forecast') return 'forecast'
  if (query.head.kind === 'window-head') return 'value'
  return query.head.change === 'change' ? 'change' : 'percent-change'
}
