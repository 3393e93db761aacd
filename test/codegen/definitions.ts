import type { JsonObject } from '../../src/model/index.js'

/** Monitors of every kind, written by hand. */
export const monitors = {
  threshold: {
    id: 101,
    type: 'metric alert',
    name: 'Load of {{host.name}} is high',
    query: 'avg(last_5m):avg:system.load.1{env:prod,!role:batch} by {host} > 8',
    message:
      '{{#is_alert}}\nLoad of {{host.name}} is {{value}}.\n  Look at the processes first. @pagerduty-sre\n{{/is_alert}}\n{{#is_recovery}}\nBack to normal. @slack-sre\n{{/is_recovery}}',
    tags: ['team:sre', 'service:hosts'],
    priority: 2,
    options: {
      thresholds: { critical: 8, warning: 6, critical_recovery: 7 },
      notify_no_data: true,
      no_data_timeframe: 20,
      renotify_interval: 60,
      renotify_statuses: ['alert', 'no data'],
      new_group_delay: 300,
      evaluation_delay: 900,
      notify_by: ['host'],
      timeout_h: 4,
      include_tags: true,
      notify_audit: false,
      require_full_window: false,
      silenced: {},
    },
  },
  count: {
    id: 102,
    type: 'query alert',
    name: 'Errors',
    query:
      'sum(last_10m):sum:trace.http.request.errors{service:api}.as_count() / sum:trace.http.request.hits{service:api}.as_count() * 100 > 5',
    message: 'Too many errors. @slack-api',
    tags: ['service:api'],
    options: { thresholds: { critical: 5 }, on_missing_data: 'show_no_data', require_full_window: true },
  },
  anomaly: {
    type: 'query alert',
    name: 'CPU behaves unusually',
    query:
      "avg(last_4h):anomalies(avg:container.cpu.user{*} by {container_name}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
    message: 'Look at `{{container_name.name}}`',
    options: {
      thresholds: { critical: 1, critical_recovery: 0 },
      threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_30m' },
    },
  },
  limitedSearch: {
    type: 'log alert',
    name: 'Errors by host',
    query: 'formula("errors / all").last("15m") > 0.5',
    options: {
      thresholds: { critical: 0.5 },
      notify_by: ['host'],
      variables: [
        {
          name: 'errors',
          data_source: 'logs',
          search: { query: 'status:error' },
          indexes: ['*'],
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'host', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
          storage: 'hot',
        },
        {
          name: 'all',
          data_source: 'logs',
          search: { query: '*' },
          indexes: ['main'],
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'host', limit: 10, should_exclude_missing: true }],
        },
      ],
    },
  },
  joined: {
    type: 'query alert',
    name: 'Usage by organisation',
    query: 'formula("usage").last("5m") > 100',
    options: {
      thresholds: { critical: 100 },
      require_full_window: true,
      variables: [
        {
          name: 'usage',
          data_source: 'aggregate_augmented_query',
          base_query: {
            name: 'used',
            data_source: 'metrics',
            query: 'avg:usage{*} by {org_id}',
            aggregator: 'max',
          },
          augment_query: {
            name: 'orgs',
            data_source: 'reference_table',
            table_name: 'orgs',
            columns: [{ name: 'org_id' }, { name: 'label', alias: 'name' }],
            query_filter: 'plan:paid',
          },
          join_condition: { base_attribute: 'org_id', augment_attribute: 'org_id', join_type: 'left' },
          compute: [{ aggregation: 'max', name: 'most' }],
          group_by: [{ facet: 'name', source: 'orgs' }],
        },
      ],
    },
  },
  filteredSearch: {
    type: 'log alert',
    name: 'Clusters',
    query: 'formula("logs").last("5m") > 100',
    options: {
      thresholds: { critical: 100 },
      variables: [
        {
          name: 'logs',
          data_source: 'aggregate_filtered_query',
          base_query: {
            name: 'found',
            data_source: 'logs',
            search: { query: 'status:error' },
            indexes: ['*'],
            compute: { aggregation: 'count', name: 'n' },
            group_by: [{ facet: 'cluster' }],
          },
          filter_query: {
            name: 'clusters',
            data_source: 'reference_table',
            table_name: 'clusters',
            columns: [{ name: 'cluster' }],
          },
          filters: [{ base_attribute: 'cluster', filter_attribute: 'cluster', exclude: true }],
          group_by: [],
        },
      ],
    },
  },
  quality: {
    type: 'data-quality alert',
    name: 'Orders arrive',
    query: 'formula("rows").last("5m") > 100',
    options: {
      thresholds: { critical: 100 },
      variables: [
        {
          name: 'rows',
          data_source: 'data_quality_metrics',
          measure: 'row_count',
          filter: 'search for table where `name:orders`',
          group_by: ['entity_id'],
          monitor_options: { custom_where: 'a = 1' },
        },
      ],
    },
  },
  costAsWritten: {
    type: 'cost alert',
    name: 'Costs',
    query: 'formula("aws").last("7d") > 1000',
    options: {
      thresholds: { critical: 1000 },
      variables: [
        {
          name: 'aws',
          data_source: 'cloud_cost',
          query: 'sum:aws.cost.amortized{a: b} by {account}',
          aggregator: 'sum',
        },
      ],
    },
  },
  unknownSource: {
    type: 'log alert',
    name: 'Something newer',
    query: 'formula("newer").last("5m") > 1',
    options: {
      thresholds: { critical: 1 },
      variables: [{ name: 'newer', data_source: 'newer_logs', what: 1 }],
    },
  },
  warningOnly: {
    type: 'query alert',
    name: 'Queue grows',
    query: 'avg(last_5m):max:queue.length{*} by {queue} > 100',
    options: { thresholds: { warning: 80 }, evaluation_delay: 60 },
  },
  nameless: {
    type: 'query alert',
    query: 'avg(last_5m):avg:jobs.waiting{*} > 9',
    message: 'Jobs wait.',
    options: { thresholds: { critical: 9 } },
  },
  statusesWithoutCritical: {
    type: 'service check',
    name: 'Agent',
    query: '"datadog.agent.up".over("env:prod").by("host").last(4).count_by_status()',
    options: { thresholds: { ok: 3, warning: 2 } },
  },
  change: {
    type: 'query alert',
    name: 'Traffic dropped',
    query: 'pct_change(avg(last_5m),last_1h):sum:orders{*} < -50',
    options: { thresholds: { critical: -50 } },
  },
  logs: {
    type: 'log alert',
    name: 'Logs',
    query: 'logs("status:error").index("main").rollup("count").by("service").last("5m") > 100',
    message: 'Errors of {{service.name}}\n\nSee the logs.',
    options: { thresholds: { critical: 100 }, enable_logs_sample: true, groupby_simple_monitor: false },
  },
  check: {
    type: 'service check',
    name: 'Answers',
    query: '"http.can_connect".over("url:https://example.com").by("host").last(4).count_by_status()',
    options: { thresholds: { critical: 3, warning: 2, ok: 1 } },
  },
  composite: {
    type: 'composite',
    name: 'Both',
    query: '101 && !102',
    tags: ['service:api'],
    options: {},
  },
  budget: {
    type: 'slo alert',
    name: 'Budget',
    query: 'error_budget("0123456789abcdef0123456789abcdef").over("30d") > 75',
    tags: ['service:api'],
    options: { thresholds: { critical: 75 } },
  },
  formula: {
    type: 'log alert',
    name: 'Share of errors',
    query: 'formula("query1 / query2 * 100").last("15m") > 5',
    options: {
      thresholds: { critical: 5 },
      variables: [
        {
          name: 'query1',
          data_source: 'logs',
          search: { query: 'status:error' },
          indexes: ['*'],
          compute: { aggregation: 'count' },
          group_by: [],
        },
        {
          name: 'query2',
          data_source: 'logs',
          search: { query: '' },
          indexes: ['*'],
          compute: { aggregation: 'count' },
          group_by: [],
        },
      ],
    },
  },
  scheduled: {
    type: 'query alert',
    name: 'Cost of the month',
    query: 'sum(current_1mo):sum:cost.total{*} > 1000',
    options: {
      thresholds: { critical: 1000 },
      scheduling_options: {
        evaluation_window: { day_starts: '04:00', month_starts: 1 },
        custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'Asia/Tokyo' }] },
      },
    },
  },
  unfinished: {
    type: 'query alert',
    name: 'No thresholds in the options',
    query: 'avg(last_5m):avg:system.load.1{*} > 4',
    message: '',
    options: { thresholds: {}, include_tags: false },
  },
  uncounted: {
    type: 'service check',
    name: 'No counts in the options',
    query: '"http.can_connect".over("*").by("host").last(4).count_by_status()',
    options: { thresholds: { critical: null } },
  },
  textOnly: {
    type: 'query alert',
    name: 'No thresholds, and no such window',
    query: 'avg(last_90s):avg:system.load.1{*} > 4',
    options: {},
  },
  runbooks: {
    type: 'query alert',
    name: 'Runbooks',
    query: 'avg(last_5m):avg:system.load.1{*} > 4',
    options: { thresholds: { critical: 4 } },
    assets: [
      {
        monitor_id: 5,
        name: 'Load',
        url: '/notebook/1234',
        category: 'runbook',
        resource_type: 'notebook',
        resource_key: '1234',
        template_variables: {},
        options: {},
      },
      {
        name: 'Wiki',
        url: 'https://example.com',
        category: 'runbook',
        resource_type: null,
        resource_key: null,
      },
      { name: 'Of tomorrow', url: 'https://example.com', category: 'drill', options: { wide: true } },
    ],
  },
  bareLogs: {
    type: 'log alert',
    name: 'No options',
    query: 'logs("status:error").index("*").rollup("count").last("5m") > 100',
  },
  unknown: {
    type: 'query alert',
    name: 'Fields of tomorrow',
    query: 'avg(last_5m):avg:system.load.1{*} > 4',
    urgency_class: { level: 3 },
    options: { thresholds: { critical: 4 }, flux_capacitor: true },
  },
  unreadable: { type: 'query alert', name: 'No query', query: 'avg(last_5m:', options: {} },
} as const satisfies Readonly<Record<string, JsonObject>>

/** SLOs of every kind. */
export const slos = {
  events: {
    id: '0123456789abcdef0123456789abcdef',
    type: 'metric',
    name: 'API answers',
    description: 'Requests without a server error.',
    tags: ['service:api'],
    thresholds: [{ timeframe: '30d', target: 99.9, warning: 99.95, target_display: '99.9' }],
    query: { numerator: 'sum:hits{code:2xx}.as_count()', denominator: 'sum:hits{*}.as_count()' },
    timeframe: '30d',
    target_threshold: 99.9,
  },
  bad: {
    type: 'metric',
    name: 'Bad events',
    thresholds: [{ timeframe: '7d', target: 99 }],
    sli_specification: {
      count: {
        good_events_formula: { formula: 'query1 - query2' },
        bad_events_formula: { formula: 'query2' },
        queries: [
          { name: 'query1', data_source: 'metrics', query: 'sum:hits{*}.as_count()' },
          { name: 'query2', data_source: 'metrics', query: 'sum:errors{*}.as_count()' },
        ],
      },
    },
  },
  named: {
    type: 'metric',
    name: 'Own names',
    thresholds: [{ timeframe: '7d', target: 99 }],
    sli_specification: {
      count: {
        good_events_formula: { formula: 'good' },
        total_events_formula: { formula: 'good+bad' },
        queries: [
          { name: 'bad', data_source: 'metrics', query: 'sum:errors{*}.as_count()' },
          { name: 'good', data_source: 'metrics', query: 'sum:hits{a:b, c:d}.as_count()' },
        ],
      },
    },
  },
  slice: {
    type: 'time_slice',
    name: 'Fast',
    thresholds: [{ timeframe: '7d', target: 99 }],
    sli_specification: {
      time_slice: {
        query: {
          formulas: [{ formula: 'query1' }],
          queries: [{ name: 'query1', data_source: 'metrics', query: 'p95:latency{*}' }],
        },
        comparator: '<=',
        threshold: 0.5,
        query_interval_seconds: 60,
      },
    },
  },
  monitors: {
    type: 'monitor',
    name: 'Up',
    monitor_ids: [101],
    groups: ['host:a'],
    thresholds: [
      { timeframe: '7d', target: 99 },
      { timeframe: '90d', target: 98 },
    ],
    timeframe: '90d',
    target_threshold: 98,
  },
  hundred: {
    type: 'metric',
    name: 'Impossible target',
    thresholds: [{ timeframe: 'custom', target: 99 }],
    query: { numerator: 'sum:a{*}', denominator: 'sum:b{*}' },
  },
} as const satisfies Readonly<Record<string, JsonObject>>

const metric = (name: string, query: string, more: JsonObject = {}) => ({
  name,
  data_source: 'metrics',
  query,
  ...more,
})

/** Dashboards of both layouts, with widgets that are lines, whole requests, and unknown. */
export const dashboards = {
  fixed: {
    title: 'API: traffic & errors',
    description: 'What the API does.\n\n* `hits`: all of ${them}\n  * in groups',
    layout_type: 'ordered',
    reflow_type: 'fixed',
    template_variables: [
      { name: 'env', prefix: 'env', default: 'prod' },
      { name: 'host', prefix: null, defaults: ['a', 'b'], available_values: ['a', 'b', 'c'] },
    ],
    template_variable_presets: [{ name: 'Production', template_variables: [{ name: 'env', value: 'prod' }] }],
    tags: ['team:api'],
    pause_auto_refresh: true,
    notify_list: null,
    widgets: [
      {
        layout: { x: 0, y: 0, width: 6, height: 3 },
        definition: {
          type: 'timeseries',
          title: 'Requests',
          show_legend: true,
          requests: [
            {
              response_format: 'timeseries',
              queries: [
                metric('query1', 'sum:hits{service:api,$env}.as_count()'),
                metric('query2', 'sum:errors{service:api,$env}.as_count()'),
              ],
              formulas: [
                { formula: 'query1', alias: 'all', number_format: { precision: 'integer' } },
                { formula: 'query2 / query1 * 100' },
              ],
              display_type: 'bars',
            },
          ],
          markers: [{ value: 'y = 15', display_type: 'error dashed', label: 'limit' }],
          yaxis: { min: '0', max: 'auto', scale: 'linear' },
        },
      },
      {
        layout: { x: 6, y: 0, width: 3, height: 2 },
        definition: {
          type: 'query_value',
          title: 'Error rate',
          precision: 2,
          custom_unit: '%',
          requests: [
            {
              response_format: 'scalar',
              queries: [metric('query1', 'avg:error.rate{*}', { aggregator: 'last' })],
              formulas: [{ formula: 'query1' }],
              conditional_formats: [{ comparator: '>', value: 1, palette: 'white_on_red' }],
            },
          ],
        },
      },
      {
        layout: { x: 0, y: 3, width: 12, height: 5 },
        definition: {
          type: 'group',
          title: 'Old and new',
          layout_type: 'ordered',
          widgets: [
            {
              layout: { x: 0, y: 0, width: 4, height: 4 },
              definition: {
                type: 'timeseries',
                title: 'Old',
                requests: [{ q: 'avg:system.load.1{*},  max:system.load.5{*}', display_type: 'line' }],
              },
            },
            {
              layout: { x: 4, y: 0, width: 4, height: 4 },
              definition: {
                type: 'toplist',
                title: 'Logs by service',
                requests: [
                  {
                    response_format: 'scalar',
                    queries: [
                      {
                        name: 'query1',
                        data_source: 'logs',
                        search: { query: 'status:error' },
                        indexes: ['*'],
                        compute: { aggregation: 'count' },
                        group_by: [{ facet: 'service' }],
                      },
                    ],
                    formulas: [{ formula: 'query1' }],
                    sort: { count: 5, order_by: [{ type: 'formula', index: 0, order: 'desc' }] },
                  },
                ],
              },
            },
            {
              layout: { x: 8, y: 0, width: 4, height: 4 },
              definition: { type: 'hologram', title: 'Of tomorrow', beams: [{ colour: 'red' }] },
            },
          ],
        },
      },
    ],
  },
  automatic: {
    title: 'Automatic',
    layout_type: 'ordered',
    reflow_type: 'auto',
    widgets: [
      { definition: { type: 'note', content: '# Start here', background_color: 'yellow' } },
      { definition: { type: 'alert_graph', alert_id: '101', viz_type: 'timeseries' } },
      {
        definition: {
          type: 'slo',
          slo_id: '0123456789abcdef0123456789abcdef',
          view_type: 'detail',
          view_mode: 'overall',
          time_windows: ['30d'],
          show_error_budget: true,
        },
      },
    ],
  },
  free: {
    title: 'Free',
    layout_type: 'free',
    is_read_only: false,
    widgets: [
      {
        layout: { x: 3, y: 5, width: 40, height: 20 },
        definition: { type: 'free_text', text: 'Hello', color: '#ff0000' },
      },
      {
        layout: { x: 50, y: 5, width: 40, height: 20 },
        definition: {
          type: 'query_value',
          autoscale: 'yes',
          requests: [{ q: 'avg:a{*}', aggregator: 'avg', colour_of_money: 1 }],
        },
      },
    ],
    colour_scheme: 'night',
  },
  tabbed: {
    title: 'Pages',
    layout_type: 'ordered',
    reflow_type: 'auto',
    default_timeframe: { type: 'live', value: 4, unit: 'hour' },
    widgets: [
      { id: 11, definition: { type: 'note', content: 'On every page' } },
      { id: 12, definition: { type: 'timeseries', title: 'Load', requests: [{ q: 'avg:load{*}' }] } },
      { id: 13, definition: { type: 'note', content: 'Details' } },
    ],
    tabs: [
      { id: '5b153b9e-f858-5650-9ad0-34d241bfd781', name: 'Overview', widget_ids: [12] },
      { id: '6318d812-2dcb-56c6-b0cc-13cc860c4d38', name: 'Details', widget_ids: [13] },
    ],
  },
  crossed: {
    title: 'Pages that share widgets',
    layout_type: 'ordered',
    reflow_type: 'auto',
    default_timeframe: { type: 'live', value: 4, unit: 'fortnight' },
    widgets: [
      { id: 21, definition: { type: 'note', content: 'Everywhere' } },
      { id: 22, definition: { type: 'note', content: 'Details' } },
    ],
    tabs: [
      { id: '5b153b9e-f858-5650-9ad0-34d241bfd781', name: 'Overview', widget_ids: [21, 99] },
      { id: '6318d812-2dcb-56c6-b0cc-13cc860c4d38', name: 'Details', widget_ids: ['@2', '@1'] },
    ],
  },
} as const satisfies Readonly<Record<string, JsonObject>>
