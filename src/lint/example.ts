import type { DashboardDefinition, JsonObject, MonitorDefinition, SloDefinition } from '../model/index.js'

// Examples of rules show whole definitions; these fill in what an example is not about.

/** A metric monitor on which no rule has anything to say, with changes. */
export function metricMonitor(changes: Partial<MonitorDefinition> = {}): MonitorDefinition {
  return {
    type: 'query alert',
    query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
    name: 'Load is high',
    message: '{{#is_alert}}Load of {{host.name}} is {{value}}.{{/is_alert}} @slack-sre',
    tags: ['team:sre'],
    priority: 3,
    options: { thresholds: { critical: 4, critical_recovery: 3 } },
    ...changes,
  }
}

/** A log monitor, with changes. */
export function logMonitor(changes: Partial<MonitorDefinition> = {}): MonitorDefinition {
  return {
    type: 'log alert',
    query: 'logs("status:error service:api").index("*").rollup("count").by("env").last("5m") > 100',
    name: 'Errors in the log of the API',
    message: '{{env.name}} has {{value}} errors in five minutes. @slack-sre',
    tags: ['team:sre'],
    priority: 3,
    options: { thresholds: { critical: 100 } },
    ...changes,
  }
}

/** A service check monitor, with changes. */
export function serviceCheck(changes: Partial<MonitorDefinition> = {}): MonitorDefinition {
  return {
    type: 'service check',
    query: '"http.can_connect".over("env:prod").by("host","url").last(4).count_by_status()',
    name: 'Site does not answer',
    message: '{{url.name}} does not answer. @slack-sre',
    tags: ['team:sre'],
    priority: 3,
    options: { thresholds: { critical: 3, warning: 1, ok: 1 } },
    ...changes,
  }
}

/** An anomaly monitor, with changes. */
export function anomalyMonitor(changes: Partial<MonitorDefinition> = {}): MonitorDefinition {
  return metricMonitor({
    query:
      "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, " +
      "alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 1",
    message: 'CPU left its usual band. @slack-sre',
    options: {
      thresholds: { critical: 1, critical_recovery: 0 },
      threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
    },
    ...changes,
  })
}

/** A monitor over a formula: of metrics, unless the changes name another type. */
export function formulaMonitor(
  query: string,
  variables: readonly JsonObject[],
  changes: Partial<MonitorDefinition> = {},
): MonitorDefinition {
  const critical = Number(/[-\d.]+$/.exec(query)?.[0])
  return metricMonitor({
    query,
    name: 'Checkout fails too often',
    message: 'More checkouts fail than usual. @slack-sre',
    ...changes,
    options: { thresholds: { critical }, variables: [...variables], ...changes.options },
  })
}

/** A query of a formula that counts logs. */
export function logQuery(name: string, search: string, changes: JsonObject = {}): JsonObject {
  return {
    name,
    data_source: 'logs',
    search: { query: search },
    compute: { aggregation: 'count' },
    indexes: ['*'],
    ...changes,
  }
}

/** A query of a formula that reads a metric. */
export function metricQuery(name: string, query: string): JsonObject {
  return { name, data_source: 'metrics', query, aggregator: 'sum' }
}

/** A composite monitor, with changes. */
export function compositeMonitor(changes: Partial<MonitorDefinition> = {}): MonitorDefinition {
  return {
    type: 'composite',
    query: '${monitor:load} && ${monitor:errors}',
    name: 'Busy and failing',
    message: 'The API is busy and fails. @pagerduty-sre',
    tags: ['team:sre'],
    priority: 2,
    ...changes,
  }
}

/** A metric SLO, with changes. */
export function metricSlo(changes: Partial<SloDefinition> = {}): SloDefinition {
  return {
    type: 'metric',
    name: 'API answers normally',
    tags: ['team:sre'],
    thresholds: [{ timeframe: '30d', target: 99.9, warning: 99.95 }],
    query: {
      numerator: 'sum:api.requests{status:ok}.as_count()',
      denominator: 'sum:api.requests{*}.as_count()',
    },
    ...changes,
  }
}

/** A metric SLO in the form with formulas over named queries. */
export function countSlo(
  good: string,
  total: string,
  queries: Readonly<Record<string, string>>,
): SloDefinition {
  const { query: _, ...slo } = metricSlo()
  return {
    ...slo,
    sli_specification: {
      count: {
        good_events_formula: { formula: good },
        total_events_formula: { formula: total },
        queries: Object.entries(queries).map(([name, query]) => ({ name, data_source: 'metrics', query })),
      },
    },
  }
}

/** A monitor SLO, with changes. */
export function monitorSlo(changes: Partial<SloDefinition> = {}): SloDefinition {
  return {
    type: 'monitor',
    name: 'Load is fine',
    tags: ['team:sre'],
    thresholds: [{ timeframe: '30d', target: 99.9 }],
    monitor_ids: ['${monitor:load}'],
    ...changes,
  }
}

/** A dashboard with one timeseries, with changes. */
export function dashboard(changes: Partial<DashboardDefinition> = {}): DashboardDefinition {
  return {
    title: 'API',
    layout_type: 'ordered',
    widgets: [{ definition: timeseries('Load', 'avg:system.load.1{*} by {host}') }],
    ...changes,
  }
}

/** A timeseries widget of one metric query. */
export function timeseries(title: string, query: string) {
  return {
    type: 'timeseries',
    title,
    requests: [
      {
        response_format: 'timeseries',
        queries: [{ name: 'query1', data_source: 'metrics', query }],
        formulas: [{ formula: 'query1' }],
      },
    ],
  }
}
