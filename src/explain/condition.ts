import type { Condition, MetricMonitorQuery } from '../query/index.js'

/** The number of a condition; undefined for the word `threshold` of a dynamic one. */
export function thresholdOf(condition: Condition): number | undefined {
  return condition.threshold.kind === 'number' ? condition.threshold.value : undefined
}

/** False for the condition that the parser puts where none is written, and for one with something else than a limit. */
export function isWritten({ threshold }: Condition): boolean {
  return threshold.kind !== 'word' || threshold.text === 'threshold'
}

/** False where the parser filled in a window or a condition so that it could go on: nothing is to be said of these. */
export function isComplete({ head, condition }: MetricMonitorQuery): boolean {
  return head.span.end > head.span.start && isWritten(condition)
}
