import { thresholdKeys } from '../catalog/index.js'
import type { Condition } from '../query/index.js'
import { conditionOf, type DefinitionFacts, type DefinitionReport } from './definition-facts.js'
import { numberIn } from './json-values.js'
import { lastRuns } from './service-check.js'

const path = (key: string) => ['options', 'thresholds', key] as const

/** `threshold/mismatch`: the number in the query and the critical threshold are the same number twice. */
export function checkThresholdMismatch(facts: DefinitionFacts, report: DefinitionReport): void {
  const condition = conditionOf(facts.query)
  const critical = numberIn(facts.thresholds.critical)
  if (
    condition?.threshold.kind !== 'number' ||
    critical === undefined ||
    critical === condition.threshold.value
  )
    return
  report({
    code: 'threshold/mismatch',
    severity: 'error',
    message: `The query compares with ${condition.threshold.text}, but the critical threshold is ${critical}.`,
    path: path('critical'),
    span: condition.threshold.span,
    hint: `Set \`thresholds.critical\` to ${condition.threshold.value}, or write ${critical} in the query.`,
    repair: [{ span: condition.threshold.span, text: String(critical) }],
  })
}

/** `threshold/missing-critical`: the account fills it from the query only when no other threshold is given. */
export function checkMissingCritical(facts: DefinitionFacts, report: DefinitionReport): void {
  const condition = conditionOf(facts.query)
  if (condition?.threshold.kind !== 'number' || facts.thresholds.critical !== undefined) return
  const others = Object.keys(facts.thresholds).filter(key => Object.hasOwn(thresholdKeys, key))
  if (others.length === 0) return
  report({
    code: 'threshold/missing-critical',
    severity: 'error',
    message: `\`thresholds\` has ${others.map(key => `\`${key}\``).join(' and ')} but no \`critical\`.`,
    path: ['options', 'thresholds'],
    span: condition.threshold.span,
    hint: `Add \`critical: ${condition.threshold.value}\`, the number of the query.`,
  })
}

/** `threshold/not-a-number`: thresholds are numbers. */
export function checkThresholdNumbers(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const key of Object.keys(thresholdKeys)) {
    const value = facts.thresholds[key]
    if (value === undefined || typeof value === 'number') continue
    const number = numberIn(value)
    report({
      code: 'threshold/not-a-number',
      // A number in quotes is read as a number.
      severity: number === undefined ? 'error' : 'warning',
      message: `The threshold \`${key}\` is not a number.`,
      path: path(key),
      hint: number === undefined ? 'Write a number without unit.' : `Write \`${number}\` without quotes.`,
    })
  }
}

type Side = 'above' | 'below'

/** On which side of its threshold a monitor alerts; undefined for `==` and `!=`. */
function sideOf(condition: Condition | undefined): Side | undefined {
  if (condition?.comparator === '>' || condition?.comparator === '>=') return 'above'
  return condition?.comparator === '<' || condition?.comparator === '<=' ? 'below' : undefined
}

/** The critical threshold, or the number in the query that stands for it. */
function criticalOf(facts: DefinitionFacts): number | undefined {
  const condition = conditionOf(facts.query)
  return (
    numberIn(facts.thresholds.critical) ??
    (condition?.threshold.kind === 'number' ? condition.threshold.value : undefined)
  )
}

/** `threshold/warning-order`: a warning comes before the alert. */
export function checkWarningOrder(facts: DefinitionFacts, report: DefinitionReport): void {
  const side = sideOf(conditionOf(facts.query))
  const critical = criticalOf(facts)
  const warning = numberIn(facts.thresholds.warning)
  if (side === undefined || critical === undefined || warning === undefined) return
  if (side === 'above' ? warning < critical : warning > critical) return
  report({
    code: 'threshold/warning-order',
    severity: 'error',
    message: `The warning threshold ${warning} is reached only ${warning === critical ? 'together with' : 'after'} the critical one ${critical}.`,
    path: path('warning'),
    hint: `With \`${conditionOf(facts.query)!.comparator}\` the warning must be ${side === 'above' ? 'below' : 'above'} ${critical}.`,
  })
}

/** `threshold/recovery-order`: a monitor recovers on the safe side of its threshold. */
export function checkRecoveryOrder(facts: DefinitionFacts, report: DefinitionReport): void {
  const side = sideOf(conditionOf(facts.query))
  if (side === undefined) return
  checkRecovery(facts, side, 'critical', criticalOf(facts), report)
  checkRecovery(facts, side, 'warning', numberIn(facts.thresholds.warning), report)
}

function checkRecovery(
  facts: DefinitionFacts,
  side: Side,
  name: 'critical' | 'warning',
  threshold: number | undefined,
  report: DefinitionReport,
): void {
  const recovery = numberIn(facts.thresholds[`${name}_recovery`])
  if (threshold === undefined || recovery === undefined) return
  if (side === 'above' ? recovery < threshold : recovery > threshold) return
  const equal = recovery === threshold
  report({
    code: 'threshold/recovery-order',
    // Equality leaves no gap, but the states do not overlap either.
    severity: equal ? 'warning' : 'error',
    message: equal
      ? `The recovery threshold equals the ${name} one, so it has no effect.`
      : `The recovery threshold ${recovery} lies on the alerting side of the ${name} one ${threshold}.`,
    path: path(`${name}_recovery`),
    hint: `Write a number ${side === 'above' ? 'below' : 'above'} ${threshold}.`,
  })
}

/** `threshold/orphan-recovery`: nothing to recover from. */
export function checkOrphanRecovery(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.thresholds.warning_recovery === undefined || facts.thresholds.warning !== undefined) return
  report({
    code: 'threshold/orphan-recovery',
    severity: 'error',
    message: 'There is a recovery threshold for warnings, but no warning threshold.',
    path: path('warning_recovery'),
    hint: 'Add `warning`, or leave `warning_recovery` out.',
  })
}

/** `threshold/recovery-without-side`: `==` and `!=` have no safe side. */
export function checkRecoverySide(facts: DefinitionFacts, report: DefinitionReport): void {
  const condition = conditionOf(facts.query)
  if (condition === undefined || sideOf(condition) !== undefined) return
  for (const key of ['critical_recovery', 'warning_recovery'] as const) {
    if (facts.thresholds[key] === undefined) continue
    report({
      code: 'threshold/recovery-without-side',
      severity: 'warning',
      message: `With \`${condition.comparator}\` there is no side on which to recover.`,
      path: path(key),
      hint: `Leave \`${key}\` out: the monitor recovers when the condition is false.`,
    })
  }
}

/** `service-check/last-thresholds`: so many runs must be looked at as a threshold counts. */
export function checkServiceCheckLast(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query?.kind !== 'service-check') return
  const last = lastRuns(facts.query)
  // Shares of a cluster are percentages, not runs.
  if (last === undefined || facts.query.steps.some(step => step.name === 'pct_by_status')) return
  const counts = ['critical', 'warning', 'ok', 'unknown'].map(key => numberIn(facts.thresholds[key]) ?? 0)
  const highest = Math.max(...counts)
  if (last.runs >= highest) return
  const argument = last.step.arguments[0]!
  report({
    code: 'service-check/last-thresholds',
    severity: 'error',
    message: `The query looks at the last ${last.runs} runs, but a threshold asks for ${highest}.`,
    path: ['query'],
    span: argument.span,
    hint: `Write \`.last(${highest + 1})\`, one more than the highest threshold.`,
    repair: [{ span: argument.span, text: String(highest + 1) }],
  })
}

/** `threshold/service-check-counts`: thresholds of a check are whole numbers of runs. */
export function checkServiceCheckCounts(facts: DefinitionFacts, report: DefinitionReport): void {
  if (facts.query?.kind !== 'service-check') return
  const percent = facts.query.steps.some(step => step.name === 'pct_by_status')
  for (const key of ['critical', 'warning', 'ok', 'unknown'] as const) {
    const value = numberIn(facts.thresholds[key])
    if (value === undefined || (percent ? value >= 0 && value <= 100 : Number.isInteger(value) && value >= 1))
      continue
    report({
      code: 'threshold/service-check-counts',
      severity: 'error',
      message: `The threshold \`${key}\` of a service check is ${percent ? 'a percentage' : 'a number of consecutive runs'}, not ${value}.`,
      path: path(key),
      hint: percent ? 'Write a number from 0 to 100.' : 'Write a whole number from 1 on.',
    })
  }
}
