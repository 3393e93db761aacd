import { windowSeconds } from '../catalog/index.js'
import { namedArgument } from './argument-values.js'
import type { DefinitionFacts, DefinitionReport } from './definition-facts.js'
import { numberIn, wordIn } from './json-values.js'
import { durationText, lastWindow } from './windows.js'

const windowsPath = ['options', 'threshold_windows'] as const

/**
 * `anomaly/missing-windows`: both windows must be in the options; the API only says that the query is invalid. Without
 * `alert_window` in the query the account accepts the older form that has no windows at all.
 */
export function checkAnomalyWindows(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.anomalies === undefined) return
  const windows = facts.thresholdWindows
  const missing = ['trigger_window', 'recovery_window'].filter(key => windows[key] === undefined)
  if (missing.length === 0) return
  const older = facts.alertWindow === undefined && missing.length === 2
  const written = facts.alertWindow ?? 'last_15m'
  report({
    code: 'anomaly/missing-windows',
    severity: older ? 'warning' : 'error',
    message: `An anomaly monitor needs \`options.threshold_windows\` with ${missing.map(key => `\`${key}\``).join(' and ')}.`,
    path: windowsPath,
    span: facts.anomalies.nameSpan,
    hint: `Add ${missing.map(key => `\`${key}: '${written}'\``).join(' and ')}, ${older ? "and `alert_window='last_15m'` to the query" : 'the alert window of the query'}.`,
  })
}

/** `anomaly/window-mismatch`: the alert window stands in the query and in the options. */
export function checkWindowMismatch(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.anomalies === undefined) return
  const trigger = facts.thresholdWindows.trigger_window
  const argument = namedArgument(facts.anomalies, 'alert_window')
  if (typeof trigger !== 'string' || facts.alertWindow === undefined || argument === undefined) return
  if (trigger === facts.alertWindow || sameLength(trigger, facts.alertWindow)) return
  report({
    code: 'anomaly/window-mismatch',
    severity: 'error',
    message: `The query's alert window is \`${facts.alertWindow}\`, but the trigger window of the options is \`${trigger}\`.`,
    path: [...windowsPath, 'trigger_window'],
    span: argument.value.span,
    hint: `Set \`trigger_window\` to \`${facts.alertWindow}\`, or write \`alert_window='${trigger}'\`.`,
    repair: [{ span: argument.value.span, text: `'${trigger}'` }],
  })
}

function sameLength(a: string, b: string): boolean {
  const seconds = windowSeconds(a)
  return seconds !== undefined && seconds === windowSeconds(b)
}

/** `anomaly/alert-window-missing`: the query does not name the window that the options trigger on. */
export function checkAlertWindowMissing(facts: DefinitionFacts, report: DefinitionReport): void {
  const trigger = facts.thresholdWindows.trigger_window
  if (facts.anomalies === undefined || facts.alertWindow !== undefined || typeof trigger !== 'string') return
  const at = facts.anomalies.span.end - 1
  report({
    code: 'anomaly/alert-window-missing',
    severity: 'warning',
    message: 'The options name a trigger window, but the query has no `alert_window`.',
    path: ['query'],
    span: facts.anomalies.nameSpan,
    hint: `Add \`alert_window='${trigger}'\` to \`anomalies(…)\`.`,
    repair: [{ span: { start: at, end: at }, text: `, alert_window='${trigger}'` }],
  })
}

/**
 * `anomaly/recovery-window`: shorter than this the monitor could alert and recover at once.
 * https://docs.datadoghq.com/monitors/types/anomaly/
 */
export function checkRecoveryWindow(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.anomalies === undefined) return
  const windows = facts.thresholdWindows
  const trigger = windowSeconds(wordIn(windows.trigger_window))
  const recovery = windowSeconds(wordIn(windows.recovery_window))
  const critical = numberIn(facts.thresholds.critical)
  if (trigger === undefined || recovery === undefined || critical === undefined) return
  if (recovery > trigger) {
    reportLongRecovery(trigger, recovery, report)
    return
  }
  const shortest = Math.max(0, Math.round(trigger * (1 - critical))) + 60
  if (recovery >= Math.min(shortest, trigger)) return
  report({
    code: 'anomaly/recovery-window',
    severity: 'error',
    message: `With a recovery window of ${durationText(recovery)} the monitor can be in alert and recovered at once.`,
    path: [...windowsPath, 'recovery_window'],
    hint: `Write \`${lastWindow(Math.min(shortest, trigger))}\` or more.`,
  })
}

/** Longer than the trigger window is not documented, but Datadog has published monitors with it. */
function reportLongRecovery(trigger: number, recovery: number, report: DefinitionReport): void {
  report({
    code: 'anomaly/recovery-window',
    severity: 'warning',
    message: `The recovery window of ${durationText(recovery)} is longer than the trigger window of ${durationText(trigger)}.`,
    path: [...windowsPath, 'recovery_window'],
    hint: `Write \`${lastWindow(trigger)}\` or less.`,
  })
}

/** `anomaly/windows-without-anomalies`: other monitors have no such windows. */
export function checkStrayWindows(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query === undefined || facts.query.kind === 'opaque' || facts.anomalies !== undefined) return
  const windows = facts.thresholdWindows
  if (Object.keys(windows).length === 0) return
  report({
    code: 'anomaly/windows-without-anomalies',
    severity: 'warning',
    message: 'Only an anomaly monitor has `threshold_windows`.',
    path: windowsPath,
    hint: 'Leave it out, or wrap the query in `anomalies(…)`.',
  })
}
