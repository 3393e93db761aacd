import type { Json, JsonObject } from '../model/index.js'
import type { Comparator, Condition, MonitorQuery } from '../query/index.js'
import { checkedNumber, nowhere, numberNode } from './nodes.js'

/** Thresholds of an alert. They are written here and nowhere else: the query and the options get them from here. */
export interface Thresholds {
  readonly critical: number
  readonly warning?: number
  /** The alert ends only when the value is past this one. */
  readonly criticalRecovery?: number
  readonly warningRecovery?: number
}

/**
 * The critical number stands in the query and not in the options too. Datadog keeps a monitor so whose thresholds were
 * never sent, or were sent without it, and `import` writes it so.
 */
export interface QueryThreshold extends Omit<Thresholds, 'critical'> {
  readonly queryOnly: number
}

/** The critical threshold alone, or with the others. */
export type Threshold = number | Thresholds | QueryThreshold

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
  return { kind: 'condition', comparator, threshold: numberNode(criticalOf(threshold)), span: nowhere }
}

function criticalOf(threshold: Threshold): number {
  if (typeof threshold === 'number') return threshold
  return isQueryOnly(threshold) ? threshold.queryOnly : threshold.critical
}

function isQueryOnly(threshold: Thresholds | QueryThreshold): threshold is QueryThreshold {
  return 'queryOnly' in threshold
}

/** A finished condition; `owned` are options that the query decides. */
export function alertCondition<Type extends string>(
  type: Type,
  query: MonitorQuery,
  threshold: Threshold | undefined,
  owned: JsonObject = {},
): AlertCondition<Type, never, never> {
  return { kind: 'alert', type, query, options: { ...thresholdOptions(threshold), ...owned } }
}

function thresholdOptions(threshold: Threshold | undefined): JsonObject {
  if (threshold === undefined) return {}
  if (typeof threshold === 'number') return { thresholds: { critical: threshold } }
  const thresholds = apiThresholds(threshold)
  return isQueryOnly(threshold) && Object.keys(thresholds).length === 0 ? {} : { thresholds }
}

function apiThresholds(threshold: Thresholds | QueryThreshold): JsonObject {
  const options: Record<string, Json> = {}
  for (const [name, value] of Object.entries(threshold) as [string, number | undefined][]) {
    if (value !== undefined && isThresholdName(name)) options[thresholdNames[name]] = checkedNumber(value)
  }
  return options
}

function isThresholdName(name: string): name is keyof typeof thresholdNames {
  return Object.hasOwn(thresholdNames, name)
}
