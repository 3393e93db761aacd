import type { Condition } from '../query/index.js'

/** The number of a condition; undefined for the word `threshold` of a dynamic one. */
export function thresholdOf(condition: Condition): number | undefined {
  return condition.threshold.kind === 'number' ? condition.threshold.value : undefined
}
