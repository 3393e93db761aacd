import type { ExplainInput, Level } from '../../src/explain/index.js'

/** One thing to explain, with the file name of its golden text. */
export interface Sample {
  readonly name: string
  readonly input: ExplainInput
  readonly level?: Level
  readonly names?: Readonly<Record<string, string>>
}

const anomalyQuery =
  "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1"

export const anomalyMonitor = {
  name: '',
  type: 'query alert',
  query: anomalyQuery,
  message: '',
  tags: [],
  options: {
    thresholds: { critical: 1, critical_recovery: 0 },
    notify_audit: false,
    require_full_window: false,
    notify_no_data: false,
    no_data_timeframe: 10,
    renotify_interval: 0,
    threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
    include_tags: false,
  },
}

const pagedMessage = `CPU load on {{host.name}} is {{value}} (limit {{threshold}}).

{{#is_alert}}
Look at the [runbook](https://wiki.example.com/load). @pagerduty-platform
{{#is_match "env.name" "prod"}}@slack-sre-urgent{{/is_match}}
{{/is_alert}}
{{#is_warning}}@slack-sre{{/is_warning}}
{{#is_recovery}}Back to normal. @pagerduty-platform @slack-sre{{/is_recovery}}
{{#is_no_data}}{{host.name}} is silent. @slack-sre{{/is_no_data}}`

export const samples: readonly Sample[] = [
  { name: 'anomaly-monitor', input: anomalyMonitor },
  { name: 'anomaly-query', input: anomalyQuery },
  { name: 'anomaly-brief', input: anomalyMonitor, level: 'brief' },
  { name: 'metric-load', input: 'avg:system.load.1{*}' },
  { name: 'metric-container', input: 'avg:container.cpu.user{*}' },
  {
    name: 'metric-methods',
    input:
      'sum:orders.placed{env IN (prod,stg),service:shop-*,!region:eu OR team:a} by {service,region}.as_count().rollup(sum, 300).fill(zero)',
  },
  {
    name: 'metric-functions',
    input:
      "top(week_before(ewma_5(abs(p95:trace.http.request{$env,service:$service.value}))), 10, 'mean', 'desc')",
  },
  {
    name: 'threshold-monitor',
    input: {
      name: 'Load is high on {{host.name}}',
      type: 'metric alert',
      query: 'avg(last_5m):avg:system.load.1{env:prod,!role:batch} by {host,env} > 4',
      message: pagedMessage,
      tags: ['team:platform', 'service:shop'],
      priority: 2,
      options: {
        thresholds: { critical: 4, critical_recovery: 3, warning: 3, warning_recovery: 2.5 },
        notify_no_data: true,
        no_data_timeframe: 20,
        renotify_interval: 60,
        renotify_statuses: ['alert', 'no data'],
        renotify_occurrences: 3,
        escalation_message: 'Still high.',
        notify_by: ['host'],
        new_group_delay: 300,
        evaluation_delay: 60,
        require_full_window: true,
        timeout_h: 4,
        include_tags: true,
        notification_preset_name: 'hide_query',
      },
    },
  },
  {
    name: 'error-ratio',
    input: {
      name: 'Shop answers with errors',
      type: 'query alert',
      query:
        'sum(last_5m):sum:trace.http.request.errors{env:prod,service:shop}.as_count() / sum:trace.http.request.hits{env:prod,service:shop}.as_count() * 100 > 5',
      message: 'Too many errors. @oncall-shop',
      options: { thresholds: { critical: 5, warning: 2 }, on_missing_data: 'default' },
    },
  },
  {
    name: 'half-of-points',
    input:
      "avg(last_1h):anomalies(avg:shop.cart.size{env:prod} by {region}, 'agile', 3, direction='below', interval=60, alert_window='last_15m', seasonality='weekly', timezone='asia/tokyo') >= 0.5",
  },
  {
    name: 'every-point-below',
    input: 'max(last_10m):avg:system.mem.usable{role:db} by {host}.rollup(avg, 60) < 500000000',
  },
  { name: 'change', input: 'pct_change(avg(last_30m),last_1h):sum:shop.orders{env:prod} <= -40' },
  {
    name: 'outliers',
    input: "avg(last_30m):outliers(avg:system.cpu.user{role:web} by {host}, 'MAD', 3, 20) > 0",
  },
  {
    name: 'forecast',
    input:
      "max(next_1w):forecast(avg:system.disk.in_use{*} by {host,device}, 'linear', 1, interval='60m', history='1w', model='default') >= 0.95",
  },
  {
    name: 'log-monitor',
    input: {
      name: 'Checkout errors',
      type: 'log alert',
      query:
        'logs("service:checkout AND (status:error OR @http.status_code:[500 TO 599]) -@test:true \\"payment refused\\"").index("main").rollup("cardinality", "@usr.id").by("@region,env").last("15m") > 20',
      message: '{{@region.name}}: {{value}} people cannot pay. @slack-checkout',
      options: {
        thresholds: { critical: 20 },
        on_missing_data: 'show_and_notify_no_data',
        enable_logs_sample: true,
        groupby_simple_monitor: false,
      },
    },
  },
  {
    name: 'formula-monitor',
    input: {
      name: 'Share of failed logins',
      type: 'log alert',
      query: 'formula("failed / all * 100").by("service").last("10m") >= 20',
      message: '@team-identity',
      options: {
        thresholds: { critical: 20 },
        variables: [
          {
            name: 'failed',
            data_source: 'logs',
            search: { query: 'service:login status:error' },
            indexes: ['*'],
            compute: { aggregation: 'count' },
            group_by: [{ facet: 'service' }],
          },
          {
            name: 'all',
            data_source: 'logs',
            search: { query: 'service:login' },
            indexes: ['*'],
            compute: { aggregation: 'count' },
            group_by: [{ facet: 'service' }],
          },
        ],
      },
    },
  },
  {
    name: 'service-check',
    input: {
      name: 'Shop does not answer',
      type: 'service check',
      query:
        '"http.can_connect".over("env:prod","service:shop").exclude("role:canary").by("host","url").last(4).count_by_status()',
      message: '{{{check_message}}} @opsgenie-shop',
      options: { thresholds: { critical: 3, warning: 2, ok: 2 }, notify_no_data: true },
    },
  },
  {
    name: 'cluster-check',
    input: {
      type: 'service check',
      query: '"ntp.in_sync".over("*").by("*").last(2).pct_by_status()',
      options: { thresholds: { critical: 50, warning: 20 } },
    },
  },
  {
    name: 'composite',
    input: {
      name: 'Down and not in maintenance',
      type: 'composite',
      query: '(1234 || 5678) && !9012',
      message: '{{a.value}} @pagerduty-shop',
      options: {},
    },
    names: { 1234: 'Checkout errors', 5678: 'Checkout latency', 9012: 'Maintenance' },
  },
  {
    name: 'burn-rate',
    input: {
      name: 'Budget burns fast',
      type: 'slo alert',
      query: 'burn_rate("a1b2c3").over("30d").long_window("1h").short_window("5m") > 14.4',
      message: '@pagerduty-shop',
      options: { thresholds: { critical: 14.4 } },
    },
    names: { a1b2c3: 'API availability' },
  },
  { name: 'error-budget', input: 'error_budget("a1b2c3").over("7d") > 75' },
  {
    name: 'search',
    input:
      'service:(web OR api) AND -status:ok @duration:>1s env:$env.value timeout* CIDR(@network.client.ip,10.0.0.0/8)',
  },
  { name: 'formula', input: '(query1 + query2) / clamp_min(query3, 1)' },
  {
    name: 'message',
    input: `${pagedMessage}\n{{! checked in March }}\n{{eval "value * 100"}} {{local_time 'last_triggered_at' 'Asia/Tokyo'}} {{log.message}} {{pod.name}} @slack-{{service.name}}`,
  },
  {
    name: 'slo-metric',
    input: {
      type: 'metric',
      name: 'API answers normally',
      description: 'Requests without a server error.',
      tags: ['team:api'],
      thresholds: [
        { timeframe: '30d', target: 99.9, warning: 99.95 },
        { timeframe: '7d', target: 99.5 },
      ],
      timeframe: '30d',
      query: {
        numerator:
          'sum:trace.http.request.hits{env:prod}.as_count() - sum:trace.http.request.errors{env:prod}.as_count()',
        denominator: 'sum:trace.http.request.hits{env:prod}.as_count()',
      },
    },
  },
  {
    name: 'slo-monitors',
    input: {
      type: 'monitor',
      name: 'Shop is up',
      thresholds: [{ timeframe: '7d', target: 99.9 }],
      monitor_ids: [1234, 5678],
    },
  },
  {
    name: 'slo-time-slice',
    input: {
      type: 'time_slice',
      name: 'Shop is fast',
      thresholds: [{ timeframe: '90d', target: 99 }],
      sli_specification: {
        time_slice: {
          comparator: '<',
          threshold: 0.5,
          query_interval_seconds: 60,
          query: {
            formulas: [{ formula: 'query1' }],
            queries: [
              {
                name: 'query1',
                data_source: 'metrics',
                query: 'p95:trace.http.request{env:prod,service:shop}',
              },
            ],
          },
        },
      },
    },
  },
  {
    name: 'dashboard',
    input: {
      title: 'Shop',
      description: 'What the shop team looks at first.',
      layout_type: 'ordered',
      template_variables: [
        { name: 'env', prefix: 'env', defaults: ['prod'] },
        { name: 'region', prefix: 'region', defaults: ['*'] },
      ],
      widgets: [
        { definition: { type: 'note', content: '# Shop\nStart here.' } },
        {
          definition: {
            type: 'group',
            title: 'Traffic',
            layout_type: 'ordered',
            widgets: [
              {
                definition: {
                  type: 'timeseries',
                  title: 'Requests',
                  requests: [
                    {
                      response_format: 'timeseries',
                      queries: [
                        {
                          name: 'a',
                          data_source: 'metrics',
                          query: 'sum:trace.http.request.hits{$env} by {service}.as_count()',
                        },
                      ],
                      formulas: [{ formula: 'a' }],
                    },
                  ],
                },
              },
              {
                definition: {
                  type: 'query_value',
                  title: 'Error rate',
                  requests: [
                    {
                      response_format: 'scalar',
                      queries: [
                        {
                          name: 'e',
                          data_source: 'metrics',
                          query: 'sum:trace.http.request.errors{$env}.as_count()',
                        },
                        {
                          name: 't',
                          data_source: 'metrics',
                          query: 'sum:trace.http.request.hits{$env}.as_count()',
                        },
                      ],
                      formulas: [{ formula: 'e / t * 100', alias: 'errors' }],
                    },
                  ],
                },
              },
              {
                definition: {
                  type: 'toplist',
                  title: 'Slow pages',
                  requests: [
                    {
                      response_format: 'scalar',
                      queries: [
                        {
                          name: 'q',
                          data_source: 'rum',
                          search: { query: '@type:view' },
                          compute: { aggregation: 'pc95', metric: '@view.loading_time' },
                          group_by: [{ facet: '@view.name' }],
                        },
                      ],
                      formulas: [{ formula: 'q', limit: { count: 10, order: 'desc' } }],
                    },
                  ],
                },
              },
            ],
          },
        },
        {
          definition: {
            type: 'slo',
            title: 'Availability',
            slo_id: 'a1b2c3',
            view_type: 'detail',
            time_windows: ['7d', '30d'],
          },
        },
        { definition: { type: 'alert_graph', alert_id: '1234', viz_type: 'timeseries' } },
        {
          definition: {
            type: 'timeseries',
            title: 'Load',
            requests: [{ q: 'avg:system.load.1{$env} by {host}' }],
          },
        },
        {
          definition: {
            type: 'list_stream',
            title: 'Errors',
            requests: [
              {
                response_format: 'event_list',
                columns: [],
                query: { data_source: 'logs_stream', query_string: 'service:shop status:error' },
              },
            ],
          },
        },
        { definition: { type: 'embedded_app', url: 'x' } },
      ],
    },
  },
  {
    name: 'grouped-formula',
    input: {
      name: 'Errors per service',
      type: 'query alert',
      query: 'formula("query1 / query2 * 100").rollup("avg").last("15m") > 5',
      message: 'Look at {{service.name}}. @slack-shop',
      options: {
        thresholds: { critical: 5 },
        new_group_delay: 60,
        variables: [
          {
            name: 'query1',
            data_source: 'metrics',
            query: 'sum:shop.failed{env:prod} by {service}.as_count()',
          },
          {
            name: 'query2',
            data_source: 'metrics',
            query: 'sum:shop.requests{env:prod} by {service}.as_count()',
          },
        ],
      },
    },
  },
  {
    name: 'scheduled-count',
    input: {
      name: 'Too few orders',
      type: 'log alert',
      query: 'logs("service:orders @items:>=2").index("*").rollup("count").by("@country").last("1d") < 10',
      message: '@slack-shop',
      options: {
        thresholds: { critical: 10 },
        scheduling_options: {
          custom_schedule: {
            recurrences: [
              {
                rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
                start: '2024-01-01T09:30:00',
                timezone: 'Asia/Tokyo',
              },
            ],
          },
        },
      },
    },
  },
  {
    name: 'new-issues',
    input:
      'error-tracking("service:web").source("browser").new().rollup("count").by("issue.id").current("1d") > 0',
  },
  { name: 'broken-query', input: 'avg(last_5m):avg:system.load.1{env=prod} by {host > 4' },
  {
    name: 'unknown-function',
    input: 'avg:system.load.1{*}.rollup(avg, 60) + wibble(avg:system.load.5{*}, 3)',
  },
  {
    name: 'hostile-text',
    input: {
      name: '<script>alert(1)</script> | `x` **bold** \u001b[31mred',
      type: 'query alert',
      query: 'avg(last_5m):avg:system.load.1{*} > 4',
      message: '<img src=x onerror=alert(1)> \u001b]0;title\u0007 @slack-a|b`c',
      tags: ['a|b', '<b>'],
      options: { 'odd`option|': '<i>' },
    },
  },
]
