import { monitorTypeNamed, renotifiedStates } from '../catalog/index.js'
import { notifiesNoData } from '../check/index.js'
import { isJsonObject, type MonitorDefinition } from '../model/index.js'
import type { Comparator, MonitorQuery } from '../query/index.js'
import type { AnomalySettings } from './algorithm.js'
import { thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { missingData } from './missing-data.js'
import { shareValues } from './monitor.js'
import { type MonitorContext, threshold } from './monitor-context.js'
import type { NotifiedState } from './notified.js'
import { type ToldInState, tellsAllOf, tellsTheSame } from './recipients.js'
import { readReset, readSchedule } from './schedule.js'
import type { Recipient } from './sentences/definition.js'
import { type Phrase, phrase } from './sentences.js'
import { isClusterCheck } from './service-check.js'
import { sloAlert } from './slo-alert.js'
import {
  alertStates,
  frequency,
  grouping,
  type JudgedUnit,
  judgedUnit,
  points,
  type SloQuery,
  saysWhen,
  settingsOf,
  type ThresholdQuery,
  windowOf,
  windows,
} from './timeline.js'
import { readWindow } from './window.js'

/** How a monitor goes in time, with everything that its options and its message say. */
export function definitionTimeline(
  query: MonitorQuery,
  context: MonitorContext,
  told: Told,
): readonly Phrase[] {
  const complete = saysWhen(query)
  return [
    ...(complete ? [...schedule(query, context), ...points(query)] : []),
    ...grouping(query, context),
    ...(complete ? [...alertStates(query, context), ...otherStates(query, context)] : []),
    ...missingData(query, context),
    ...repeats(context),
    ...toldFacts(told, query, context),
  ]
}

/** Who is told, and whether the message is empty. */
interface Told {
  readonly definition: MonitorDefinition
  readonly states: readonly ToldInState[]
  /** Those named in the text of reminders alone. */
  readonly escalated: readonly Recipient<Phrase>[]
}

function schedule(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const custom = readSchedule(context.options?.scheduling_options)
  const own = context.type === undefined ? undefined : monitorTypeNamed(context.type)?.evaluation
  const delay = own?.delaySeconds ?? context.options?.evaluation_delay
  const often =
    own === undefined ? frequency(query) : [phrase('time/frequency', { minutes: own.everySeconds / 60 })]
  return [
    ...(custom === undefined ? often : [phrase('time/schedule', custom)]),
    ...windows(query),
    ...resets(query, context),
    ...(typeof delay === 'number' && delay > 0 ? [phrase('time/delay', { seconds: delay })] : []),
  ]
}

/** When a window that grows starts again. */
function resets(query: MonitorQuery, { options }: MonitorContext): readonly Phrase[] {
  const written = options?.scheduling_options?.evaluation_window
  if (windowOf(query)?.form !== 'current' || !isJsonObject(written)) return []
  return [phrase('time/reset', readReset(written, JSON.stringify(written)))]
}

/** When it warns and when it recovers. */
function otherStates(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  switch (query.kind) {
    case 'metric-monitor':
    case 'event-monitor':
    case 'formula-monitor':
      return thresholdStates(query, context)
    case 'service-check':
      return isClusterCheck(query) ? clusterStates(context) : checkStates(context)
    case 'slo-monitor':
      return sloStates(query, context)
    default:
      return []
  }
}

function thresholdStates(query: ThresholdQuery, context: MonitorContext): readonly Phrase[] {
  const settings = query.kind === 'metric-monitor' ? settingsOf(query) : undefined
  if (settings !== undefined) return anomalyStates(query, settings, context)
  const { comparator } = query.condition
  const judged = judgedUnit(query, context)
  return [...warningState(comparator, judged, context), ...recoveryStates(comparator, judged, context)]
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
  const scheduled = readSchedule(context.options.scheduling_options) !== undefined
  return [
    critical === undefined
      ? phrase('time/recover-at-once', {
          state: 'alert',
          scheduled,
          alone: !hasWarning || warning === undefined,
        })
      : phrase('time/recover', { comparator, threshold: critical, ...judged }),
    ...(hasWarning && warning !== undefined
      ? [phrase('time/recover-warning', { comparator, threshold: warning, ...judged })]
      : []),
    ...(hasWarning && warning === undefined && critical !== undefined
      ? [phrase('time/recover-at-once', { state: 'warning', scheduled, alone: true })]
      : []),
  ]
}

function anomalyStates(
  query: ThresholdQuery,
  settings: AnomalySettings,
  context: MonitorContext,
): readonly Phrase[] {
  if (context.options === undefined) return []
  const warning = threshold(context, 'warning')
  const recovery = threshold(context, 'critical_recovery')
  const windowText = context.options.threshold_windows?.recovery_window
  const window = typeof windowText === 'string' ? readWindow(windowText) : undefined
  return [
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

/** Nothing but the condition itself ends it. */
const atOnce = phrase('time/recover-at-once', { state: 'alert', scheduled: false, alone: true })

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
    ...(critical === undefined ? [] : [atOnce]),
  ]
}

function sloStates(query: SloQuery, context: MonitorContext): readonly Phrase[] {
  if (thresholdOf(query.condition) === undefined) return []
  const { comparator } = query.condition
  const warning = threshold(context, 'warning')
  const { longWindow, shortWindow } = sloAlert(query)
  return [
    ...(query.measure !== 'burn_rate' || warning === undefined
      ? warningState(comparator, { judged: 'budget' }, context)
      : [phrase('time/warn-burn', { comparator, rate: warning, ...defined({ longWindow, shortWindow }) })]),
    ...recoveryStates(comparator, { judged: 'budget' }, context),
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
  const named = options.renotify_statuses
  const statuses = Array.isArray(named) && named.length > 0 ? named.map(String) : renotifiedStates
  const occurrences =
    typeof options.renotify_occurrences === 'number' ? options.renotify_occurrences : undefined
  return [phrase('time/repeat', { minutes, statuses, ...defined({ occurrences }) })]
}

function toldFacts(told: Told, query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  if (told.states.length === 0 && told.escalated.length === 0) {
    return [phrase('time/told-nobody', { empty: (told.definition.message ?? '').trim() === '' })]
  }
  const reachable = told.states.filter(
    one => one.state !== 'renotify' && isReachable(one.state, query, context),
  )
  const silent = outcomes.filter(
    state => isReachable(state, query, context) && !reachable.some(one => isToldIn(one, state)),
  )
  const [first] = reachable
  if (
    first !== undefined &&
    silent.length === 0 &&
    reachable.every(one => tellsTheSame(one, first)) &&
    reachable.some(one => one.state === 'recovery')
  ) {
    // Who stands in no block is told in states, too, that this monitor never has.
    const unguarded = outcomes.every(state =>
      told.states.some(one => one.state === state && tellsAllOf(one, first)),
    )
    const scheduled = readSchedule(context.options?.scheduling_options) !== undefined
    return [
      phrase('time/told-every-state', { recipients: first.recipients, unguarded, scheduled }),
      ...(told.escalated.length > 0 || hasOwnReminders(told) ? reminders(told, context) : []),
    ]
  }
  return [
    ...reachable.map(one => phrase('time/told', one)),
    ...reminders(told, context),
    ...(silent.length === 0 ? [] : [phrase('time/told-nobody-in', { states: silent })]),
  ]
}

/** In which a monitor can tell somebody, as far as it has them at all. */
const outcomes = ['alert', 'warning', 'unknown', 'no data', 'recovery'] as const

/** An alert that eases to a warning is no new warning, but each kind of recovery is a recovery. */
function isToldIn({ state }: ToldInState, outcome: NotifiedState): boolean {
  return state === outcome || (outcome === 'recovery' && state.endsWith(outcome))
}

function hasOwnReminders({ definition }: Told): boolean {
  return (definition.message ?? '').includes('is_renotify')
}

/**
 * Without a block of their own, reminders go where the state they repeat goes. Whoever is named in `escalation_message`
 * is told by the reminders alone.
 */
function reminders(told: Told, context: MonitorContext): readonly Phrase[] {
  if (Number(context.options?.renotify_interval ?? 0) <= 0) return []
  const own = hasOwnReminders(told) ? told.states.find(one => one.state === 'renotify') : undefined
  const recipients = [...(own?.recipients ?? []), ...told.escalated]
  return [
    ...(hasOwnReminders(told) ? [] : [phrase('time/told-reminder', {})]),
    ...(recipients.length === 0 ? [] : [phrase('time/told', { state: 'renotify', recipients })]),
  ]
}

/** States that this monitor can send at all. */
export function isReachable(state: NotifiedState, query: MonitorQuery, context: MonitorContext): boolean {
  const warns = query.kind === 'composite' || threshold(context, 'warning') !== undefined
  switch (state) {
    case 'warning':
    case 'alert to warning':
    case 'warning recovery':
      return warns
    case 'no data':
    case 'no data recovery':
      return notifiesNoData(context.options)
    case 'renotify':
      return Number(context.options?.renotify_interval ?? 0) > 0
    case 'unknown':
      return query.kind === 'service-check' && threshold(context, 'unknown') !== undefined
    default:
      return true
  }
}
