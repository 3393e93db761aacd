import type { Comparator } from '../../query/index.js'
import type { NotifiedState } from '../notified.js'
import type { ResetValues, ScheduleValues } from '../schedule.js'
import type { ResultUnit } from '../unit.js'
import type { WindowValue } from '../window.js'
import type { Judged, ShareValues } from './monitor.js'

/** One handle, with the conditions under which it is told in this state. */
export interface Recipient<P> {
  readonly handle: string
  readonly conditions: readonly P[]
}

/** A threshold of one state, with what is compared with it. */
export interface JudgedThreshold {
  readonly comparator: Comparator
  readonly threshold: number
  readonly judged: Judged
  /** The unit of the threshold, where it is known for sure. */
  readonly unit?: ResultUnit
}

/** A burn rate that must be passed in two windows at once. */
export interface JudgedBurn {
  readonly comparator: Comparator
  readonly rate: number
  readonly longWindow?: WindowValue
  readonly shortWindow?: WindowValue
}

export interface TimelineSentences<P> {
  'time/window': { readonly window: WindowValue }
  'time/frequency': { readonly minutes: number }
  'time/schedule': ScheduleValues
  'time/reset': ResetValues
  'time/points': { readonly points: number; readonly interval: number; readonly window: WindowValue }
  'time/points-unpublished': Record<string, never>
  'time/delay': { readonly seconds: number }
  'time/counts-first': { readonly aggregator: string }
  'time/one-group': Record<string, never>
  'time/groups': { readonly keys: readonly string[]; readonly notifyBy?: readonly string[] }
  'time/every-tag': Record<string, never>
  'time/alert': JudgedThreshold
  'time/alert-anomaly': ShareValues
  'time/alert-check': { readonly count: number }
  'time/alert-check-share': { readonly percent: number }
  'time/warn-check-share': { readonly percent: number }
  'time/alert-composite': Record<string, never>
  'time/alert-burn': JudgedBurn
  'time/warn': JudgedThreshold
  'time/warn-burn': JudgedBurn
  'time/warn-anomaly': ShareValues
  'time/warn-check': { readonly count: number }
  'time/unknown-check': { readonly count: number }
  'time/no-warn': Record<string, never>
  'time/recover': JudgedThreshold
  'time/recover-warning': JudgedThreshold
  'time/recover-anomaly': {
    readonly share: number
    readonly window?: WindowValue
    readonly stated: boolean
    readonly direction: string
  }
  'time/recover-at-once': {
    readonly state: 'alert' | 'warning'
    readonly scheduled: boolean
    /** False where the warning recovers in another way. */
    readonly alone: boolean
  }
  'time/recover-check': { readonly count: number }
  'time/recover-composite': Record<string, never>
  'time/no-data-silent': { readonly timeframe?: number; readonly composite: boolean }
  'time/no-data-notify': {
    readonly grouped: boolean
    readonly composite: boolean
    readonly minutes?: number
  }
  'time/missing-default': { readonly zero?: boolean }
  'time/quiet-groups': Record<string, never>
  'time/missing-show': Record<string, never>
  'time/missing-notify': Record<string, never>
  'time/missing-resolve': Record<string, never>
  'time/repeat-never': Record<string, never>
  'time/repeat': {
    readonly minutes: number
    readonly statuses: readonly string[]
    readonly occurrences?: number
  }
  'time/told': { readonly state: NotifiedState; readonly recipients: readonly Recipient<P>[] }
  'time/told-reminder': Record<string, never>
  'time/told-every-state': {
    readonly recipients: readonly Recipient<P>[]
    /** No block for a state stands around any of the handles. */
    readonly unguarded: boolean
    readonly scheduled: boolean
  }
  'time/told-nobody-in': { readonly states: readonly NotifiedState[] }
  'time/told-nobody': { readonly empty: boolean }
  'told/match': {
    readonly variable: string
    readonly values: readonly string[]
    readonly exact: boolean
    readonly negated: boolean
  }
  'told/priority': { readonly priority: string; readonly negated: boolean }
  'told/block': { readonly name: string; readonly negated: boolean }
}

export interface OptionSentences {
  'option/threshold': {
    readonly name: string
    readonly value: number
    readonly inQuery: boolean
    readonly unit: 'value' | 'runs' | 'percent'
    /** The unit of a value, where it is known for sure. */
    readonly measured?: ResultUnit
  }
  'option/threshold-windows': { readonly trigger?: string; readonly recovery?: string }
  'option/notify-no-data': { readonly on: boolean }
  'option/no-data-timeframe': { readonly minutes: number; readonly effective: boolean }
  'option/on-missing-data': { readonly mode: string }
  'option/timeout': { readonly hours: number }
  'option/require-full-window': { readonly on: boolean }
  'option/new-group-delay': { readonly seconds: number; readonly grouped: boolean }
  'option/new-host-delay': { readonly seconds: number }
  'option/evaluation-delay': { readonly seconds: number }
  'option/renotify-interval': { readonly minutes: number }
  'option/renotify-statuses': { readonly statuses: readonly string[] }
  'option/renotify-occurrences': { readonly count: number }
  'option/escalation-message': { readonly effective: boolean; readonly empty: boolean }
  'option/notify-audit': { readonly on: boolean }
  'option/include-tags': { readonly on: boolean }
  'option/notify-by': { readonly keys: readonly string[]; readonly whole: boolean }
  'option/preset': { readonly preset: string }
  'option/group-retention': { readonly text: string; readonly window?: WindowValue }
  'option/logs-sample': { readonly on: boolean }
  'option/samples': { readonly on: boolean }
  'option/simple-group': { readonly on: boolean }
  'option/schedule': ScheduleValues
  'option/cumulative-window': ResetValues
  'option/variables': { readonly names: readonly string[] }
  'option/silenced': { readonly count: number }
  'option/locked': { readonly on: boolean }
  'option/min-failure-duration': { readonly seconds: number }
  'option/min-location-failed': { readonly count: number }
  'option/read-only': { readonly name: string }
  'option/undocumented': { readonly name: string }
  'option/unreadable': { readonly name: string; readonly text: string }
  'option/off': { readonly name: string }
  'option/no-effect': { readonly name: string }
  'field/priority': { readonly priority: number }
  'field/tags': { readonly tags: readonly string[] }
  'field/draft': Record<string, never>
  'field/roles': { readonly count: number }
}

export interface CautionSentences {
  /** A finding of the shared checks; `message` and `hint` are their English sentences. */
  'caution/checked': { readonly rule: string; readonly message: string; readonly hint?: string }
  'caution/no-notification': { readonly empty: boolean }
  'caution/empty-name': Record<string, never>
  'caution/star-scope': { readonly keys: readonly string[] }
  'caution/one-line': { readonly container: boolean }
  'caution/basic-algorithm': { readonly seasonality?: string }
  'caution/window-mismatch': { readonly alertWindow: string; readonly trigger: string }
  'caution/missing-windows': Record<string, never>
  'caution/query-window-short': { readonly window: WindowValue; readonly alertWindow: WindowValue }
  'caution/threshold-range': { readonly threshold: number }
  'caution/recovery-missing': { readonly threshold: number }
  'caution/threshold-mismatch': { readonly inQuery: number; readonly inOptions: number }
  'caution/silent-no-data': { readonly setting: string }
  'caution/sum-of-ratios': Record<string, never>
  'caution/little-traffic': { readonly denominator: string }
  'caution/division': { readonly denominator: string }
  'caution/rank-in-monitor': { readonly function: string; readonly ranks: boolean; readonly instead?: string }
  'caution/deprecated-function': { readonly function: string; readonly instead: string }
  'caution/no-data-timeframe-unused': { readonly minutes: number }
  'caution/group-delay-simple': Record<string, never>
  'caution/recovery-orphan': Record<string, never>
  'caution/warning-order': {
    readonly warning: number
    readonly critical: number
    readonly comparator: Comparator
  }
  'caution/unreachable-state': {
    readonly block: string
    readonly reason: 'no-warning' | 'no-data-off' | 'no-renotify'
  }
  'caution/page-on-warning': { readonly handle: string }
  'caution/recovery-silent': { readonly handle: string }
  'caution/variable-not-grouped': { readonly variable: string; readonly key: string }
  'caution/is-match-variable': { readonly variable: string; readonly key: string }
  'caution/cloud-delay': { readonly metric: string }
  'caution/dashboard-variable': { readonly name: string }
  'caution/slo-no-threshold': Record<string, never>
  'caution/slo-target': { readonly timeframe: string; readonly target: number; readonly full: boolean }
  'caution/slo-warning': {
    readonly timeframe: string
    readonly target: number
    readonly warning: number
  }
  'caution/slo-as-count': Record<string, never>
  'caution/slo-groups': Record<string, never>
  'caution/variable-unused': { readonly name: string }
  'caution/formula-unknown-query': { readonly number: string; readonly title: string; readonly name: string }
  'caution/check-group-by': Record<string, never>
  'caution/check-last': { readonly last: number; readonly threshold: number }
}

export interface AdviceSentences {
  'change/share': { readonly share: number; readonly needed?: number; readonly points?: number }
  'change/threshold': {
    readonly comparator: Comparator
    readonly threshold: number
    readonly stated: boolean
  }
  'change/window': { readonly window: WindowValue; readonly to: WindowValue; readonly aggregator: string }
  /** One point of the window is enough; the average of them all is calmer. */
  'change/one-point': { readonly from: string; readonly window: WindowValue }
  'change/horizon': { readonly window: WindowValue; readonly to: WindowValue; readonly aggregator: string }
  'change/tolerance': { readonly tolerance: number }
  'change/alert-window': { readonly window: string }
  'change/band': { readonly bounds: number }
  'change/group': {
    readonly key: string
    readonly after: string
    readonly monitor: boolean
    /** True where several queries have the same scope, and each needs the groups. */
    readonly several: boolean
  }
  'change/group-more': { readonly keys: readonly string[] }
  'change/scope': { readonly example: string; readonly replaces?: string }
  'change/aggregator': { readonly from: string; readonly to: string }
  'change/seasonality': Record<string, never>
  'change/handle': Record<string, never>
  'change/make-monitor': { readonly query: string }
  'change/event-threshold': { readonly threshold: number }
  'change/event-group': { readonly key: string }
  'change/event-window': { readonly window: string }
  'change/search-exclude': { readonly example: string }
  'change/composite': Record<string, never>
  'change/burn-rate': Record<string, never>
  'change/budget-threshold': Record<string, never>
  'change/slo-target': { readonly target: number; readonly to: number }
  'change/dashboard': Record<string, never>
}
