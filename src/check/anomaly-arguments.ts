import {
  type AnomalyAlgorithm,
  anomalyAlgorithmFacts,
  anomalyLimits,
  windowSeconds,
} from '../catalog/index.js'
import type { FunctionCall } from '../query/index.js'
import { namedArgument, numberOf, textOf } from './argument-values.js'
import type { MetricContext, Report } from './report.js'
import { durationText } from './windows.js'

/** `anomaly/interval`: at least five points must lie in the alert window. */
export function checkAnomalyInterval(node: FunctionCall, _context: MetricContext, report: Report): void {
  const interval = namedArgument(node, 'interval')
  const window = windowSeconds(textOf(namedArgument(node, 'alert_window')?.value) ?? '')
  const seconds = numberOf(interval?.value)
  if (interval === undefined || window === undefined || seconds === undefined) return
  const longest = Math.floor(window / anomalyLimits.pointsPerAlertWindow)
  if (seconds <= longest) return
  report({
    // The account accepts longer intervals; the share of anomalous points is then coarse.
    code: 'anomaly/interval',
    severity: 'warning',
    message: `With an interval of ${durationText(seconds)} the alert window of ${durationText(window)} holds fewer than ${anomalyLimits.pointsPerAlertWindow} points.`,
    span: interval.span,
    hint: `Write \`interval=${longest}\` or less, or a longer \`alert_window\`.`,
    repair: [{ span: interval.value.span, text: String(longest) }],
  })
}

/** `anomaly/alert-window`: the window must be written as `last_15m`. */
export function checkAlertWindow(node: FunctionCall, _context: MetricContext, report: Report): void {
  const argument = namedArgument(node, 'alert_window')
  const text = textOf(argument?.value)
  if (argument === undefined || text === undefined || /^last_\d+(m|h|d|w|mo)$/.test(text)) return
  const repaired = /^\d+(m|h|d|w|mo)$/.test(text) ? `last_${text}` : undefined
  report({
    code: 'anomaly/alert-window',
    severity: 'error',
    message: `\`${text}\` is not an alert window.`,
    span: argument.value.span,
    hint: `Write \`alert_window='${repaired ?? 'last_15m'}'\`.`,
    ...(repaired === undefined ? {} : { repair: [{ span: argument.value.span, text: `'${repaired}'` }] }),
  })
}

/** `anomaly/basic-with-seasonality` and `anomaly/seasonality-missing`: only agile and robust look at seasons. */
export function checkSeasonality(node: FunctionCall, _context: MetricContext, report: Report): void {
  const algorithm = textOf(node.arguments[1])
  if (algorithm === undefined || !Object.hasOwn(anomalyAlgorithmFacts, algorithm)) return
  const seasonality = namedArgument(node, 'seasonality')
  const needed = anomalyAlgorithmFacts[algorithm as AnomalyAlgorithm].usesSeasonality
  if (needed === (seasonality !== undefined)) return
  if (seasonality !== undefined) {
    report({
      code: 'anomaly/basic-with-seasonality',
      severity: 'warning',
      message: `The algorithm \`${algorithm}\` does not look at seasons, so \`seasonality\` has no effect.`,
      span: seasonality.span,
      hint: "Leave `seasonality` out, or use `'agile'` or `'robust'`.",
    })
  } else {
    report({
      code: 'anomaly/seasonality-missing',
      severity: 'info',
      message: `The algorithm \`${algorithm}\` compares with past seasons, but the query does not say which.`,
      span: node.arguments[1]!.span,
      hint: "Add `seasonality='hourly'`, `'daily'` or `'weekly'`.",
    })
  }
}
