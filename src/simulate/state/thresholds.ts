import type { MonitorOptions } from '../../model/index.js'
import type { Comparator, Condition } from '../../query/index.js'
import type { Reporter } from '../report.js'
import type { State } from '../simulation.js'

/** When a value alerts, warns and recovers. */
export interface Thresholds {
  readonly comparator: Comparator
  readonly critical: number
  readonly warning?: number
  readonly criticalRecovery?: number
  readonly warningRecovery?: number
  /** A value recovers when this comparison with the recovery threshold does not hold. */
  readonly recoveryComparator: Comparator
}

/** The comparison at the end of a query with the thresholds of the options. */
export function readThresholds(
  { comparator, threshold }: Condition,
  options: MonitorOptions,
  report: Pick<Reporter, 'refuse'>,
): Thresholds | undefined {
  if (threshold.kind !== 'number') {
    return report.refuse('dynamic-threshold', 'A dynamic threshold is not simulated.', threshold)
  }
  const { warning, critical_recovery, warning_recovery } = options.thresholds ?? {}
  return {
    comparator,
    critical: threshold.value,
    recoveryComparator: comparator,
    ...(typeof warning === 'number' ? { warning } : {}),
    ...(typeof critical_recovery === 'number' ? { criticalRecovery: critical_recovery } : {}),
    ...(typeof warning_recovery === 'number' ? { warningRecovery: warning_recovery } : {}),
  }
}

const comparisons: Readonly<Record<Comparator, (value: number, threshold: number) => boolean>> = {
  '>': (value, threshold) => value > threshold,
  '>=': (value, threshold) => value >= threshold,
  '<': (value, threshold) => value < threshold,
  '<=': (value, threshold) => value <= threshold,
  '==': (value, threshold) => value === threshold,
  '!=': (value, threshold) => value !== threshold,
}

/** What a value says without knowledge of the past. */
export function statusOf(value: number, thresholds: Thresholds): State {
  const holds = comparisons[thresholds.comparator]
  if (holds(value, thresholds.critical)) return 'alert'
  return thresholds.warning !== undefined && holds(value, thresholds.warning) ? 'warning' : 'ok'
}

/**
 * The state after a value: a group in alert or warning stays so until it passes the recovery threshold.
 * https://docs.datadoghq.com/monitors/guide/recovery-thresholds/
 */
export function nextState(
  before: State,
  value: number,
  recoveryValue: number,
  thresholds: Thresholds,
): State {
  const status = statusOf(value, thresholds)
  if (status === 'alert') return 'alert'
  const isHeldBy = (recovery: number | undefined) =>
    recovery !== undefined && comparisons[thresholds.recoveryComparator](recoveryValue, recovery)
  if (before === 'alert' && isHeldBy(thresholds.criticalRecovery)) return 'alert'
  if (before === 'warning' && isHeldBy(thresholds.warningRecovery)) return 'warning'
  return status
}
