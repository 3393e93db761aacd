import type { Clause } from '../../clause.js'
import type { EventMeasure } from '../../sentences/monitor.js'
import type { Say } from '../say.js'
import { clauseWords } from './clause.js'
import { percentileWords } from './measure.js'

/** What one event is called, by the source of a query or the data source of a widget. */
const events: Readonly<Record<string, string>> = {
  logs: 'logs',
  log: 'logs',
  rum: 'RUM events',
  events: 'events',
  'trace-analytics': 'spans',
  spans: 'spans',
  audits: 'audit events',
  audit: 'audit events',
  'ci-pipelines': 'CI pipeline events',
  ci_pipelines: 'CI pipeline events',
  'ci-tests': 'CI test runs',
  ci_tests: 'CI test runs',
  'error-tracking': 'tracked errors',
  'error-tracking-rum': 'tracked errors of RUM',
  'error-tracking-traces': 'tracked errors of APM',
  'error-tracking-logs': 'tracked errors of logs',
  errors: 'tracked errors',
  'database-monitoring': 'database queries',
  database_queries: 'database queries',
  'network-performance': 'network flows',
  network: 'network flows',
  'network-path': 'network path tests',
  network_path: 'network path tests',
  'llm-observability': 'LLM spans',
  llm_observability: 'LLM spans',
  processes: 'processes',
  security_signals: 'security signals',
  profiles: 'profiles',
  incident_analytics: 'incidents',
  product_analytics: 'product analytics events',
  on_call_events: 'On-Call events',
  network_device_flows: 'network device flows',
  app_sec_events: 'security traces',
}

/** `logs where …`. */
export function eventsWords(source: string, say: Say): string {
  return events[source] ?? `events of ${say.code(source)}`
}

export function eventsWhere(
  measure: Pick<EventMeasure, 'source' | 'clause' | 'fresh' | 'origin' | 'indexes'>,
  say: Say,
): string {
  const issues = measure.fresh === true ? ' of new issues' : ''
  const origin = measure.origin === undefined ? '' : ` from ${say.code(measure.origin)}`
  const index = indexWords(measure.indexes, say)
  return nounWhere(`${eventsWords(measure.source, say)}${origin}${issues}${index}`, measure.clause, say)
}

/** Where not every index is searched. */
export function indexWords(indexes: readonly string[] | undefined, say: Say): string {
  return indexes === undefined
    ? ''
    : ` in the ${indexes.length === 1 ? 'index' : 'indexes'} ${say.and(say.codes(indexes))}`
}

export function nounWhere(noun: string, clause: Clause, say: Say): string {
  return clause.is === 'all' ? `all ${noun}` : `${noun} where ${clauseWords(clause, say)}`
}

const methods: Readonly<Record<string, string>> = {
  avg: 'the average',
  sum: 'the sum',
  min: 'the lowest value',
  max: 'the highest value',
  median: 'the median',
  latest: 'the latest value',
  distribution: 'the distribution',
}

/** What a rollup method gives: `the number of`, `the 95th percentile of @duration over`. */
export function methodWords(method: string, measure: string | undefined, say: Say): string {
  const of = measure === undefined ? '' : ` of ${say.code(measure)}`
  if (method === 'count') return 'the number of'
  if (method === 'cardinality') return `the number of different values${of} among`
  const percentile = /^pc(\d+)$/.exec(method)
  if (percentile !== null) return `the ${percentileWords(Number(percentile[1]), say)}${of} over`
  return `${methods[method] ?? say.code(method)}${of} over`
}

/** The same for a number of a window: `the average`. */
export function methodNoun(method: string, say: Say): string {
  return methodWords(method, undefined, say).replace(/ (?:of|among|over)$/, '')
}

export function measureWords(measure: EventMeasure, say: Say): string {
  const { limit } = measure
  const most =
    limit === undefined ? '' : ` (only the ${say.number(limit.count)} ${limit.lowest ? 'lowest' : 'highest'})`
  const groups = measure.groups.length === 0 ? '' : `, per ${say.and(say.codes(measure.groups))}${most}`
  return `${methodWords(measure.method, measure.measure, say)} ${eventsWhere(measure, say)}${groups}`
}
