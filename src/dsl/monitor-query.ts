import { type MonitorType, typesForSource } from '../catalog/index.js'
import { isAcceptable } from '../diagnostic/index.js'
import type { JsonObject } from '../model/index.js'
import { type MonitorQuery, parseMonitorQuery } from '../query/index.js'
import { anomalyOptions, anomalyWindowsOf } from './anomaly-windows.js'
import { type AlertCondition, alertCondition, type Thresholds } from './condition.js'
import { DefinitionError, definitionError } from './definition-error.js'

/** What the text of a monitor query cannot say. */
export interface MonitorQueryOptions<Type extends string> {
  /** The monitor type; needed only where the text fits several. */
  readonly type?: Type
  /** The thresholds besides the critical one, which stands in the text; null where the options hold none at all. */
  readonly thresholds?: Omit<Thresholds, 'critical'> | null
  /** The queries that a formula names. */
  readonly variables?: readonly JsonObject[]
}

/**
 * The alert condition that the text of a whole monitor query means. Throws a DefinitionError with the place in the text
 * when it is wrong.
 * @example monitorQuery('avg(last_5m):avg:system.load.1{*} by {host} > 4', { thresholds: { warning: 3 } })
 */
export function monitorQuery<Type extends MonitorType = MonitorType>(
  text: string,
  options: MonitorQueryOptions<Type> = {},
): AlertCondition<Type> {
  const parsed = parseMonitorQuery(text, options.type === undefined ? {} : { type: options.type })
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) throw new DefinitionError(parsed.diagnostics, text)
  const type = options.type ?? typeOf(parsed.node, text)
  const variables = options.variables === undefined ? {} : { variables: options.variables }
  const critical = options.thresholds === null ? undefined : criticalOf(parsed.node)
  const thresholds = critical === undefined ? undefined : { critical, ...options.thresholds }
  return alertCondition(type as Type, parsed.node, thresholds, { ...ownedOptions(parsed.node), ...variables })
}

/** The type that the text tells by itself. */
function typeOf(query: MonitorQuery, text: string): MonitorType {
  switch (query.kind) {
    case 'metric-monitor':
      return 'query alert'
    case 'service-check':
      return 'service check'
    case 'slo-monitor':
      return 'slo alert'
    case 'composite':
      return 'composite'
    case 'placeholder':
      return 'synthetics alert'
    case 'event-monitor':
      return typesForSource(query.source)[0] ?? unknownType(text)
    default:
      return unknownType(text)
  }
}

function unknownType(text: string): never {
  throw definitionError('dsl/monitor-type', 'The type of this monitor cannot be told from its query.', {
    hint: "Name it: `monitorQuery(text, { type: 'log alert' })`.",
    text,
  })
}

/** The number after the comparison; the word `threshold` of a dynamic threshold has none. */
function criticalOf(query: MonitorQuery): number | undefined {
  if (!('condition' in query)) return undefined
  return query.condition.threshold.kind === 'number' ? query.condition.threshold.value : undefined
}

function ownedOptions(query: MonitorQuery): JsonObject {
  return query.kind === 'metric-monitor' ? anomalyOptions(anomalyWindowsOf(query.expression)) : {}
}
