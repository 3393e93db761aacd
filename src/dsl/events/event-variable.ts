import type { EventCompute, EventGroup } from '../widgets/requests/query.js'
import { eventsQuery } from '../widgets/requests/query.js'
import { source, type VariableSource } from './variable.js'

/** The type of a monitor whose formula searches a source. */
const monitorTypes = {
  logs: 'log alert',
  rum: 'rum alert',
  spans: 'trace-analytics alert',
  events: 'event-v2 alert',
  audit: 'audit alert',
  ci_pipelines: 'ci-pipelines alert',
  ci_tests: 'ci-tests alert',
  database_queries: 'database-monitoring alert',
  network: 'network-performance alert',
  network_path: 'network-path alert',
  llm_observability: 'llm-observability alert',
} as const

type MonitorTypes = typeof monitorTypes

/** A group of a search in a monitor; in a join it names the side that has it. */
export interface EventVariableGroup<Facets extends string> extends EventGroup {
  readonly facet: Facets
  readonly source?: string
}

/** A search with everything that can be said about it in a monitor. */
export interface EventVariableOptions<Facets extends string> {
  readonly search?: string
  readonly compute: EventCompute & { readonly name?: string; readonly source?: string }
  readonly groupBy?: readonly EventVariableGroup<Facets>[]
  readonly indexes?: readonly string[]
  readonly storage?: string
  /** Further fields in Datadog's own names. */
  readonly extra?: Parameters<typeof source>[1]
}

/**
 * A search as a variable of a formula, with limits, order and storage; `log('…')` and the like are the short form.
 * @example
 * formula({ all: eventVariable('logs', { search: '*', compute: { aggregation: 'count' }, groupBy: [{ facet: 'host', limit: 5 }] }) }, q => q.all)
 */
export function eventVariable<Source extends keyof MonitorTypes, const Facets extends string = never>(
  dataSource: Source,
  options: EventVariableOptions<Facets>,
): VariableSource<MonitorTypes[Source], Facets, Facets> {
  return source(monitorTypes[dataSource], eventsQuery(dataSource, options).definition)
}
