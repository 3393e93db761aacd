import { monitorOptions, windowSeconds } from '../catalog/index.js'
import { didYouMean } from '../diagnostic/index.js'
import type { FunctionCall, MetricExpression, MonitorQuery } from '../query/index.js'
import { type DefinitionFacts, type DefinitionReport, decidingSecondsOf } from './definition-facts.js'
import { type JsonRecord, numberIn, recordOf, wordIn } from './json-values.js'
import { findExpression } from './walk.js'
import { durationText } from './windows.js'

const onMissing = ['options', 'on_missing_data'] as const

/** `nodata/conflict`: the two styles of saying what missing data means exclude each other. */
export function checkNoDataConflict(facts: DefinitionFacts, report: DefinitionReport): void {
  const { options } = facts
  if (options.on_missing_data === undefined) return
  for (const key of ['notify_no_data', 'no_data_timeframe'] as const) {
    const value = options[key]
    // `false` and 0 change nothing, and exports of the UI contain them.
    if (value === undefined || value === false || value === 0) continue
    report({
      code: 'nodata/conflict',
      severity: 'error',
      message: `\`on_missing_data\` and \`${key}\` cannot stand together.`,
      path: ['options', key],
      hint: `Leave \`${key}\` out; \`on_missing_data: "show_and_notify_no_data"\` notifies.`,
    })
  }
}

/** `nodata/value`: what `on_missing_data` may be. */
export function checkNoDataValue(facts: DefinitionFacts, report: DefinitionReport): void {
  const value = facts.options.on_missing_data
  const values: readonly string[] = monitorOptions.on_missing_data.values
  if (value === undefined || values.includes(wordIn(value))) return
  report({
    code: 'nodata/value',
    severity: 'error',
    message: `\`${wordIn(value)}\` is not a value of \`on_missing_data\`.`,
    path: onMissing,
    hint: didYouMean(wordIn(value), values) ?? `Use ${values.map(known => `\`${known}\``).join(', ')}.`,
  })
}

/** `nodata/unsupported`: types that know only the other style, or none. */
export function checkNoDataSupport(facts: DefinitionFacts, report: DefinitionReport): void {
  const style = facts.typeFacts?.missingData
  if (style === undefined || facts.options.on_missing_data === undefined) return
  if (style === 'on_missing_data' || style === 'either' || facts.type === 'synthetics alert') return
  report({
    code: 'nodata/unsupported',
    severity: 'error',
    message: `A \`${facts.type}\` does not know \`on_missing_data\`.`,
    path: onMissing,
    hint: style === 'none' ? 'Leave it out.' : 'Use `notify_no_data` and `no_data_timeframe`.',
  })
}

/** `nodata/log-timeframe`: log monitors evaluate counts, so they have no time without data. */
export function checkLogTimeframe(facts: DefinitionFacts, report: DefinitionReport): void {
  const minutes = numberIn(facts.options.no_data_timeframe)
  if (facts.type !== 'log alert' || minutes === undefined) return
  report({
    code: 'nodata/log-timeframe',
    // Not an error: the API takes it, and saving the monitor in the UI fails, https://github.com/grosser/kennel/pull/223
    severity: 'warning',
    message: 'A log monitor has no `no_data_timeframe`.',
    path: ['options', 'no_data_timeframe'],
    hint: 'Leave it out, and use `on_missing_data`.',
  })
}

/** Minutes without data after which to report them: twice the window, and never longer than groups are remembered. */
export function advisedTimeframe(window: number, options: unknown): number {
  const twice = Math.max(2, Math.ceil((window * 2) / 60))
  const kept = keptSeconds(recordOf(options))
  return kept === undefined ? twice : Math.min(twice, Math.floor(kept / 60))
}

/** `nodata/timeframe-short`: Datadog advises at least two windows. */
export function checkTimeframeShort(facts: DefinitionFacts, report: DefinitionReport): void {
  const minutes = numberIn(facts.options.no_data_timeframe)
  const window = decidingSecondsOf(facts.query)
  if (facts.options.notify_no_data !== true || minutes === undefined || window === undefined) return
  // Terraform writes 0 where its author wrote nothing.
  if (minutes === 0) return
  const advised = advisedTimeframe(window, facts.options)
  if (minutes >= advised) return
  report({
    code: 'nodata/timeframe-short',
    severity: 'warning',
    message: `No data is reported after ${durationText(minutes * 60)}, but the evaluation window is ${durationText(window)}.`,
    path: ['options', 'no_data_timeframe'],
    hint:
      advised * 60 < window * 2
        ? `Write ${advised}, the longest there is.`
        : `Write at least ${advised}, twice the window.`,
  })
}

/** How long groups without data are remembered. */
function keptSeconds(options: JsonRecord): number | undefined {
  return windowSeconds(wordIn(options.group_retention_duration ?? '24h'))
}

/** `nodata/timeframe-retention`: groups are forgotten after 24 hours, or what the monitor says; the account refuses more. */
export function checkTimeframeRetention(facts: DefinitionFacts, report: DefinitionReport): void {
  const minutes = numberIn(facts.options.no_data_timeframe)
  if (minutes === undefined || facts.options.notify_no_data !== true) return
  const kept = keptSeconds(facts.options)
  if (kept === undefined || minutes * 60 <= kept) return
  report({
    code: 'nodata/timeframe-retention',
    severity: 'error',
    message: `Groups are forgotten after ${durationText(kept)} without data, before this timeframe ends.`,
    path: ['options', 'no_data_timeframe'],
    hint: `Write at most ${kept / 60}.`,
  })
}

/** `nodata/default-zero`: with `default_zero` data is never missing. */
export function checkDefaultZero(facts: DefinitionFacts, report: DefinitionReport): void {
  const value = facts.options.on_missing_data
  if (value === undefined || value === 'default') return
  const expression = facts.query === undefined ? undefined : evaluatedBy(facts.query)
  const call = expression === undefined ? undefined : findExpression(expression, isDefaultZero)
  if (call === undefined) return
  report({
    code: 'nodata/default-zero',
    severity: 'error',
    message: '`default_zero` fills missing data, so `on_missing_data` can only be `default`.',
    path: onMissing,
    span: call.span,
    hint: 'Set `on_missing_data` to `default`, or leave `default_zero` out.',
  })
}

function evaluatedBy(query: MonitorQuery): MetricExpression | undefined {
  if (query.kind === 'formula-monitor') return query.formula
  return query.kind === 'metric-monitor' ? query.expression : undefined
}

function isDefaultZero(node: MetricExpression): node is FunctionCall {
  return node.kind === 'call' && node.name === 'default_zero'
}

/** `nodata/resolve-timeout`: two rules that resolve without data. */
export function checkResolveTimeout(facts: DefinitionFacts, report: DefinitionReport): void {
  const hours = numberIn(facts.options.timeout_h)
  if (facts.options.on_missing_data !== 'resolve' || hours === undefined || hours === 0) return
  report({
    code: 'nodata/resolve-timeout',
    severity: 'error',
    message: '`on_missing_data: "resolve"` resolves at once, so `timeout_h` cannot stand beside it.',
    path: ['options', 'timeout_h'],
    hint: 'Leave `timeout_h` out.',
  })
}

/** `nodata/custom-schedule`: a metric monitor with a schedule must say what missing data means. */
export function checkScheduleNoData(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.customSchedule === undefined || facts.typeFacts?.language !== 'metric') return
  if (facts.options.on_missing_data === undefined) {
    report({
      code: 'nodata/custom-schedule',
      // The account drops `default` from its answers, so what it returns looks like this too.
      severity: 'warning',
      message: 'A metric monitor with a custom schedule needs `on_missing_data`.',
      path: ['options', 'scheduling_options', 'custom_schedule'],
      hint: 'Add `on_missing_data: "show_no_data"`.',
    })
  }
  for (const key of ['notify_no_data', 'require_full_window'] as const) {
    if (facts.options[key] !== true) continue
    report({
      code: 'nodata/custom-schedule',
      severity: 'error',
      message: `\`${key}\` cannot stand beside a custom schedule.`,
      path: ['options', key],
      hint: 'Leave it out.',
    })
  }
}
