import { type ExampleId, firstExample } from './example-menu.js'

/** A definition to start from. */
export interface Example {
  readonly id: ExampleId
  readonly text: string
}

const checkoutLatency = {
  name: 'Checkout is slow in {{env.name}}',
  type: 'query alert',
  query: 'avg(last_10m):p95:trace.http.request{service:checkout,env:prod} by {env} > 1.2',
  message:
    '{{#is_alert}}\nCheckout needs {{value}} s. @pagerduty-checkout\n{{/is_alert}}\n{{#is_warning}}@slack-checkout{{/is_warning}}',
  options: {
    thresholds: { critical: 1.2, warning: 0.9, critical_recovery: 0.8, warning_recovery: 0.7 },
    notify_no_data: false,
    renotify_interval: 60,
  },
}

/** The texts of the examples; fetched when one is picked. */
export const examples: readonly Example[] = [
  {
    id: 'threshold',
    text: firstExample,
  },
  {
    id: 'anomaly',
    text: "avg(last_4h):anomalies(sum:checkout.orders.placed{env:prod}.as_count(), 'agile', 3, direction='below', interval=60, alert_window='last_15m', seasonality='weekly', count_default_zero='true') >= 0.8",
  },
  {
    id: 'ratio',
    text: 'sum(last_15m):100 * sum:trace.http.request.errors{service:checkout,env:prod}.as_count() / sum:trace.http.request.hits{service:checkout,env:prod}.as_count() > 5',
  },
  {
    id: 'change',
    text: 'pct_change(avg(last_10m),last_1h):avg:postgresql.connections{env:prod} by {db} > 40',
  },
  {
    id: 'disk',
    text: 'min(last_30m):min:system.disk.free{env:prod AND NOT device:/dev/loop*} by {host,device} < 10000000000',
  },
  {
    id: 'logs',
    text: 'logs("service:payments status:error -@error.kind:Timeout").index("*").rollup("count").by("@merchant.id").last("15m") > 40',
  },
  {
    id: 'check',
    text: '"ntp.in_sync".over("env:prod").by("host").last(4).count_by_status()',
  },
  {
    id: 'burn-rate',
    text: 'burn_rate("0f3c8a1d5e6b4c7d9a2b1c0d3e4f5a6b").over("30d").long_window("1h").short_window("5m") > 14.4',
  },
  { id: 'composite', text: '(11223344 || 22334455) && !33445566' },
  {
    id: 'widget',
    text: "top(ewma_5(avg:kafka.consumer_lag{env:prod} by {consumer_group}.rollup(max, 300)), 5, 'max', 'desc')",
  },
  {
    id: 'message',
    text: '{{#is_alert}}\nDisk {{device.name}} of {{host.name}} is {{value}} % full. @slack-infra\n{{/is_alert}}\n{{#is_recovery}}Fine again. @slack-infra{{/is_recovery}}',
  },
  { id: 'monitor', text: JSON.stringify(checkoutLatency, null, 2) },
]
