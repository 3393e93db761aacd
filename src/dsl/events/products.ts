import type { MonitorType } from '../../catalog/index.js'
import { stepNode, stringNode } from '../nodes.js'
import { BuiltEventQuery, type EventProduct, type EventQuery, eventQuery } from './event-query.js'

/** Logs. @example log('service:web status:error').last('5m').above(10) */
export function log(search: string): EventQuery<'log alert', never, never> {
  return eventQuery({ type: 'log alert', source: 'logs', dataSource: 'logs' }, search)
}

/** Real User Monitoring. @example rum('@type:error').by('@view.name').last('15m').above(50) */
export function rum(search: string): EventQuery<'rum alert', never, never> {
  return eventQuery({ type: 'rum alert', source: 'rum', dataSource: 'rum' }, search)
}

/** Spans of traces. @example spans('service:api').rollup('pc95', '@duration').last('10m').above(500_000_000) */
export function spans(search: string): EventQuery<'trace-analytics alert', never, never> {
  return eventQuery({ type: 'trace-analytics alert', source: 'trace-analytics', dataSource: 'spans' }, search)
}

/** Events, Watchdog's among them. @example events('source:deployment status:error').last('30m').above(0) */
export function events(search: string): EventQuery<'event-v2 alert', never, never> {
  return eventQuery({ type: 'event-v2 alert', source: 'events', dataSource: 'events' }, search)
}

/** The Audit Trail. @example auditTrail('@evt.name:"API Key"').by('@usr.email').last('1h').above(0) */
export function auditTrail(search: string): EventQuery<'audit alert', never, never> {
  return eventQuery({ type: 'audit alert', source: 'audits', dataSource: 'audit' }, search)
}

/** CI pipelines. @example ciPipelines('ci_level:pipeline @ci.status:error').last('1h').above(3) */
export function ciPipelines(search: string): EventQuery<'ci-pipelines alert', never, never> {
  return eventQuery(
    { type: 'ci-pipelines alert', source: 'ci-pipelines', dataSource: 'ci_pipelines' },
    search,
  )
}

/** Tests in CI. @example ciTests('type:test @test.status:fail').by('@test.suite').last('1h').above(5) */
export function ciTests(search: string): EventQuery<'ci-tests alert', never, never> {
  return eventQuery({ type: 'ci-tests alert', source: 'ci-tests', dataSource: 'ci_tests' }, search)
}

/** Database Monitoring. @example databaseMonitoring('dbm_type:slow_query').by('host').last('15m').above(20) */
export function databaseMonitoring(search: string): EventQuery<'database-monitoring alert', never, never> {
  return eventQuery(
    { type: 'database-monitoring alert', source: 'database-monitoring', dataSource: 'database_queries' },
    search,
  )
}

/** Cloud Network Monitoring. @example networkPerformance('client_service:web').rollup('sum', '@retransmits').last('5m').above(100) */
export function networkPerformance(search: string): EventQuery<'network-performance alert', never, never> {
  return eventQuery(
    { type: 'network-performance alert', source: 'network-performance', dataSource: 'network' },
    search,
  )
}

/** Network Path; the index is `netpath-path` or `netpath-hop`. @example networkPath('*').index('netpath-path').last('10m').above(5) */
export function networkPath(search: string): EventQuery<'network-path alert', never, never> {
  return eventQuery(
    { type: 'network-path alert', source: 'network-path', dataSource: 'network_path' },
    search,
  )
}

/** LLM Observability. @example llmObservability('@status:error').by('@ml_app').last('15m').above(10) */
export function llmObservability(search: string): EventQuery<'llm-observability alert', never, never> {
  return eventQuery(
    { type: 'llm-observability alert', source: 'llm-observability', dataSource: 'llm_observability' },
    search,
  )
}

/** Which application the errors come from. */
type ErrorSource = 'all' | 'browser' | 'mobile' | 'backend'

/** The first word after `errorTracking(…)`: which issues to look at. */
export interface ErrorTrackingQuery {
  /** Issues seen for the first time. */
  newIssues(): EventQuery<'error-tracking alert', never, never>
  /** Issues with a high impact. */
  impact(): EventQuery<'error-tracking alert', never, never>
}

/**
 * Issues of Error Tracking; group them by `issue.id`.
 * @example errorTracking('service:web', 'browser').newIssues().rollup('count').by('issue.id').last('1d').above(0)
 */
export function errorTracking(search: string, source: ErrorSource = 'all'): ErrorTrackingQuery {
  const product = { type: 'error-tracking alert', source: 'error-tracking', dataSource: 'errors' } as const
  const issues = (which: string) =>
    withFirstSteps(product, search, [stepNode('source', [stringNode(source, '"')]), stepNode(which, [])])
  return { newIssues: () => issues('new'), impact: () => issues('impact') }
}

/**
 * Live processes; `tags` say where, and all must match.
 * @example processes('java', 'env:prod').rollup('count').last('10m').below(1)
 */
export function processes(
  search: string,
  ...tags: readonly [string, ...string[]]
): EventQuery<'process alert', never, never> {
  const product = { type: 'process alert', source: 'processes', dataSource: 'process' } as const
  return withFirstSteps(product, search, [
    stepNode(
      'over',
      tags.map(tag => stringNode(tag, '"')),
    ),
  ])
}

function withFirstSteps<Type extends MonitorType>(
  product: EventProduct<Type>,
  search: string,
  steps: readonly ReturnType<typeof stepNode>[],
): EventQuery<Type, never, never> {
  const { data } = eventQuery(product, search)
  return new BuiltEventQuery(product.type, { ...data, steps })
}
