import type { Diagnostic } from '../diagnostic/index.js'
import type { Point, TimeSpan } from './series-input.js'

/** The state of a group, which lasts from one evaluation to the next. */
export type State = 'ok' | 'warning' | 'alert' | 'no data'

/** What one evaluation alone says. `skipped`: the state stays as it was. */
export type EvaluationStatus = State | 'skipped'

/** What Datadog would send. */
export interface Notification {
  readonly kind: 'transition' | 'renotify'
  /** The tags that notifications are grouped by, `*` when they are not. */
  readonly group: string
  readonly from: State
  readonly to: State
}

/** One evaluation of one group. */
export interface GroupEvaluation {
  /** `host:a,service:db`; `*` for a monitor without groups. */
  readonly group: string
  readonly tags: readonly string[]
  /** The points that became `value`; empty with `points: false`. */
  readonly points: readonly Point[]
  /** Absent without data, and for composites and checks, which compare no value. */
  readonly value?: number
  readonly status: EvaluationStatus
  /** Why it was skipped. */
  readonly reason?: string
  readonly state: State
  /** Absent when nothing is sent. Where groups notify together, one of them carries it. */
  readonly notification?: Notification
}

/** One evaluation of the monitor. */
export interface Tick {
  readonly time: number
  /** A point at `to` is not in it: its bucket only starts there. */
  readonly window: TimeSpan
  /** Groups that have reported and are not forgotten yet. */
  readonly groups: readonly GroupEvaluation[]
  /** That of the worst group. */
  readonly state: State
}

/** What a monitor would have done. Plain data. */
export interface Simulation {
  readonly from: number
  readonly to: number
  /** Seconds between evaluations. */
  readonly every: number
  /** Empty when the definition holds something that is not simulated. */
  readonly ticks: readonly Tick[]
  /** What is not simulated, and why; spans are places in the monitor's query. */
  readonly unsupported: readonly Diagnostic[]
  /** What the result takes for granted where Datadog's documentation says nothing. */
  readonly notes: readonly Diagnostic[]
}

/** The worst first. */
const severity: Readonly<Record<State, number>> = { alert: 4, warning: 3, 'no data': 2, ok: 1 }

/** Alert, then warning, then no data. */
export function worstOf(states: readonly State[]): State {
  return states.reduce<State>((worst, state) => (severity[state] > severity[worst] ? state : worst), 'ok')
}

/** Ok, then no data, then warning. */
export function leastOf(states: readonly State[]): State {
  return states.reduce<State>((least, state) => (severity[state] < severity[least] ? state : least), 'alert')
}
