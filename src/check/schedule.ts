import { type CumulativeWindow, cumulativeWindows } from '../catalog/index.js'
import { didYouMean, type Span } from '../diagnostic/index.js'
import type { DefinitionFacts, DefinitionReport } from './definition-facts.js'
import { numberIn, recordsOf, wordIn } from './json-values.js'
import { timeZoneProblem } from './time-zone.js'
import { windowText } from './windows.js'

const schedulePath = ['options', 'scheduling_options'] as const

function cumulativeWindowOf(facts: DefinitionFacts): CumulativeWindow | undefined {
  if (facts.query?.kind !== 'metric-monitor') return undefined
  const text = windowText(facts.query.head.window)
  return Object.hasOwn(cumulativeWindows, text) ? (text as CumulativeWindow) : undefined
}

/** `schedule/reset-missing`: a cumulative window must know when it starts again. */
export function checkCumulativeReset(facts: DefinitionFacts, report: DefinitionReport): void {
  const window = cumulativeWindowOf(facts)
  if (window === undefined) return
  const reset = facts.evaluationWindow
  const missing = cumulativeWindows[window].reset.filter(key => reset[key] === undefined)
  if (missing.length === 0) return
  report({
    code: 'schedule/reset-missing',
    severity: 'error',
    message: `The window \`${window}\` needs ${missing.map(key => `\`${key}\``).join(' and ')} in \`scheduling_options.evaluation_window\`.`,
    path: [...schedulePath, 'evaluation_window'],
    hint: `Add ${missing.map(key => `\`${resetExamples[key]}\``).join(' and ')}.`,
  })
}

const resetExamples = {
  hour_starts: 'hour_starts: 0',
  day_starts: 'day_starts: "00:00"',
  month_starts: 'month_starts: 1',
}

/** `schedule/reset-unused`: only cumulative windows start again. */
export function checkUnusedReset(facts: DefinitionFacts, report: DefinitionReport): void {
  if (Object.keys(facts.evaluationWindow).length === 0) return
  const window = rollingWindowOf(facts)
  if (window === undefined) return
  report({
    code: 'schedule/reset-unused',
    severity: 'warning',
    message: `The window \`${window.text}\` rolls, so \`evaluation_window\` has no effect.`,
    path: [...schedulePath, 'evaluation_window'],
    span: window.span,
    hint: `Write ${window.instead} in the query, or leave it out.`,
  })
}

interface RollingWindow {
  readonly text: string
  readonly span: Span
  /** How the query would say a cumulative window. */
  readonly instead: string
}

/** The window of a query that goes along with time instead of beginning at a full hour, day or month. */
function rollingWindowOf(facts: DefinitionFacts): RollingWindow | undefined {
  const { query } = facts
  if (query?.kind === 'metric-monitor') {
    if (cumulativeWindowOf(facts) !== undefined) return undefined
    const { window } = query.head
    const instead = '`current_1h`, `current_1d` or `current_1mo`'
    return { text: windowText(window), span: window.span, instead }
  }
  if (query?.kind !== 'event-monitor' && query?.kind !== 'formula-monitor') return undefined
  const last = query.steps.find(step => step.name === 'last')
  if (last === undefined || query.steps.some(step => step.name === 'current')) return undefined
  const [length] = last.arguments
  const text = length?.kind === 'string' ? length.value : 'last'
  return { text, span: last.span, instead: '`.current("1h")`, `.current("1d")` or `.current("1mo")`' }
}

/** `schedule/reset-range`: minutes of an hour, times of a day, the first of a month. */
export function checkResetRange(facts: DefinitionFacts, report: DefinitionReport): void {
  const reset = facts.evaluationWindow
  const hour = numberIn(reset.hour_starts)
  const wrong: (readonly [string, string])[] = []
  if (
    reset.hour_starts !== undefined &&
    (hour === undefined || !Number.isInteger(hour) || hour < 0 || hour > 59)
  ) {
    wrong.push(['hour_starts', 'Write a minute from 0 to 59.'])
  }
  if (reset.day_starts !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(wordIn(reset.day_starts))) {
    wrong.push(['day_starts', 'Write a time such as "09:30".'])
  }
  if (reset.month_starts !== undefined && numberIn(reset.month_starts) !== 1) {
    wrong.push(['month_starts', 'Only 1, the first day of the month, is possible.'])
  }
  for (const [key, hint] of wrong) {
    report({
      code: 'schedule/reset-range',
      severity: 'error',
      message: `\`${key}\` is not a time at which the window starts again.`,
      path: [...schedulePath, 'evaluation_window', key],
      hint,
    })
  }
}

/** `schedule/recurrences`: exactly one rule, daily or rarer, without its own start or end. */
export function checkRecurrences(facts: DefinitionFacts, report: DefinitionReport): void {
  const schedule = facts.customSchedule
  if (schedule === undefined) return
  const path = [...schedulePath, 'custom_schedule', 'recurrences']
  const rules = recordsOf(schedule.recurrences)
  if (rules.length !== 1) {
    report({
      code: 'schedule/recurrences',
      severity: 'error',
      message: `A custom schedule has exactly one recurrence, this one has ${rules.length}.`,
      path,
      hint: 'Write one `{rrule, start, timezone}`.',
    })
    return
  }
  const rule = wordIn(rules[0]!.rrule ?? '')
  const problem = ruleProblem(rule)
  if (problem !== undefined) {
    report({ code: 'schedule/recurrences', severity: 'error', ...problem, path: [...path, 0, 'rrule'] })
  }
  checkScheduleZone(rules[0]!.timezone, [...path, 0, 'timezone'], report)
}

function checkScheduleZone(
  zone: unknown,
  path: readonly (string | number)[],
  report: DefinitionReport,
): void {
  const problem = zone === undefined || zone === null ? undefined : timeZoneProblem(wordIn(zone))
  if (problem === undefined) return
  report({ code: 'schedule/recurrences', severity: 'error', ...problem, path })
}

/** Frequencies of RFC 5545 that a monitor runs at. */
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

function ruleProblem(rule: string): { readonly message: string; readonly hint: string } | undefined {
  const own = /\b(DTSTART|DTEND|DURATION)\b/i.exec(rule)?.[1]
  if (own !== undefined) {
    return {
      message: `The rule holds \`${own}\`, which a monitor's schedule does not know.`,
      hint: 'Use `start` and `timezone` instead.',
    }
  }
  const frequency = /FREQ=([A-Z]+)/i.exec(rule)?.[1]?.toUpperCase()
  if (frequency === undefined)
    return { message: 'The rule does not say how often.', hint: 'Write `FREQ=DAILY;INTERVAL=1`.' }
  if (frequencies.includes(frequency)) return undefined
  if (!['SECONDLY', 'MINUTELY', 'HOURLY'].includes(frequency)) {
    const hint = didYouMean(frequency, frequencies) ?? 'Write `FREQ=DAILY`, `WEEKLY` or `MONTHLY`.'
    return { message: `\`${frequency}\` is not how often a schedule runs.`, hint }
  }
  return {
    message: 'A custom schedule runs at most once a day.',
    hint: 'Write `FREQ=DAILY`, `WEEKLY` or `MONTHLY`.',
  }
}
