import { anomalyLimits, windowSeconds } from '../catalog/index.js'
import type { FunctionCall } from '../query/index.js'
import { namedArgument, textOf } from './argument-values.js'
import type { MetricMonitorFacts } from './head.js'
import type { Report } from './report.js'
import { durationText, lastWindow, secondsOf } from './windows.js'

/** The `anomalies(…)` of a query, if it is an anomaly monitor. */
export function anomaliesOf({ algorithm }: MetricMonitorFacts): FunctionCall | undefined {
  return algorithm?.name === 'anomalies' ? algorithm : undefined
}

/** The text of `alert_window='last_15m'`. */
export function alertWindowOf(call: FunctionCall): string | undefined {
  return textOf(namedArgument(call, 'alert_window')?.value)
}

/** `anomaly/threshold-range` and `anomaly/comparator`: the value is the share of anomalous points, from 0 to 1. */
export function checkAnomalyCondition(facts: MetricMonitorFacts, report: Report): void {
  const { query } = facts
  const { comparator, threshold } = query.condition
  if (anomaliesOf(facts) === undefined || threshold.kind !== 'number') return
  if (comparator !== '>' && comparator !== '>=') {
    report({
      code: 'anomaly/comparator',
      severity: 'error',
      message: 'An anomaly monitor compares the share of anomalous points with `>=`.',
      span: query.condition.span,
      hint: 'Write `>= 1` to alert when every point of the alert window is anomalous.',
    })
  }
  const { value } = threshold
  if (value > anomalyLimits.threshold.above && value <= anomalyLimits.threshold.atMost) return
  // `> 0` alerts at the first anomalous point, which is unusual but possible.
  if (value === 0 && comparator === '>') return
  report({
    code: 'anomaly/threshold-range',
    severity: 'error',
    message: `The value of an anomaly monitor is the share of anomalous points between 0 and 1, so it is never compared with ${threshold.text}.`,
    span: threshold.span,
    hint:
      value > 1 && value <= 100
        ? `Write \`${value / 100}\` for ${value} %.`
        : 'Write a share such as `1` or `0.8`.',
    ...(value > 1 && value <= 100 ? { repair: [{ span: threshold.span, text: String(value / 100) }] } : {}),
  })
}

/** `anomaly/query-window-too-short`: the head's window must hold the alert window. */
export function checkQueryWindow(facts: MetricMonitorFacts, report: Report): void {
  const { query } = facts
  const call = anomaliesOf(facts)
  const alert = call === undefined ? undefined : windowSeconds(alertWindowOf(call) ?? '')
  if (alert === undefined || query.head.window.form !== 'last') return
  const seconds = secondsOf(query.head.window)
  if (seconds >= alert) return
  report({
    code: 'anomaly/query-window-too-short',
    severity: 'warning',
    message: `The evaluation window of ${durationText(seconds)} is shorter than the alert window of ${durationText(alert)}.`,
    span: query.head.window.span,
    hint: `Write about five alert windows, \`${lastWindow(alert * anomalyLimits.queryWindowPerAlertWindow)}\`.`,
  })
}
