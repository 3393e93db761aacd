import { notifiesNoData } from '../check/index.js'
import { isJsonObject, type MonitorDefinition } from '../model/index.js'
import type { Comparator, MetricMonitorQuery, MonitorQuery, NotifiedState } from '../query/index.js'
import { type AnomalySettings, anomalySettings } from './algorithm.js'
import { isComplete, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { groupsOfMonitor } from './groups.js'
import { missingData } from './missing-data.js'
import { algorithmCall, shareValues } from './monitor.js'
import { type MonitorContext, threshold } from './monitor-context.js'
import { handlesOf, type ToldInState } from './recipients.js'
import { readReset, readSchedule } from './schedule.js'
import type { JudgedThreshold } from './sentences/definition.js'
import type { Judged } from './sentences/monitor.js'
import { type Phrase, phrase } from './sentences.js'
import { hasCountedArithmetic, rollupSeconds } from './series.js'
import { isClusterCheck } from './service-check.js'
import { sloAlert } from './slo-alert.js'
import { stepNamed, stepWindow } from './steps.js'
import { unitOfMonitor } from './unit.js'
import { evaluationMinutes, pointsIn, readWindow, type WindowValue, windowValue } from './window.js'

/** How a monitor goes in time. Without options only what the query itself says. */
export function timelineOf(query: MonitorQuery, context: MonitorContext, told?: Told): readonly Phrase[] {
  const complete = query.kind !== 'metric-monitor' || isComplete(query)
  return [
    ...(complete ? [...schedule(query, context), ...points(query)] : []),
    ...grouping(query, context),
    ...(complete ? states(query, context) : []),
    ...missingData(query, context),
    ...repeats(context),
    ...(told === undefined ? [] : toldFacts(told, query, context)),
  ]
}

/** Who is told, and whether the message is empty. */
interface Told {
  readonly definition: MonitorDefinition
  readonly states: readonly ToldInState[]
}

/** The evaluation window of a query that has one. */
function windowOf(query: MonitorQuery): WindowValue | undefined {
  if (query.kind === 'metric-monitor') return windowValue(query.head.window)
  if (query.kind !== 'event-monitor' && query.kind !== 'formula-monitor') return undefined
  const last = stepNamed(query.steps, 'last', 'current')
  const window = last === undefined ? undefined : stepWindow(last)
  return window !== undefined && last?.name === 'current' ? { ...window, form: 'current' } : window
}

function schedule(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const custom = readSchedule(context.options?.scheduling_options)
  const window = windowOf(query)
  const minutes = window === undefined ? undefined : evaluationMinutes(window)
  const delay = context.options?.evaluation_delay
  return [
    ...(custom !== undefined
      ? [phrase('time/schedule', custom)]
      : minutes === undefined
        ? []
        : [phrase('time/frequency', { minutes })]),
    ...(window === undefined ? [] : [phrase('time/window', { window })]),
    ...resets(window, context),
    ...(typeof delay === 'number' && delay > 0 ? [phrase('time/delay', { seconds: delay })] : []),
  ]
}

/** When a window that grows starts again. */
function resets(window: WindowValue | undefined, { options }: MonitorContext): readonly Phrase[] {
  const written = options?.scheduling_options?.evaluation_window
  if (window?.form !== 'current' || !isJsonObject(written)) return []
  return [phrase('time/reset', readReset(written, JSON.stringify(written)))]
}

function points(query: MonitorQuery): readonly Phrase[] {
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

function settingsOf(query: MetricMonitorQuery): AnomalySettings | undefined {
  const call = algorithmCall(query)
  return call?.name === 'anomalies' ? anomalySettings(call) : undefined
}

function grouping(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
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
  return [phrase('time/groups', { keys, ...defined({ notifyBy: listed }) })]
}

function states(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  switch (query.kind) {
    case 'metric-monitor':
    case 'event-monitor':
    case 'formula-monitor':
      return thresholdStates(query, context)
    case 'service-check':
      return isClusterCheck(query) ? clusterStates(context) : checkStates(context)
    case 'slo-monitor':
      return sloStates(query, context)
    case 'composite':
      return [phrase('time/alert-composite', {}), phrase('time/recover-composite', {})]
    default:
      return []
  }
}

type ThresholdQuery = Extract<MonitorQuery, { kind: 'metric-monitor' | 'event-monitor' | 'formula-monitor' }>

function thresholdStates(query: ThresholdQuery, context: MonitorContext): readonly Phrase[] {
  const { comparator } = query.condition
  const critical = thresholdOf(query.condition)
  const settings = query.kind === 'metric-monitor' ? settingsOf(query) : undefined
  if (settings !== undefined) return anomalyStates(query, settings, context)
  const judged: JudgedUnit =
    query.kind === 'metric-monitor'
      ? { judged: judgedIn(query), ...defined({ unit: unitOfMonitor(query) }) }
      : { judged: 'value' }
  const alert =
    critical === undefined ? [] : [phrase('time/alert', { comparator, threshold: critical, ...judged })]
  return [
    ...alert,
    ...warningState(comparator, judged, context),
    ...recoveryStates(comparator, judged, context),
  ]
}

type JudgedUnit = Pick<JudgedThreshold, 'judged' | 'unit'>

/** What the number at the end of a metric monitor is compared with. */
function judgedIn(query: MetricMonitorQuery): Judged {
  const call = algorithmCall(query)
  if (call?.name === 'outliers') return 'outlier'
  if (call?.name === 'forecast') return 'forecast'
  if (query.head.kind === 'window-head') return 'value'
  return query.head.change === 'change' ? 'change' : 'percent-change'
}

function warningState(
  comparator: Comparator,
  judged: JudgedUnit,
  context: MonitorContext,
): readonly Phrase[] {
  const warning = threshold(context, 'warning')
  if (warning !== undefined) return [phrase('time/warn', { comparator, threshold: warning, ...judged })]
  return context.options === undefined ? [] : [phrase('time/no-warn', {})]
}

function recoveryStates(
  comparator: Comparator,
  judged: JudgedUnit,
  context: MonitorContext,
): readonly Phrase[] {
  if (context.options === undefined) return []
  const critical = threshold(context, 'critical_recovery')
  const warning = threshold(context, 'warning_recovery')
  const hasWarning = threshold(context, 'warning') !== undefined
  return [
    critical === undefined
      ? phrase('time/recover-at-once', { state: 'alert' })
      : phrase('time/recover', { comparator, threshold: critical, ...judged }),
    ...(hasWarning && warning !== undefined
      ? [phrase('time/recover-warning', { comparator, threshold: warning, ...judged })]
      : []),
    ...(hasWarning && warning === undefined && critical !== undefined
      ? [phrase('time/recover-at-once', { state: 'warning' })]
      : []),
  ]
}

function anomalyStates(
  query: ThresholdQuery,
  settings: AnomalySettings,
  context: MonitorContext,
): readonly Phrase[] {
  const critical = thresholdOf(query.condition)
  const warning = threshold(context, 'warning')
  const alert =
    critical === undefined
      ? []
      : [phrase('time/alert-anomaly', shareValues(query.condition, critical, settings))]
  if (context.options === undefined) return alert
  const recovery = threshold(context, 'critical_recovery')
  const windowText = context.options.threshold_windows?.recovery_window
  const window = typeof windowText === 'string' ? readWindow(windowText) : undefined
  return [
    ...alert,
    warning === undefined
      ? phrase('time/no-warn', {})
      : phrase('time/warn-anomaly', shareValues(query.condition, warning, settings)),
    phrase('time/recover-anomaly', {
      share: recovery ?? 0,
      stated: recovery !== undefined,
      direction: settings.direction,
      ...defined({ window }),
    }),
  ]
}

function checkStates(context: MonitorContext): readonly Phrase[] {
  const critical = threshold(context, 'critical')
  const warning = threshold(context, 'warning')
  const ok = threshold(context, 'ok')
  const unknown = threshold(context, 'unknown')
  return [
    ...(critical === undefined ? [] : [phrase('time/alert-check', { count: critical })]),
    ...(warning === undefined ? [] : [phrase('time/warn-check', { count: warning })]),
    ...(unknown === undefined ? [] : [phrase('time/unknown-check', { count: unknown })]),
    ...(ok === undefined ? [] : [phrase('time/recover-check', { count: ok })]),
  ]
}

function clusterStates(context: MonitorContext): readonly Phrase[] {
  const critical = threshold(context, 'critical')
  const warning = threshold(context, 'warning')
  return [
    ...(critical === undefined ? [] : [phrase('time/alert-check-share', { percent: critical })]),
    ...(warning === undefined ? [] : [phrase('time/warn-check-share', { percent: warning })]),
  ]
}

function sloStates(
  query: Extract<MonitorQuery, { kind: 'slo-monitor' }>,
  context: MonitorContext,
): readonly Phrase[] {
  const { comparator } = query.condition
  const critical = thresholdOf(query.condition)
  if (critical === undefined) return []
  const { longWindow, shortWindow } = sloAlert(query)
  const alert =
    query.measure === 'burn_rate'
      ? phrase('time/alert-burn', { comparator, rate: critical, ...defined({ longWindow, shortWindow }) })
      : phrase('time/alert', { comparator, threshold: critical, judged: 'budget' })
  return [
    alert,
    ...warningState(comparator, { judged: query.measure === 'burn_rate' ? 'burn-rate' : 'budget' }, context),
  ]
}

/** Whether and how often a notification repeats. */
export function repeats(context: MonitorContext): readonly Phrase[] {
  const { options } = context
  if (options === undefined) return []
  const minutes = options.renotify_interval
  // On a schedule of its own, every evaluation that is not OK notifies.
  const never =
    readSchedule(options.scheduling_options) === undefined ? [phrase('time/repeat-never', {})] : []
  if (typeof minutes !== 'number' || minutes <= 0) return never
  const statuses = Array.isArray(options.renotify_statuses)
    ? options.renotify_statuses.map(String)
    : undefined
  const occurrences =
    typeof options.renotify_occurrences === 'number' ? options.renotify_occurrences : undefined
  return [phrase('time/repeat', { minutes, ...defined({ statuses, occurrences }) })]
}

function toldFacts(told: Told, query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  if (handlesOf(told.states).length === 0) {
    return [phrase('time/told-nobody', { empty: (told.definition.message ?? '').trim() === '' })]
  }
  const reachable = told.states.filter(
    one => one.state !== 'renotify' && isReachable(one.state, query, context),
  )
  const same = new Set(reachable.map(one => JSON.stringify(one.recipients)))
  const [first] = reachable
  if (
    first !== undefined &&
    same.size === 1 &&
    reachable.some(one => one.state === 'alert') &&
    reachable.some(one => one.state === 'recovery')
  ) {
    return [phrase('time/told-every-state', { recipients: first.recipients })]
  }
  const named = new Set(reachable.map(one => one.state))
  const silent = (['alert', 'recovery'] as const).filter(
    state => ![...named].some(one => one === state || one.endsWith(state)),
  )
  return [
    ...reachable.map(one => phrase('time/told', one)),
    ...reminders(told, context),
    ...(silent.length === 0 ? [] : [phrase('time/told-nobody-in', { states: silent })]),
  ]
}

/** Without a block of their own, reminders go where the state they repeat goes. */
function reminders(told: Told, context: MonitorContext): readonly Phrase[] {
  if (Number(context.options?.renotify_interval ?? 0) <= 0) return []
  const own = (told.definition.message ?? '').includes('is_renotify')
  return own
    ? told.states.filter(one => one.state === 'renotify').map(one => phrase('time/told', one))
    : [phrase('time/told-reminder', {})]
}

/** States that this monitor can send at all. */
function isReachable(state: NotifiedState, query: MonitorQuery, context: MonitorContext): boolean {
  const warns = query.kind === 'composite' || threshold(context, 'warning') !== undefined
  switch (state) {
    case 'warning':
    case 'alert to warning':
    case 'warning recovery':
      return warns
    case 'no data':
    case 'no data recovery':
      return notifiesNoData(context.options)
    case 'unknown':
      return query.kind === 'service-check' && threshold(context, 'unknown') !== undefined
    default:
      return true
  }
}
