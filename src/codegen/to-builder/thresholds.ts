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

/** `.above(4)`, or `.above({ critical: 4, warning: 3 })` where the monitor has more thresholds than its query says. */
function comparisonOf(condition: Condition, thresholds: MonitorThresholds): Comparison | undefined {
  if (condition.threshold.kind !== 'number') return undefined
  const critical = exactNumber(condition.threshold)
  if (critical === undefined) return undefined
  const more = names.flatMap(([api, name]) => {
    const value = thresholds[api]
    return typeof value === 'number' ? [[name, value] as const] : []
  })
  const argument = more.length === 0 ? critical : objectOf([['critical', critical], ...more])
  return { method: comparisons[condition.comparator], argument }
}

/** The target with its last call; undefined when the threshold is no number. */
export function compared(
  target: Code,
  query: { readonly condition: Condition },
  options: MonitorOptions,
): Code | undefined {
  const comparison = comparisonOf(query.condition, options.thresholds ?? {})
  return comparison && methodOf(target, comparison.method, comparison.argument)
}
