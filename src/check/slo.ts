import {
  burnRates,
  type SloTimeframe,
  sloAlertLimits,
  sloTimeframes,
  windowSeconds,
} from '../catalog/index.js'
import type { SloMonitorQuery, Step } from '../query/index.js'
import type { Report } from './report.js'
import { checkNeededSteps, checkStepArguments, checkStepNames, checkStepsTwice, endOfSteps } from './steps.js'
import { durationText } from './windows.js'

/** Everything about an SLO alert's query that does not need the SLO. */
export function checkSloQuery(query: SloMonitorQuery, report: Report): void {
  checkStepNames('slo', query.steps, report)
  checkStepArguments('slo', query.steps, report)
  checkStepsTwice(query.steps, report)
  checkNeededSteps(
    'slo',
    query.steps,
    endOfSteps(query.steps, Math.min(query.slo.span.end + 1, query.span.end)),
    report,
  )
  checkSloTimeframe(query, report)
  checkSloComparator(query, report)
  checkBurnRateWindows(query, report)
  checkSloThreshold(query, report)
}

/** The text of a step's only argument. */
function textOfStep(
  steps: readonly Step[],
  name: string,
): { readonly text: string; readonly step: Step } | undefined {
  const step = steps.find(candidate => candidate.name === name)
  const argument = step?.arguments[0]
  if (step === undefined || argument === undefined) return undefined
  if (argument.kind === 'string') return { text: argument.value, step }
  return argument.kind === 'window' ? { text: `${argument.amount}${argument.unit}`, step } : undefined
}

/** The SLO's time frame the query looks over. */
export function sloTimeframeOf(query: SloMonitorQuery): SloTimeframe | undefined {
  const text = textOfStep(query.steps, 'over')?.text
  return text !== undefined && Object.hasOwn(sloTimeframes, text) ? (text as SloTimeframe) : undefined
}

/** `slo/timeframe`: 7, 30 or 90 days. */
export function checkSloTimeframe(query: SloMonitorQuery, report: Report): void {
  const over = textOfStep(query.steps, 'over')
  if (over === undefined || Object.hasOwn(sloTimeframes, over.text)) return
  const days = /^(?:last_)?(\d+)\s*d(?:ays?)?$/i.exec(over.text)
  const meant = days !== null && Object.hasOwn(sloTimeframes, `${days[1]}d`) ? `${days[1]}d` : undefined
  const argument = over.step.arguments[0]
  report({
    code: 'slo/timeframe',
    severity: 'error',
    message: `\`${over.text}\` is not a time frame of an SLO.`,
    span: argument?.span ?? over.step.span,
    hint: 'Write `7d`, `30d` or `90d`, one that the SLO has.',
    ...(meant === undefined || argument === undefined
      ? {}
      : { repair: [{ span: argument.span, text: `"${meant}"` }] }),
  })
}

/** `slo/comparator`: budgets only run out upwards. */
export function checkSloComparator(query: SloMonitorQuery, report: Report): void {
  const { comparator } = query.condition
  if (comparator === '>' || comparator === '>=') return
  report({
    code: 'slo/comparator',
    severity: 'error',
    message: `An SLO alert cannot compare with \`${comparator}\`.`,
    span: query.condition.span,
    hint: 'Use `>` or `>=`.',
  })
}

/** `slo/burn-rate-params`: the two windows of a burn rate. */
export function checkBurnRateWindows(query: SloMonitorQuery, report: Report): void {
  const long = textOfStep(query.steps, 'long_window')
  const short = textOfStep(query.steps, 'short_window')
  if (query.measure !== 'burn_rate') {
    reportWindowsOfBudget(long?.step ?? short?.step, report)
    return
  }
  if (long === undefined || short === undefined) {
    const end = endOfSteps(query.steps, Math.min(query.slo.span.end + 1, query.span.end))
    report({
      code: 'slo/burn-rate-params',
      severity: 'error',
      message: `A burn rate needs \`.${long === undefined ? 'long_window' : 'short_window'}(…)\`.`,
      span: { start: end, end },
      hint: burnRateHint(query),
    })
    return
  }
  checkWindowPair(long, short, report)
}

function burnRateHint(query: SloMonitorQuery): string {
  const row = burnRates[sloTimeframeOf(query) ?? '30d'][0]
  return `Write \`.long_window("${row.longWindow}").short_window("${row.shortWindow}") > ${row.burnRate}\`, as Datadog advises.`
}

function reportWindowsOfBudget(step: Step | undefined, report: Report): void {
  if (step === undefined) return
  report({
    code: 'slo/burn-rate-params',
    severity: 'error',
    message: `An error budget has no \`.${step.name}(…)\`; only a burn rate has windows.`,
    span: step.span,
    hint: 'Leave it out, or use `burn_rate(…)`.',
  })
}

function checkWindowPair(
  long: { readonly text: string; readonly step: Step },
  short: { readonly text: string; readonly step: Step },
  report: Report,
): void {
  if (reportWindowSpelling(long, report) || reportWindowSpelling(short, report)) return
  const longSeconds = windowSeconds(long.text)
  const shortSeconds = windowSeconds(short.text)
  const { minSeconds, maxSeconds } = sloAlertLimits.longWindow
  if (longSeconds === undefined || longSeconds < minSeconds || longSeconds > maxSeconds) {
    reportPair(
      long.step,
      'error',
      'The long window must be between 1 and 48 hours.',
      'Write it in hours, such as `1h`.',
      report,
    )
    return
  }
  const twelfth = Math.round((longSeconds * sloAlertLimits.shortWindowShare) / 60)
  if (shortSeconds === undefined || shortSeconds >= longSeconds) {
    reportPair(
      short.step,
      'error',
      'The short window must be shorter than the long one.',
      `Write \`${twelfth}m\`, a twelfth of it.`,
      report,
    )
    return
  }
  if (shortSeconds === twelfth * 60) return
  const message = `The short window of ${durationText(shortSeconds)} is not a twelfth of the long one.`
  reportPair(short.step, 'info', message, `Datadog advises \`${twelfth}m\`.`, report)
}

/** `last_1h` of metric queries, `5 minutes`. */
function reportWindowSpelling(
  { text, step }: { readonly text: string; readonly step: Step },
  report: Report,
): boolean {
  const [, amount, unit] = /^(?:last|past)?[\s_-]*(\d+)\s*([mh])(?:in|inute|r|our)?s?$/i.exec(text) ?? []
  const meant = amount === undefined ? text : `${amount}${unit!.toLowerCase()}`
  if (meant === text) return false
  report({
    code: 'slo/burn-rate-params',
    severity: 'error',
    message: `\`${text}\` is not how this window is written.`,
    span: step.arguments[0]!.span,
    hint: `Write \`.${step.name}("${meant}")\`.`,
    repair: [{ span: step.arguments[0]!.span, text: `"${meant}"` }],
  })
  return true
}

function reportPair(
  step: Step,
  severity: 'error' | 'info',
  message: string,
  hint: string,
  report: Report,
): void {
  report({ code: 'slo/burn-rate-params', severity, message, span: step.span, hint })
}

/** `slo/threshold-range`: a burn rate is positive, and a budget is spent between 0 and 100 percent. */
export function checkSloThreshold(query: SloMonitorQuery, report: Report): void {
  const { threshold } = query.condition
  if (threshold.kind !== 'number') return
  const budget = query.measure === 'error_budget'
  const { value } = threshold
  if (budget ? value > 0 && value <= 100 : value > 0) return
  report({
    code: 'slo/threshold-range',
    severity: budget ? 'warning' : 'error',
    message: budget
      ? 'An error budget is spent between 0 and 100 percent.'
      : 'A burn rate above which to alert must be greater than 0.',
    span: threshold.span,
    hint: budget ? 'Write the share of the budget in percent, such as `75`.' : burnRateHint(query),
  })
}
