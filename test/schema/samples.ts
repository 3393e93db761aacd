import type { JsonObject } from '../../src/model/index.js'

const metrics = { data_source: 'metrics', name: 'query1', query: 'avg:shop.orders{*} by {region}' }
const scalar = { response_format: 'scalar', queries: [{ ...metrics, aggregator: 'avg' }] }
const formulas = [{ formula: 'query1', alias: 'Orders', limit: { count: 10, order: 'desc' } }]
const ranked = {
  ...scalar,
  formulas,
  sort: { count: 10, order_by: [{ type: 'formula', index: 0, order: 'desc' }] },
}
const logs = {
  data_source: 'logs',
  name: 'query1',
  search: { query: 'service:shop' },
  indexes: ['*'],
  compute: { aggregation: 'count' },
  group_by: [{ facet: 'status', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
  storage: 'hot',
}
const timeseries = {
  title: 'Latency',
  title_size: '16',
  title_align: 'left',
  type: 'timeseries',
  show_legend: true,
  legend_layout: 'auto',
  legend_columns: ['avg', 'max'],
  time: { live_span: '4h' },
  requests: [
    {
      response_format: 'timeseries',
      queries: [metrics],
      formulas: [{ formula: 'query1', style: { palette: 'dog_classic', palette_index: 2 } }],
      display_type: 'line',
      style: { palette: 'dog_classic', line_type: 'solid', line_width: 'normal', order_by: 'values' },
    },
    { q: 'sum:shop.errors{*}.as_count()', display_type: 'bars', on_right_yaxis: true },
  ],
  yaxis: { include_zero: true, min: 'auto', max: '100', scale: 'linear', label: 'ms' },
  markers: [{ value: 'y = 15', display_type: 'error dashed', label: 'limit' }],
  events: [{ q: 'source:deploy', tags_execution: 'and' }],
  custom_links: [{ label: 'Logs', link: 'https://example.com/{{host.value}}' }],
}
const journey = {
  data_source: 'product_analytics_journey',
  search: { expression: 'start then pay', node_objects: { start: { search: { query: '@view.name:/' } } } },
}
const retention = {
  data_source: 'product_analytics_retention',
  compute: { metric: '__dd.retention', aggregation: 'count' },
  search: {
    cohort_criteria: {
      base_query: { data_source: 'product_analytics', search: { query: '*' } },
      time_interval: { type: 'calendar', value: { type: 'day' } },
    },
    retention_entity: '@usr.id',
    return_condition: 'conversion_on',
  },
}

/** One definition of every widget type, and a second one where a type has two forms. */
export const widgetSamples: readonly JsonObject[] = [
  { type: 'alert_graph', alert_id: '123', viz_type: 'timeseries', title: 'Load' },
  { type: 'alert_value', alert_id: '123', precision: 2, unit: 'auto', text_align: 'center' },
  { type: 'bar_chart', requests: [ranked] },
  {
    type: 'change',
    requests: [
      { q: 'avg:shop.orders{*}', change_type: 'absolute', compare_to: 'day_before', order_dir: 'asc' },
    ],
  },
  {
    type: 'check_status',
    check: 'datadog.agent.up',
    grouping: 'cluster',
    group_by: ['host'],
    tags: ['env:prod'],
  },
  { type: 'cohort', requests: [{ request_type: 'retention_grid', query: retention }] },
  { type: 'distribution', requests: [{ q: 'avg:shop.latency{*} by {host}', style: { palette: 'cool' } }] },
  {
    type: 'distribution',
    requests: [{ request_type: 'histogram', query: { ...metrics, query: 'histogram:shop.t{*}' } }],
  },
  { type: 'embedded_app', app_id: 'e1b5', inputs: [{ name: 'service', value: 'shop' }] },
  { type: 'event_stream', query: 'source:deploy', event_size: 's', tags_execution: 'and' },
  { type: 'event_timeline', query: 'source:deploy', tags_execution: 'or' },
  { type: 'free_text', text: 'Shop', color: '#4d4d4d', font_size: 'auto', text_align: 'left' },
  {
    type: 'funnel',
    requests: [
      {
        request_type: 'funnel',
        query: { data_source: 'rum', query_string: '*', steps: [{ facet: '@view.name', value: '/cart' }] },
      },
    ],
  },
  {
    type: 'funnel',
    grouped_display: 'stacked',
    requests: [{ request_type: 'user_journey_funnel', query: journey }],
  },
  {
    type: 'geomap',
    requests: [{ ...scalar, formulas: [{ formula: 'query1' }] }],
    style: { palette: 'hostmap_blues', palette_flip: false },
    view: { focus: 'WORLD' },
  },
  {
    type: 'group',
    layout_type: 'ordered',
    title: 'Web',
    show_title: true,
    background_color: 'vivid_blue',
    widgets: [{ id: 1, definition: timeseries, layout: { x: 0, y: 0, width: 4, height: 2 } }],
  },
  { type: 'heatmap', requests: [{ q: 'avg:shop.latency{*} by {host}', style: { palette: 'dog_classic' } }] },
  {
    type: 'hostmap',
    requests: {
      fill: { q: 'avg:system.load.1{*} by {host}' },
      size: { q: 'avg:system.cpu.user{*} by {host}' },
    },
    node_type: 'host',
    group: ['region'],
    scope: ['env:prod'],
    style: { palette: 'green_to_orange', fill_min: '0', fill_max: '4' },
  },
  { type: 'iframe', url: 'https://example.com' },
  { type: 'image', url: '/static/logo.svg', sizing: 'contain', margin: 'md', has_background: true },
  {
    type: 'list_stream',
    requests: [
      {
        response_format: 'event_list',
        columns: [{ field: 'timestamp', width: 'auto' }],
        query: { data_source: 'logs_stream', query_string: 'service:shop', indexes: [] },
      },
    ],
  },
  {
    type: 'log_stream',
    query: 'service:shop',
    indexes: ['main'],
    columns: ['host'],
    sort: { column: 'time', order: 'desc' },
    message_display: 'expanded-md',
  },
  {
    type: 'manage_status',
    query: 'team:shop',
    display_format: 'countsAndList',
    color_preference: 'text',
    sort: 'status,asc',
    summary_type: 'monitors',
    show_status: true,
  },
  {
    type: 'note',
    content: '# Shop',
    background_color: 'white',
    font_size: '14',
    tick_edge: 'left',
    show_tick: false,
  },
  {
    type: 'point_plot',
    requests: [
      {
        request_type: 'data_projection',
        query: { data_source: 'logs', query_string: 'service:shop' },
        projection: { type: 'point_plot', dimensions: [{ column: 'duration', dimension: 'y' }] },
      },
    ],
  },
  {
    type: 'powerpack',
    powerpack_id: '8a2',
    template_variables: { controlled_externally: [] },
    show_title: true,
  },
  {
    type: 'query_table',
    has_search_bar: 'auto',
    requests: [{ ...scalar, formulas: [{ ...formulas[0], cell_display_mode: 'bar' }] }],
  },
  {
    type: 'query_value',
    autoscale: true,
    precision: 2,
    requests: [{ ...scalar, conditional_formats: [{ comparator: '>', value: 5, palette: 'white_on_red' }] }],
    timeseries_background: { type: 'bars', yaxis: {} },
  },
  { type: 'retention_curve', requests: [{ request_type: 'retention_curve', query: retention }] },
  { type: 'run_workflow', workflow_id: '2e0', inputs: [{ name: 'host', value: '$host.value' }] },
  {
    type: 'sankey',
    requests: [{ request_type: 'sankey', query: { data_source: 'rum', mode: 'source', query_string: '*' } }],
  },
  {
    type: 'sankey',
    requests: [
      {
        request_type: 'netflow_sankey',
        query: { data_source: 'network', query_string: '*', group_by: ['source'], limit: 10 },
      },
    ],
  },
  {
    type: 'scatterplot',
    requests: {
      x: { q: 'avg:a{*} by {host}', aggregator: 'avg' },
      y: { q: 'avg:b{*} by {host}', aggregator: 'avg' },
    },
    color_by_groups: ['region'],
  },
  {
    type: 'scatterplot',
    requests: { table: { ...scalar, formulas: [{ formula: 'query1', dimension: 'x', alias: 'Orders' }] } },
  },
  { type: 'servicemap', service: 'shop', filters: ['env:prod'] },
  {
    type: 'slo',
    slo_id: '${slo:checkout}',
    view_type: 'detail',
    view_mode: 'both',
    time_windows: ['7d', '30d', 'week_to_date'],
    show_error_budget: true,
    global_time_target: '0',
  },
  {
    type: 'slo_list',
    requests: [
      {
        request_type: 'slo_list',
        query: { query_string: 'team:shop', limit: 50, sort: [{ column: 'status.sli', order: 'asc' }] },
      },
    ],
  },
  {
    type: 'split_group',
    size: 'md',
    source_widget_definition: timeseries,
    split_config: {
      limit: 24,
      sort: { order: 'desc', compute: { metric: 'shop.orders', aggregation: 'sum' } },
      split_dimensions: [{ one_graph_per: 'region' }],
      static_splits: [[{ tag_key: 'region', tag_values: ['eu'] }]],
    },
    has_uniform_y_axes: true,
  },
  {
    type: 'sunburst',
    requests: [{ ...scalar, formulas, style: { palette: 'dog_classic' } }],
    legend: { type: 'automatic' },
  },
  {
    type: 'sunburst',
    requests: [{ response_format: 'scalar', queries: [logs], formulas }],
    legend: { type: 'table' },
  },
  timeseries,
  {
    type: 'toplist',
    requests: [ranked],
    style: { display: { type: 'stacked', legend: 'inline' }, scaling: 'relative' },
  },
  {
    type: 'topology_map',
    requests: [
      {
        request_type: 'topology',
        query: { data_source: 'service_map', service: 'shop', filters: ['env:prod'] },
      },
    ],
  },
  {
    type: 'topology_map',
    requests: [
      {
        request_type: 'topology',
        query: { data_source: 'data_streams', service: 'shop', filters: ['env:prod'] },
      },
    ],
  },
  {
    type: 'trace_service',
    env: 'prod',
    service: 'shop',
    span_name: 'web.request',
    show_hits: true,
    size_format: 'medium',
    display_format: 'two_column',
  },
  { type: 'treemap', requests: [{ ...scalar, formulas: [{ formula: 'query1' }] }] },
  {
    type: 'wildcard',
    specification: { type: 'vega-lite', contents: { mark: 'bar' } },
    requests: [{ ...scalar, formulas: [{ formula: 'query1' }] }],
  },
  { type: 'custom', url: 'https://example.com', anything: [1] },
]

/** A dashboard that holds the given widgets. */
export function dashboardOf(...definitions: readonly JsonObject[]): JsonObject {
  return {
    title: 'Shop',
    description: null,
    layout_type: 'ordered',
    reflow_type: 'auto',
    notify_list: [],
    tags: ['team:shop'],
    template_variables: [{ name: 'env', prefix: 'env', defaults: ['*'], available_values: [] }],
    template_variable_presets: [{ name: 'Prod', template_variables: [{ name: 'env', values: ['prod'] }] }],
    widgets: definitions.map(definition => ({ definition })),
  }
}

export const monitorSamples: readonly JsonObject[] = [
  {
    type: 'query alert',
    name: 'CPU',
    query: 'avg(last_5m):avg:system.cpu.user{*} by {host} > 90',
    message: 'High @pagerduty',
    tags: ['team:shop'],
    priority: null,
    restricted_roles: null,
    draft_status: 'published',
    options: {
      thresholds: { critical: 90, warning: 80.5, critical_recovery: null },
      threshold_windows: null,
      timeout_h: null,
      renotify_interval: 60,
      renotify_statuses: ['alert', 'no data'],
      renotify_occurrences: 3,
      notify_by: ['host'],
      on_missing_data: 'show_and_notify_no_data',
      group_retention_duration: '2d',
      notification_preset_name: 'hide_query',
      silenced: { '*': null },
      scheduling_options: {
        evaluation_window: { day_starts: '04:00', month_starts: 1 },
        custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'Europe/Berlin' }] },
      },
    },
    assets: [{ category: 'runbook', name: 'Runbook', url: 'https://example.com' }],
  },
  {
    type: 'log alert',
    query: 'formula("a").last("5m") > 10',
    options: {
      thresholds: { critical: 10 },
      variables: [{ ...logs, name: 'a', group_by: [] }],
    },
  },
  {
    type: 'cost alert',
    query: 'formula("a").last("7d") > 10',
    options: {
      variables: [{ data_source: 'cloud_cost', name: 'a', query: 'sum:all.cost{*}', aggregator: 'sum' }],
    },
  },
  {
    type: 'data-jobs alert',
    query: 'formula("failed_runs(run_query)").by(job_name).last(10d) > 0',
    options: {
      variables: [
        { name: 'run_query', job_type: 'spark', jobs_query: 'job_name:*', query_dialect: 'metric' },
      ],
    },
  },
]

export const sloSamples: readonly JsonObject[] = [
  {
    type: 'metric',
    name: 'Orders',
    thresholds: [{ timeframe: '7d', target: 99.9, warning: 99.95 }],
    query: { numerator: 'sum:good{*}.as_count()', denominator: 'sum:all{*}.as_count()' },
  },
  {
    type: 'metric',
    name: 'Orders',
    thresholds: [{ timeframe: '30d', target: 99 }],
    sli_specification: {
      count: {
        good_events_formula: { formula: 'query1' },
        bad_events_formula: { formula: 'query2' },
        queries: [metrics, { ...metrics, name: 'query2' }],
      },
    },
  },
  {
    type: 'time_slice',
    name: 'Latency',
    thresholds: [{ timeframe: '90d', target: 99 }],
    sli_specification: {
      time_slice: {
        query: { formulas: [{ formula: 'query1' }], queries: [metrics] },
        comparator: '>',
        threshold: 5,
        query_interval_seconds: 300,
      },
    },
  },
  {
    type: 'monitor',
    name: 'Uptime',
    description: null,
    thresholds: [{ timeframe: '7d', target: 99 }],
    monitor_ids: [1234, '${monitor:cpu}'],
  },
]
