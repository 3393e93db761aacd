import type { Evaluator, Reading } from '../evaluator.js'
import type { EvaluationStatus, State } from '../simulation.js'
import { type Lifecycle, newAgainAfter } from './lifecycle.js'
import { nextState, statusOf } from './thresholds.js'

/** What is remembered of a group between evaluations. */
export interface GroupMemory {
  readonly tags: readonly string[]
  readonly state: State
  /** When it appeared; absent while it has never reported. */
  readonly firstSeen?: number
  /** The time of its last point. */
  readonly lastSeen?: number
}

/** What an evaluation decides. */
export interface Decision {
  readonly status: EvaluationStatus
  readonly state: State
  readonly value?: number
  readonly reason?: string
}

/** What decides besides the group itself. */
export interface Circumstances {
  readonly time: number
  readonly evaluator: Pick<Evaluator, 'thresholds' | 'missingData'>
  readonly lifecycle: Lifecycle
  /** Whether another group has data in this window. */
  readonly othersReport: boolean
}

/** True when a group has data, even where they give no number to compare. */
export function reports(reading: Reading | undefined): reading is Reading {
  return (
    reading !== undefined &&
    (reading.value !== undefined || reading.verdict !== undefined || reading.skipped !== undefined)
  )
}

/** The memory with what this evaluation saw. */
export function remember(before: GroupMemory, reading: Reading, time: number): GroupMemory {
  const lastSeen = reading.points.reduce((latest, [at]) => Math.max(latest, at), before.lastSeen ?? 0)
  const seen = reading.points.length === 0 ? time : lastSeen
  const isNew = before.lastSeen === undefined || seen - before.lastSeen > newAgainAfter
  const appeared = reading.points.reduce((earliest, [at]) => Math.min(earliest, at), time)
  const firstSeen = isNew ? appeared : (before.firstSeen ?? appeared)
  return { ...before, firstSeen, lastSeen: seen }
}

/** The status and the state after an evaluation. */
export function decide(
  memory: GroupMemory,
  reading: Reading | undefined,
  circumstances: Circumstances,
): Decision {
  const { state } = memory
  const { time, lifecycle, evaluator } = circumstances
  if (!reports(reading)) return withoutData(memory, circumstances)
  if (time - (memory.firstSeen ?? time) < lifecycle.newGroupDelay(memory.tags)) {
    return skipped(state, 'The group is new.')
  }
  if (reading.skipped !== undefined) return skipped(state, reading.skipped)
  if (reading.verdict !== undefined) return byVerdict(state, reading, evaluator)
  if (reading.value === undefined || evaluator.thresholds === undefined) return skipped(state, noValue)
  return byValue(state, reading.value, reading.recoveryValue ?? reading.value, evaluator.thresholds)
}

const noValue = 'The points give no value.'
const noData = 'There are no data in the window.'

function skipped(state: State, reason: string): Decision {
  return { status: 'skipped', state, reason }
}

function byValue(
  state: State,
  value: number,
  recoveryValue: number,
  thresholds: NonNullable<Evaluator['thresholds']>,
): Decision {
  return {
    status: statusOf(value, thresholds),
    state: nextState(state, value, recoveryValue, thresholds),
    value,
  }
}

/** A composite or check that does not notify about missing data keeps its last known state. */
function byVerdict(
  state: State,
  { verdict, value }: Reading,
  { missingData }: Circumstances['evaluator'],
): Decision {
  const shown = value === undefined ? {} : { value }
  if (verdict === undefined || verdict === 'unchanged') {
    return { ...skipped(state, 'There are too few equal statuses in a row.'), ...shown }
  }
  if (verdict === 'no data' && missingData.kind !== 'no data') return skipped(state, noData)
  return { status: verdict, state: verdict, ...shown }
}

/** https://docs.datadoghq.com/monitors/configuration/#no-data */
function withoutData({ state, lastSeen }: GroupMemory, circumstances: Circumstances): Decision {
  const { time, evaluator, lifecycle, othersReport } = circumstances
  const { missingData, thresholds } = evaluator
  const silentFor = lastSeen === undefined ? undefined : time - lastSeen
  if (lifecycle.timeout !== undefined && silentFor !== undefined && silentFor >= lifecycle.timeout) {
    return { status: 'ok', state: 'ok', reason: 'Data stopped long enough ago for `timeout_h`.' }
  }
  switch (missingData.kind) {
    case 'zero':
      if (thresholds === undefined) return skipped(state, noData)
      if (missingData.unlessOthersReport && othersReport) return skipped(state, noData)
      return { ...byValue(state, 0, 0, thresholds), reason: 'No data counts as 0.' }
    case 'keep':
      return skipped(state, noData)
    case 'resolve':
      return { status: 'ok', state: 'ok', reason: noData }
    case 'no data':
      // What has never reported cannot stop reporting.
      return silentFor !== undefined && silentFor >= missingData.afterSeconds
        ? { status: 'no data', state: 'no data' }
        : skipped(state, noData)
  }
}
