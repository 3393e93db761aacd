import { type MonitorTypeFacts, monitorTypeNamed, windowSeconds } from '../catalog/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import {
  type FunctionCall,
  type MetricExpression,
  type MonitorQuery,
  type ParseResult,
  parseMetricQuery,
  type QueryList,
} from '../query/index.js'
import { alertWindowOf, anomaliesOf } from './anomaly-query.js'
import { eventGroupKeys } from './event.js'
import { resultGroupKeysOf } from './groups.js'
import { metricMonitorFacts } from './head.js'
import { isRecord, type JsonRecord, recordOf, recordsOf, textsIn } from './json-values.js'
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
  readonly priority?: unknown
}

/** What an SLO alert needs to know of its SLO. */
export interface KnownSlo {
  readonly thresholds: readonly { readonly timeframe: string; readonly target: number }[]
}

/** One member of `options.variables`. */
export interface FormulaVariable {
  readonly record: JsonRecord
  /** Empty when it has none. */
  readonly name: string
  /** Its metric query; absent for queries of other products. */
  readonly parsed: ParseResult<MetricExpression | QueryList> | undefined
  /** The queries inside an augmented or filtered one. */
  readonly nested: readonly FormulaVariable[]
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
  /** Undefined where it is null. */
  readonly priority: unknown
  readonly thresholdWindows: JsonRecord
  /** `scheduling_options.evaluation_window`. */
  readonly evaluationWindow: JsonRecord
  /** `scheduling_options.custom_schedule`. */
  readonly customSchedule: JsonRecord | undefined
  readonly variables: readonly FormulaVariable[]
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
  const scheduling = recordOf(options.scheduling_options)
  const variables = recordsOf(options.variables).map(variableOf)
  const anomalies = query?.kind === 'metric-monitor' ? anomaliesOf(metricMonitorFacts(query)) : undefined
  return {
    type: monitor.type,
    typeFacts: monitorTypeNamed(monitor.type),
    query,
    options,
    thresholds: recordOf(options.thresholds),
    priority: monitor.priority ?? undefined,
    thresholdWindows: recordOf(options.threshold_windows),
    evaluationWindow: recordOf(scheduling.evaluation_window),
    customSchedule: isRecord(scheduling.custom_schedule) ? scheduling.custom_schedule : undefined,
    variables,
    groupKeys: query === undefined ? [] : groupKeysOfMonitor(query, variables),
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
      return resultGroupKeysOf(query.expression)
    case 'service-check':
    case 'event-monitor':
    case 'formula-monitor':
      return eventGroupKeys(query.steps)
    default:
      return []
  }
}

function groupKeysOfMonitor(query: MonitorQuery, variables: readonly FormulaVariable[]): readonly string[] {
  const keys = groupKeys(query)
  return variables.length === 0 ? keys : [...keys, ...variables.flatMap(variableGroupKeys)]
}

function variableOf(record: JsonRecord): FormulaVariable {
  const isMetric = record.data_source === 'metrics' || record.data_source === 'cloud_cost'
  const parsed = isMetric && typeof record.query === 'string' ? parseMetricQuery(record.query) : undefined
  const nested = [record.base_query, record.augment_query, record.filter_query]
    .filter(isRecord)
    .map(variableOf)
  return { record, name: typeof record.name === 'string' ? record.name : '', parsed, nested }
}

/** A variable groups by facets, or by the `by {…}` of its metric query. */
export function variableGroupKeys({ record, parsed, nested }: FormulaVariable): readonly string[] {
  const facets = recordsOf(record.group_by).map(facet => facet.facet)
  const keys = [...textsIn(record.group_by), ...textsIn(facets), ...nested.flatMap(variableGroupKeys)]
  if (parsed?.node === undefined) return keys
  const queries = parsed.node.kind === 'query-list' ? parsed.node.queries : [parsed.node]
  return [...keys, ...queries.flatMap(resultGroupKeysOf)]
}

/** How many seconds of data decide about one evaluation; of an anomaly monitor its alert window, as the rest is only drawn. */
export function decidingSecondsOf(query: MonitorQuery | undefined): number | undefined {
  if (query === undefined) return undefined
  const anomalies = query.kind === 'metric-monitor' ? anomaliesOf(metricMonitorFacts(query)) : undefined
  const alertWindow = anomalies === undefined ? undefined : windowSeconds(alertWindowOf(anomalies) ?? '')
  return alertWindow ?? windowSecondsOf(query)
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
