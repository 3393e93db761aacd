import type { Json, JsonObject } from '../json.js'
import { objectOf, textOf } from '../json.js'
import { type Comparison, floatText, readComparison } from './query-facts.js'

const BOTH_STATES = 'criteria are such that the monitor can be simultaneously in'

/** Thresholds against the query's own number and against each other. */
export function checkThresholds(monitor: JsonObject): string | undefined {
  const thresholds = objectOf(objectOf(monitor.options).thresholds)
  if (monitor.type === 'composite' || Object.keys(thresholds).length === 0) return undefined
  if (NAMES.some(name => !isThreshold(thresholds[name]))) return 'Non-numeric threshold value.'
  if (thresholds.critical_query === undefined && numberOf(thresholds.critical) === undefined) {
    return 'Alert status is required.'
  }
  if (monitor.type === 'service check') return undefined
  const comparison = readComparison(textOf(monitor.query))
  if (!comparison) return undefined
  return (
    checkLiteral(thresholds, comparison) ??
    checkOrder(thresholds, comparison) ??
    checkRecovery(thresholds, comparison)
  )
}

/** Other keys (older integrations keep their editor's state here) are stored unread. */
const NAMES = ['critical', 'critical_recovery', 'warning', 'warning_recovery', 'ok', 'unknown'] as const

/** Numbers also pass as text. */
function isThreshold(value: Json | undefined): boolean {
  return value === undefined || value === null || numberOf(value) !== undefined
}

function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : undefined
}

function checkLiteral(thresholds: JsonObject, comparison: Comparison): string | undefined {
  const critical = numberOf(thresholds.critical)
  const { value } = comparison
  if (critical === undefined || value === undefined || critical === value) return undefined
  return `Alert threshold (${floatText(critical)}) does not match that used in the query (${floatText(value)}).`
}

/** 1 when larger values are worse, -1 when smaller ones are, 0 for `==` and `!=`. */
function direction(comparison: Comparison): 1 | -1 | 0 {
  if (comparison.operator.startsWith('>')) return 1
  return comparison.operator.startsWith('<') ? -1 : 0
}

function checkOrder(thresholds: JsonObject, comparison: Comparison): string | undefined {
  const [critical, warning] = [numberOf(thresholds.critical), numberOf(thresholds.warning)]
  const side = direction(comparison)
  if (critical === undefined || warning === undefined || side === 0) return undefined
  if ((critical - warning) * side > 0) return undefined
  const [word, operator] = [side > 0 ? 'less' : 'greater', comparison.operator]
  return (
    `Warning threshold (${floatText(warning)}) must be ${word} than the alert threshold ` +
    `(${floatText(critical)}) with ${operator} comparison.`
  )
}

/** A recovery threshold equal to its threshold leaves no value in both states, so only the far side is refused. */
function checkRecovery(thresholds: JsonObject, comparison: Comparison): string | undefined {
  const side = direction(comparison)
  const overlaps = (state: string) => {
    const [limit, recovery] = [numberOf(thresholds[state]), numberOf(thresholds[`${state}_recovery`])]
    return limit !== undefined && recovery !== undefined && (limit - recovery) * side < 0
  }
  if (overlaps('critical')) return `alert and alert recovery ${BOTH_STATES} alert and alert recovery states`
  if (overlaps('warning'))
    return `warning and warning recovery ${BOTH_STATES} warning and warning recovery states`
  return undefined
}
