import type { JsonObject } from '../../src/model/index.js'

const services = ['api', 'web', 'checkout', 'search', 'billing', 'mail', 'auth', 'media'] as const

const serviceOf = (number: number) => services[number % services.length] ?? 'api'

/** A monitor as an account answers it: metrics, logs, checks, anomalies and composites take turns. */
export function monitorJson(number: number): JsonObject {
  const shape = shapes[number % shapes.length] ?? threshold
  const service = serviceOf(number)
  return {
    id: 1000 + number,
    name: `Service ${service} ${number}: needs a look`,
    message: `{{#is_alert}}Look at ${service} on {{host.name}}: {{value}}. @pagerduty-${service}{{/is_alert}}{{#is_recovery}}Back to normal. @slack-${service}{{/is_recovery}}`,
    tags: [`team:${service}-${number % 40}`, `service:${service}-${number % 100}`, `tier:${number % 3}`],
    priority: 1 + (number % 5),
    ...shape(number, service),
  }
}

type Shape = (number: number, service: string) => JsonObject

const threshold: Shape = (number, service) => ({
  type: 'query alert',
  query: `avg(last_10m):avg:container.cpu.usage{env:prod,service:${service},shard:${number}} by {host,pod_${number % 50}} > 90`,
  options: {
    thresholds: { critical: 90, warning: 80, critical_recovery: 75 },
    renotify_interval: 60,
    renotify_statuses: ['alert', 'no data'],
    new_group_delay: 300,
    notify_by: ['host'],
    evaluation_delay: 900,
  },
})

const share: Shape = (number, service) => ({
  type: 'query alert',
  query: `sum(last_15m):sum:requests.errors{service:${service},route:${number}} by {host}.as_count() / sum:requests.hits{service:${service},route:${number}} by {host}.as_count() * 100 > 5`,
  options: {
    thresholds: { critical: 5, warning: 2 },
    on_missing_data: 'show_no_data',
    require_full_window: true,
  },
})

const logs: Shape = (number, service) => ({
  type: 'log alert',
  query: `logs("service:${service} status:error @route:${number}").index("main").rollup("count").by("host").last("5m") > 100`,
  options: {
    thresholds: { critical: 100, warning: 50 },
    enable_logs_sample: true,
    group_retention_duration: '2h',
  },
})

const anomaly: Shape = (number, service) => ({
  type: 'query alert',
  query: `avg(last_4h):anomalies(avg:queue.length{service:${service},shard:${number}} by {host}, 'agile', 3, direction='above', interval=60, alert_window='last_15m', count_default_zero='true') >= 1`,
  options: {
    thresholds: { critical: 1, critical_recovery: 0 },
    threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
  },
})

const check: Shape = (number, service) => ({
  type: 'service check',
  query: `"http.can_connect".over("service:${service}","shard:${number}").by("host").last(4).count_by_status()`,
  options: { thresholds: { critical: 3, warning: 2, ok: 1 }, notify_no_data: true, no_data_timeframe: 20 },
})

/** Of a threshold and a share, which the numbers before it are. */
const composite: Shape = number => ({
  type: 'composite',
  query: `${1000 + number - (number % shapes.length)} && !${1001 + number - (number % shapes.length)}`,
  options: {},
})

const shapes: readonly Shape[] = [threshold, share, logs, anomaly, check, threshold, share, composite]

/** A board with groups, as people build them. */
export function dashboardJson(number: number): JsonObject {
  const service = serviceOf(number)
  const groups = ['Traffic', 'Errors', 'Machines'].map((title, index) => ({
    definition: { type: 'group', title, layout_type: 'ordered', widgets: widgetsOf(number, service, index) },
  }))
  return {
    id: `aaa-${String(number).padStart(3, '0')}-zzz`,
    title: `Board ${number} of ${service}`,
    description: `What ${service} does.`,
    layout_type: 'ordered',
    reflow_type: 'auto',
    template_variables: [{ name: 'env', prefix: 'env', default: 'prod' }],
    tags: [`team:${service}`],
    widgets: [{ definition: { type: 'note', content: `# ${service}` } }, ...groups],
  }
}

function widgetsOf(number: number, service: string, group: number): readonly JsonObject[] {
  const metric = (name: string, each: number) =>
    `avg:${name}{$env,service:${service},board:${number},row:${group}_${each}} by {host}`
  const request = (name: string, each: number, more: JsonObject) => ({
    queries: [{ name: 'query1', data_source: 'metrics', query: metric(name, each), ...more }],
    formulas: [{ formula: 'query1', alias: name }],
  })
  const lines = [0, 1, 2].map(each => ({
    definition: {
      type: 'timeseries',
      title: `Load ${each}`,
      show_legend: true,
      requests: [
        { response_format: 'timeseries', display_type: 'line', ...request('system.load', each, {}) },
      ],
      markers: [{ value: 'y = 8', display_type: 'error dashed', label: 'limit' }],
      yaxis: { include_zero: true, min: '0' },
    },
  }))
  const value = {
    definition: {
      type: 'query_value',
      title: 'Now',
      precision: 2,
      requests: [
        {
          response_format: 'scalar',
          ...request('system.load', 3, { aggregator: 'last' }),
          conditional_formats: [{ comparator: '>', value: 8, palette: 'white_on_red' }],
        },
      ],
    },
  }
  return [...lines, value]
}
