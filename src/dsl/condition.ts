import type { Json, JsonObject } from '../model/index.js'
import type { Comparator, Condition, MonitorQuery } from '../query/index.js'
import { nowhere, numberNode } from './nodes.js'

/** Thresholds of an alert. They are written here and nowhere else: the query and the options get them from here. */
export interface Thresholds {
  readonly critical: number
  readonly warning?: number
  /** The alert ends only when the value is past this one. */
  readonly criticalRecovery?: number
  readonly warningRecovery?: number
}

/** The critical threshold alone, or with the others. */
export type Threshold = number | Thresholds

declare const alertTypes: unique symbol

/**
 * When a monitor alerts: its query, and what belongs to it in the options. Plain data.
 * `Groups` are the keys it sends separate alerts for, `Tags` those and the keys it filters by.
 */
export interface AlertCondition<
  Type extends string = string,
  Groups extends string = string,
  Tags extends string = string,
> {
  readonly kind: 'alert'
  readonly type: Type
  readonly query: MonitorQuery
  /** Datadog's own names. */
  readonly options: JsonObject
  readonly [alertTypes]?: readonly [Groups, Tags]
}

const thresholdNames = {
  critical: 'critical',
  warning: 'warning',
  criticalRecovery: 'critical_recovery',
  warningRecovery: 'warning_recovery',
} as const

export function conditionNode(comparator: Comparator, threshold: Threshold): Condition {
  const critical = typeof threshold === 'number' ? threshold : threshold.critical
  return { kind: 'condition', comparator, threshold: numberNode(critical), span: nowhere }
}

/** A finished condition; `owned` are options that the query decides. */
export function alertCondition<Type extends string>(
  type: Type,
  query: MonitorQuery,
  threshold: Threshold | undefined,
  owned: JsonObject = {},
): AlertCondition<Type, never, never> {
  const options = threshold === undefined ? owned : { thresholds: thresholdOptions(threshold), ...owned }
  return { kind: 'alert', type, query, options }
}

function thresholdOptions(threshold: Threshold): JsonObject {
  if (typeof threshold === 'number') return { critical: threshold }
  const options: Record<string, Json> = {}
  for (const [name, value] of Object.entries(threshold) as [keyof Thresholds, number | undefined][]) {
    if (value !== undefined) options[thresholdNames[name]] = numberNode(value).value
  }
  return options
}
