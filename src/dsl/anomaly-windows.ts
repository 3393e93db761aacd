import type { JsonObject } from '../model/index.js'
import type { MetricExpression } from '../query/index.js'

/** The two windows of an anomaly monitor, which `anomalies` writes for both the query and the options. */
export interface AnomalyWindows {
  readonly alert: string
  readonly recovery: string
}

/** The option that must agree with the query of an anomaly monitor. */
export function anomalyOptions(windows: AnomalyWindows | undefined): JsonObject {
  if (windows === undefined) return {}
  return { threshold_windows: { trigger_window: windows.alert, recovery_window: windows.recovery } }
}

/** The windows of `anomalies(…)` written as text: its `alert_window` serves recovery too. */
export function anomalyWindowsOf(node: MetricExpression): AnomalyWindows | undefined {
  if (node.kind !== 'call' || node.name !== 'anomalies') return undefined
  for (const argument of node.arguments) {
    if (
      argument.kind === 'named-argument' &&
      argument.name === 'alert_window' &&
      argument.value.kind === 'string'
    ) {
      return { alert: argument.value.value, recovery: argument.value.value }
    }
  }
  return undefined
}
