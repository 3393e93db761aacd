import { type MonitorTypeFacts, monitorTypeNamed } from '../../catalog/index.js'
import type { Diagnostic } from '../../diagnostic/index.js'
import type { FunctionCall } from '../metric/ast.js'
import type { MonitorQuery } from '../monitor/ast.js'
import { alertWindowOf, anomaliesOf } from './anomaly-query.js'
import { eventGroupKeys } from './event.js'
import { groupKeysOf } from './groups.js'
import { algorithmOf } from './head.js'
import { isRecord, type JsonRecord, recordOf, recordsOf } from './json-values.js'
import { secondsOf, windowOfSteps } from './windows.js'

/**
 * A finding about a whole definition. `path` points into its JSON. `span` points into the text at `path` when that is a
 * query (`['query']`, `['options', 'variables', 0, 'query']`), and into the monitor's query otherwise.
 */
export interface DefinitionDiagnostic extends Diagnostic {
  readonly path?: readonly (string | number)[]
}

/** Takes what a check of a definition found. */
export type DefinitionReport = (diagnostic: DefinitionDiagnostic) => void

/** A monitor in Datadog's own JSON; only these members are read. */
export interface CheckedMonitor {
  readonly type: string
  readonly query: string
  readonly options?: object | null
}

/** What an SLO alert needs to know of its SLO. */
export interface KnownSlo {
  readonly thresholds: readonly { readonly timeframe: string; readonly target: number }[]
}

/** What the checks of a definition look at, read once. */
export interface DefinitionFacts {
  readonly type: string
  /** Undefined for a type that is not in the catalog. */
  readonly typeFacts: MonitorTypeFacts | undefined
  /** Undefined when the query could not be read. */
  readonly query: MonitorQuery | undefined
  /** The options without those that are null: the account treats them as absent. */
  readonly options: JsonRecord
  readonly thresholds: JsonRecord
  readonly variables: readonly JsonRecord[]
  /** Keys by which the query, or a variable of its formula, groups. `*` groups by every tag. */
  readonly groupKeys: readonly string[]
  /** False when grouping cannot be told, as for composites and unknown syntax. */
  readonly groupsAreKnown: boolean
  /** Seconds. */
  readonly window: number | undefined
  readonly anomalies: FunctionCall | undefined
  readonly alertWindow: string | undefined
  readonly sloNamed: (id: string) => KnownSlo | undefined
}

/** Reads a definition once for all checks; `query` is its tree, if it could be parsed. */
export function definitionFacts(
  monitor: CheckedMonitor,
  query: MonitorQuery | undefined,
  sloNamed: (id: string) => KnownSlo | undefined = () => undefined,
): DefinitionFacts {
  const options = recordOf(monitor.options)
  const variables = recordsOf(options.variables)
  const anomalies = query?.kind === 'metric-monitor' ? anomaliesOf(query) : undefined
  return {
    type: monitor.type,
    typeFacts: monitorTypeNamed(monitor.type),
    query,
    options,
    thresholds: recordOf(options.thresholds),
    variables,
    groupKeys: query === undefined ? [] : [...groupKeys(query), ...variables.flatMap(variableGroupKeys)],
    groupsAreKnown: query !== undefined && query.kind !== 'opaque' && query.kind !== 'composite',
    window: query === undefined ? undefined : windowSecondsOf(query),
    anomalies,
    alertWindow: anomalies === undefined ? undefined : alertWindowOf(anomalies),
    sloNamed,
  }
}

function groupKeys(query: MonitorQuery): readonly string[] {
  switch (query.kind) {
    case 'metric-monitor':
      return groupKeysOf(query.expression)
    case 'service-check':
    case 'event-monitor':
    case 'formula-monitor':
      return eventGroupKeys(query.steps)
    default:
      return []
  }
}

/** A variable groups by facets, or by the `by {…}` of its metric query. */
function variableGroupKeys(variable: JsonRecord): readonly string[] {
  const facets = recordsOf(variable.group_by).flatMap(facet =>
    typeof facet.facet === 'string' ? [facet.facet] : [],
  )
  const plain = Array.isArray(variable.group_by)
    ? variable.group_by.filter(key => typeof key === 'string')
    : []
  const text = typeof variable.query === 'string' ? variable.query : ''
  const keys = Array.from(text.matchAll(/\bby\s*\{([^}]*)\}/g), match => match[1]!.split(',')).flat()
  const nested = [variable.base_query, variable.augment_query, variable.filter_query].filter(isRecord)
  return [...facets, ...plain, ...keys.map(key => key.trim()), ...nested.flatMap(variableGroupKeys)]
}

function windowSecondsOf(query: MonitorQuery): number | undefined {
  if (query.kind === 'metric-monitor') return secondsOf(query.head.window)
  if (query.kind !== 'event-monitor' && query.kind !== 'formula-monitor') return undefined
  const window = windowOfSteps(query.steps)
  return window === undefined ? undefined : secondsOf(window)
}

/** The comparison at the end of the query, if it has one. */
export function conditionOf(query: MonitorQuery | undefined) {
  return query !== undefined && 'condition' in query ? query.condition : undefined
}

/** True when the query looks at an algorithm's value instead of the metric's. */
export function usesAlgorithm(query: MonitorQuery | undefined): boolean {
  return query?.kind === 'metric-monitor' && algorithmOf(query.expression) !== undefined
}
