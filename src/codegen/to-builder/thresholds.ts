import type { MonitorOptions, MonitorThresholds } from '../../model/index.js'
import type { Condition } from '../../query/index.js'
import { type Code, methodOf, objectOf } from '../code/index.js'
import { exactNumber } from './series.js'

const comparisons = {
  '>': 'above',
  '>=': 'atLeast',
  '<': 'below',
  '<=': 'atMost',
  '==': 'equalTo',
  '!=': 'notEqualTo',
} as const

/** The last call of an alert condition. */
interface Comparison {
  readonly method: (typeof comparisons)[keyof typeof comparisons]
  readonly argument: number | Code
}

const names = [
  ['warning', 'warning'],
  ['critical_recovery', 'criticalRecovery'],
  ['warning_recovery', 'warningRecovery'],
] as const

/**
 * `.above(4)`, or `.above({ critical: 4, warning: 3 })` where the monitor has more thresholds than its query says, or
 * `.above({ queryOnly: 4 })` where it is known not to repeat the one of its query.
 */
function comparisonOf(
  condition: Condition,
  thresholds: MonitorThresholds | undefined,
): Comparison | undefined {
  if (condition.threshold.kind !== 'number') return undefined
  const critical = exactNumber(condition.threshold)
  if (critical === undefined) return undefined
  return { method: comparisons[condition.comparator], argument: thresholdArgument(critical, thresholds) }
}

function thresholdArgument(critical: number, thresholds: MonitorThresholds | undefined): number | Code {
  if (thresholds === undefined) return critical
  const more = names.flatMap(([api, name]) => {
    const value = thresholds[api]
    return typeof value === 'number' ? [[name, value] as const] : []
  })
  if (thresholds.critical === null || thresholds.critical === undefined)
    return objectOf([['queryOnly', critical], ...more])
  return more.length === 0 ? critical : objectOf([['critical', critical], ...more])
}

/** Null says the same as leaving the threshold out. */
export function holdsNone(thresholds: MonitorThresholds): boolean {
  return Object.values(thresholds).every(value => value === null || value === undefined)
}

/** The target with its last call; undefined when the threshold is no number. */
export function compared(
  target: Code,
  query: { readonly condition: Condition },
  options: MonitorOptions,
): Code | undefined {
  const comparison = comparisonOf(query.condition, options.thresholds ?? undefined)
  return comparison && methodOf(target, comparison.method, comparison.argument)
}
