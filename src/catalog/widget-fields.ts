import { scalarAggregators } from './aggregators.js'
import {
  cellDisplayModes,
  changePeriods,
  conditionalComparators,
  displayTypes,
  eventDataSources,
  groupColors,
  imageSizings,
  legendColumns,
  legendLayouts,
  lineTypes,
  lineWidths,
  liveSpans,
  noteColors,
  sloMeasures,
  sloWidgetWindows,
  streamDataSources,
} from './widget-values.js'

/**
 * How the options of the widget builders correspond to the fields of Datadog's JSON. The builders read these tables to
 * write JSON, and the generator of code reads them the other way round, so the two cannot disagree.
 */

/**
 * How a value in TypeScript becomes the value of a field:
 * - `same`: as it is; the inside of an object keeps Datadog's own names.
 * - `named`: keys of objects, at any depth, are `camelCase` in TypeScript and `snake_case` in JSON (`fieldName`, `optionName`).
 * - `axis`: as `named`; `min` and `max` may be numbers in TypeScript and are always texts in JSON.
 * - `markers`: a list; `{ at, from, to, severity, line, label }` is a short form, anything with `value` is as `named`.
 * - `events`: a list; a text stands for `{ q: text }`, an object is as `named`.
 * - `columns`: a list; a text stands for `{ field: text, width: 'auto' }`, an object is as `named`.
 * - `metric`: an expression or the text of a metric query; always a text in JSON.
 * - `queries`: an object from names to queries (`widgetQueries`), or a list of queries in Datadog's JSON.
 * - `formulas`: a list; a text stands for `{ formula: text }`, an object is as `named`.
 * - `monitor`, `slo`: the resource, or its id; always a text in JSON.
 * - `widget`, `widgets`: other builders' results.
 * - `requests`: one request or a list of them, see `widgetRequests`; always a list in JSON.
 * - `request`: a single request, an object in JSON, too.
 */
export type FieldForm =
  | 'same'
  | 'named'
  | 'axis'
  | 'markers'
  | 'events'
  | 'columns'
  | 'metric'
  | 'queries'
  | 'formulas'
  | 'monitor'
  | 'slo'
  | 'widget'
  | 'widgets'
  | 'requests'
  | 'request'

/** The field that one option writes. */
export interface WidgetField {
  /** Where it stands: names and positions joined by dots, `requests.0.query.limit`. */
  readonly path: string
  /** `same` when absent. */
  readonly form?: FieldForm
  /** Written where the author leaves the option out; the option `null` leaves the field out. */
  readonly default?: FieldValue
  /** What the builder's type allows, where that is not everything: see `isKnownValue`. */
  readonly known?: KnownValues
}

/** The possible values; or, for objects at any depth, the possible fields, each with its values where they are few. */
export type KnownValues =
  | readonly string[]
  | { readonly [field: string]: true | readonly (string | boolean)[] }

/** Any JSON value; the catalog knows nothing of the model. */
export type FieldValue =
  | null
  | boolean
  | number
  | string
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

type Options = Readonly<Record<string, WidgetField>>

/** A builder function and what its arguments mean. */
export interface WidgetBuilder {
  /** The name of the function in the package. */
  readonly builder: string
  /** The arguments before the options; `title` may be null for a widget without one. */
  readonly positional: readonly (readonly [name: string, field: WidgetField])[]
  /** Where the second argument is an object of several requests: what each of its members writes. */
  readonly data?: Options
  /** Fields of the last argument, besides `commonWidgetOptions` where the widget has those. */
  readonly options: Options
  /** Fields that the builder always writes so. */
  readonly fixed?: Readonly<Record<string, FieldValue>>
  /** Has none of `commonWidgetOptions`. */
  readonly plain?: true
}

const at = (path: string, form?: FieldForm, known?: KnownValues): WidgetField => ({
  path,
  ...(form === undefined ? {} : { form }),
  ...(known === undefined ? {} : { known }),
})
const oneOf = (path: string, known: readonly string[]): WidgetField => ({ path, known })
const orElse = (path: string, value: FieldValue, known?: readonly string[]): WidgetField => ({
  path,
  default: value,
  ...(known === undefined ? {} : { known }),
})

const aligns = ['left', 'center', 'right']
const verticalAligns = ['top', 'center', 'bottom']
const orders = ['asc', 'desc']
const timeUnits = ['minute', 'hour', 'day', 'week', 'month', 'year']
const eventAggregations = [
  'count',
  'cardinality',
  'median',
  'pc75',
  'pc90',
  'pc95',
  'pc98',
  'pc99',
  'sum',
  'min',
  'max',
  'avg',
]
const monitorSorts = ['name', 'group', 'status', 'tags', 'triggered', 'priority'].flatMap(column =>
  column === 'priority' ? [`${column},asc`, `${column},desc`] : [column, `${column},asc`, `${column},desc`],
)
const classicAggregators = ['avg', 'last', 'max', 'min', 'sum', 'percentile']
const tagsExecutions = ['and', 'or', 'AND', 'OR']
const eventSizes = ['s', 'l']

const axisFields = {
  include_zero: true,
  min: true,
  max: true,
  scale: ['linear', 'log', 'sqrt', 'pow'],
  label: true,
  num_buckets: true,
} as const
const axis = (path: string): WidgetField => at(path, 'axis', axisFields)

const formatFields = {
  comparator: conditionalComparators,
  value: true,
  palette: true,
  custom_bg_color: true,
  custom_fg_color: true,
  hide_value: true,
  image_url: true,
  metric: true,
  timeframe: true,
} as const

const styleFields = {
  palette: true,
  line_type: lineTypes,
  line_width: lineWidths,
  order_by: ['tags', 'values'],
  order_reverse: true,
  color_order: ['shuffled', 'monotonic'],
  has_value_labels: true,
  color_by: true,
} as const

const barStyleFields = {
  display: true,
  type: ['stacked', 'flat'],
  legend: ['automatic', 'inline', 'none'],
  palette: true,
  scaling: ['absolute', 'relative'],
} as const

const eventSearchFields = {
  facet: true,
  fields: true,
  limit: true,
  sort: true,
  aggregation: eventAggregations,
  metric: true,
  order: orders,
  interval: true,
  should_exclude_missing: true,
} as const

const textFormatFields = {
  match: true,
  type: ['is', 'is_not', 'contains', 'does_not_contain', 'starts_with', 'ends_with', 'all', 'substring'],
  value: true,
  palette: true,
  custom_bg_color: true,
  custom_fg_color: true,
  replace: true,
  with: true,
  substring: true,
} as const

const comparisonFields = {
  duration: true,
  type: [
    'previous_timeframe',
    'custom_timeframe',
    'previous_day',
    'previous_week',
    'previous_month',
    'absolute',
    'relative',
    'both',
  ],
  custom_timeframe: true,
  from: true,
  to: true,
  directionality: ['increase_better', 'decrease_better', 'neutral'],
} as const

const title = ['title', at('title')] as const
const requests = ['requests', at('requests', 'requests')] as const
const titled = [title, requests] as const

/** Options of every widget that is not `plain`; `title` only where it is not an argument of its own. */
export const commonWidgetOptions = {
  title: at('title'),
  titleSize: at('title_size'),
  titleAlign: oneOf('title_align', aligns),
  time: at('time', 'named', {
    live_span: liveSpans,
    hide_incomplete_cost_data: true,
    type: ['live', 'fixed'],
    value: true,
    unit: timeUnits,
    from: true,
    to: true,
  }),
  /** Short for `time: { liveSpan: … }`. */
  span: oneOf('time.live_span', liveSpans),
  links: at('custom_links', 'named', {
    label: true,
    link: true,
    override_label: true,
    is_hidden: true,
  }),
  description: at('description'),
} as const satisfies Options

/**
 * Options of every widget that say nothing about its definition: `id` and `at` (`layout` in Datadog's own names; null for
 * none) stand beside the definition, `size` is for computed layouts, `extra` holds further fields in Datadog's own names.
 */
export const widgetPlaceOptions = ['id', 'at', 'size', 'extra'] as const

/** The builder of every widget type, by type. */
export const widgetBuilders = {
  alert_graph: {
    builder: 'monitorStatus',
    positional: [['monitor', at('alert_id', 'monitor')]],
    options: { as: orElse('viz_type', 'timeseries', ['timeseries', 'toplist']) },
  },
  alert_value: {
    builder: 'alertValue',
    positional: [['monitor', at('alert_id', 'monitor')]],
    options: { precision: at('precision'), unit: at('unit'), align: oneOf('text_align', aligns) },
  },
  bar_chart: {
    builder: 'barChart',
    positional: titled,
    options: { style: at('style', 'named', barStyleFields) },
  },
  change: { builder: 'change', positional: titled, options: {} },
  check_status: {
    builder: 'checkStatus',
    positional: [title, ['check', at('check')]],
    options: {
      /** `'check'` where a group is given, else `'cluster'`. */
      grouping: oneOf('grouping', ['check', 'cluster']),
      group: at('group'),
      groupBy: at('group_by'),
      tags: at('tags'),
    },
  },
  cohort: { builder: 'cohort', positional: titled, options: {} },
  custom: {
    builder: 'customWidget',
    positional: [title, ['app', at('app_id')], ['widget', at('custom_widget_key')]],
    options: { options: at('options') },
  },
  distribution: {
    builder: 'distribution',
    positional: titled,
    options: {
      markers: at('markers', 'markers', { value: true, display_type: true, label: true, time: true }),
      legend: at('show_legend'),
      legendSize: at('legend_size'),
      xAxis: axis('xaxis'),
      yAxis: axis('yaxis'),
    },
  },
  embedded_app: {
    builder: 'embeddedApp',
    positional: [title],
    options: { template: at('template_id'), app: at('app_id'), inputs: at('inputs') },
  },
  event_stream: {
    builder: 'eventStream',
    positional: [title, ['search', at('query')]],
    options: {
      event: oneOf('event_size', eventSizes),
      tagsExecution: oneOf('tags_execution', tagsExecutions),
    },
  },
  event_timeline: {
    builder: 'eventTimeline',
    positional: [title, ['search', at('query')]],
    options: { tagsExecution: oneOf('tags_execution', tagsExecutions) },
  },
  free_text: {
    builder: 'freeText',
    positional: [['text', at('text')]],
    options: {
      color: at('color'),
      fontSize: at('font_size'),
      align: oneOf('text_align', aligns),
      background: at('background_color'),
    },
    plain: true,
  },
  funnel: {
    builder: 'funnel',
    positional: titled,
    options: { groupedDisplay: oneOf('grouped_display', ['stacked', 'side_by_side']) },
  },
  geomap: {
    builder: 'geomap',
    positional: titled,
    options: {
      palette: orElse('style.palette', 'hostmap_blues'),
      flipPalette: orElse('style.palette_flip', false),
      focus: orElse('view.focus', 'WORLD'),
    },
  },
  group: {
    builder: 'group',
    positional: [title, ['widgets', at('widgets', 'widgets')]],
    options: {
      background: oneOf('background_color', groupColors),
      showTitle: at('show_title'),
      banner: at('banner_img'),
      templateVariables: at('template_variables'),
      reflow: oneOf('reflow_type', ['auto', 'fixed']),
    },
    fixed: { layout_type: 'ordered' },
  },
  heatmap: {
    builder: 'heatmap',
    positional: titled,
    options: {
      events: at('events', 'events', { q: true, tags_execution: tagsExecutions }),
      markers: at('markers', 'markers', { value: true, display_type: true, label: true, time: true }),
      legend: at('show_legend'),
      legendSize: at('legend_size'),
      xAxis: at('xaxis', 'named', { num_buckets: true }),
      yAxis: axis('yaxis'),
    },
  },
  hostmap: {
    builder: 'hostmap',
    positional: [title],
    data: {
      fill: at('requests.fill', 'request'),
      area: at('requests.size', 'request'),
      /** The newer form with node types, in Datadog's own names; neither `fill` nor `area` then. */
      infrastructure: at('requests'),
    },
    options: {
      nodeType: oneOf('node_type', ['host', 'container']),
      group: at('group'),
      scope: at('scope'),
      noGroupHosts: at('no_group_hosts'),
      noMetricHosts: at('no_metric_hosts'),
      notes: at('notes'),
      style: at('style', 'named', { palette: true, palette_flip: true, fill_min: true, fill_max: true }),
    },
  },
  iframe: { builder: 'iframe', positional: [['url', at('url')]], options: {}, plain: true },
  image: {
    builder: 'image',
    positional: [['url', at('url')]],
    options: {
      dark: at('url_dark_theme'),
      sizing: oneOf('sizing', imageSizings),
      margin: oneOf('margin', ['sm', 'md', 'lg', 'small', 'large']),
      hasBackground: at('has_background'),
      border: at('has_border'),
      align: oneOf('horizontal_align', aligns),
      verticalAlign: oneOf('vertical_align', verticalAligns),
    },
    plain: true,
  },
  list_stream: {
    builder: 'listStream',
    positional: titled,
    options: { legend: at('show_legend'), legendSize: at('legend_size') },
  },
  log_stream: {
    builder: 'classicLogStream',
    positional: [title, ['search', at('query')]],
    options: {
      indexes: at('indexes'),
      columns: at('columns'),
      sort: at('sort', 'named', { column: true, order: orders }),
      messageDisplay: oneOf('message_display', ['inline', 'expanded-md', 'expanded-lg']),
      dateColumn: at('show_date_column'),
      messageColumn: at('show_message_column'),
      logset: at('logset'),
    },
  },
  manage_status: {
    builder: 'manageStatus',
    positional: [title, ['search', at('query')]],
    options: {
      display: orElse('display_format', 'countsAndList', ['counts', 'countsAndList', 'list']),
      colour: oneOf('color_preference', ['background', 'text']),
      summary: oneOf('summary_type', ['monitors', 'groups', 'combined']),
      sort: oneOf('sort', monitorSorts),
      count: at('count'),
      start: at('start'),
      hideZeroCounts: at('hide_zero_counts'),
      showStatus: at('show_status'),
      showLastTriggered: at('show_last_triggered'),
      lastTriggeredFormat: at('last_triggered_format'),
      showPriority: at('show_priority'),
    },
  },
  note: {
    builder: 'note',
    positional: [['content', at('content')]],
    options: {
      background: oneOf('background_color', noteColors),
      fontSize: at('font_size'),
      align: oneOf('text_align', aligns),
      verticalAlign: oneOf('vertical_align', verticalAligns),
      padding: at('has_padding'),
      tick: at('show_tick'),
      tickPosition: at('tick_pos'),
      tickEdge: oneOf('tick_edge', ['left', 'right', 'top', 'bottom']),
    },
    plain: true,
  },
  point_plot: {
    builder: 'pointPlot',
    positional: titled,
    options: {
      legend: at('legend', 'named', { type: ['automatic', 'none'] }),
      markers: at('markers', 'markers', { value: true, display_type: true, label: true, time: true }),
      yAxis: axis('yaxis'),
    },
  },
  powerpack: {
    builder: 'powerpack',
    positional: [title, ['powerpack', at('powerpack_id')]],
    options: {
      templateVariables: at('template_variables', 'named', {
        controlled_by_powerpack: true,
        controlled_externally: true,
        name: true,
        prefix: true,
        values: true,
      }),
      showTitle: at('show_title'),
      background: oneOf('background_color', groupColors),
      banner: at('banner_img'),
    },
  },
  query_table: {
    builder: 'table',
    positional: titled,
    options: { searchBar: oneOf('has_search_bar', ['always', 'never', 'auto']) },
  },
  query_value: {
    builder: 'queryValue',
    positional: titled,
    options: {
      unit: at('custom_unit'),
      precision: at('precision'),
      autoscale: at('autoscale'),
      align: oneOf('text_align', aligns),
      background: oneOf('timeseries_background.type', ['area', 'bars']),
      backgroundAxis: axis('timeseries_background.yaxis'),
    },
  },
  retention_curve: { builder: 'retentionCurve', positional: titled, options: {} },
  run_workflow: {
    builder: 'runWorkflow',
    positional: [title, ['workflow', at('workflow_id')]],
    options: { inputs: at('inputs') },
  },
  sankey: {
    builder: 'sankey',
    positional: titled,
    options: { sortNodes: at('sort_nodes'), showOtherLinks: at('show_other_links') },
  },
  scatterplot: {
    builder: 'scatterplot',
    positional: [title],
    data: {
      /** Formulas whose `dimension` says which axis they are. */
      table: at('requests.table', 'request'),
      x: at('requests.x', 'request'),
      y: at('requests.y', 'request'),
    },
    options: {
      xAxis: axis('xaxis'),
      yAxis: axis('yaxis'),
      colorByGroups: at('color_by_groups'),
    },
  },
  servicemap: {
    builder: 'serviceMap',
    positional: [title, ['service', at('service')]],
    options: { filters: at('filters') },
  },
  slo: {
    builder: 'sloWidget',
    positional: [['slo', at('slo_id', 'slo')]],
    options: {
      viewType: orElse('view_type', 'detail', ['detail']),
      view: orElse('view_mode', 'overall', ['overall', 'component', 'both']),
      /** The SLO's own timeframes where it is one of the project, else `['30d']`; null leaves the field out. */
      windows: orElse('time_windows', ['30d'], sloWidgetWindows),
      errorBudget: orElse('show_error_budget', true),
      globalTimeTarget: at('global_time_target'),
      filters: at('additional_query_filters'),
    },
  },
  slo_list: {
    builder: 'sloList',
    positional: [title, ['search', at('requests.0.query.query_string')]],
    options: {
      limit: orElse('requests.0.query.limit', 100),
      sort: at('requests.0.query.sort', 'named', { column: true, order: orders }),
    },
    fixed: { 'requests.0.request_type': 'slo_list' },
  },
  split_group: {
    builder: 'splitGroup',
    positional: [title, ['widget', at('source_widget_definition', 'widget')]],
    options: {
      /** The tag or attribute that each graph has one value of. */
      by: at('split_config.split_dimensions.0.one_graph_per'),
      limit: orElse('split_config.limit', 24),
      order: orElse('split_config.sort.order', 'desc', orders),
      compute: at('split_config.sort.compute', 'named', { aggregation: true, metric: true }),
      values: at('split_config.static_splits', 'named', { tag_key: true, tag_values: true }),
      graphSize: orElse('size', 'md', ['xs', 'sm', 'md', 'lg']),
      uniformYAxes: at('has_uniform_y_axes'),
    },
  },
  sunburst: {
    builder: 'pieChart',
    positional: titled,
    options: {
      legend: at('legend', 'named', {
        type: ['none', 'table', 'inline', 'automatic'],
        hide_percent: true,
        hide_value: true,
      }),
      hideTotal: at('hide_total'),
    },
  },
  timeseries: {
    builder: 'timeseries',
    positional: titled,
    options: {
      events: at('events', 'events', { q: true, tags_execution: tagsExecutions }),
      markers: at('markers', 'markers', { value: true, display_type: true, label: true, time: true }),
      legend: at('show_legend'),
      legendLayout: oneOf('legend_layout', legendLayouts),
      legendColumns: oneOf('legend_columns', legendColumns),
      legendSize: at('legend_size'),
      yAxis: axis('yaxis'),
      rightYAxis: axis('right_yaxis'),
    },
  },
  toplist: { builder: 'toplist', positional: titled, options: { style: at('style', 'named') } },
  topology_map: { builder: 'topologyMap', positional: titled, options: {} },
  trace_service: {
    builder: 'traceService',
    positional: [title, ['service', at('service')]],
    options: {
      env: at('env'),
      spanName: at('span_name'),
      showHits: at('show_hits'),
      showErrors: at('show_errors'),
      showLatency: at('show_latency'),
      showBreakdown: at('show_breakdown'),
      showDistribution: at('show_distribution'),
      showResourceList: at('show_resource_list'),
      sizeFormat: oneOf('size_format', ['small', 'medium', 'large']),
      display: oneOf('display_format', ['one_column', 'two_column', 'three_column']),
    },
  },
  treemap: {
    builder: 'treemap',
    positional: titled,
    options: {
      colorBy: oneOf('color_by', ['user']),
      groupBy: oneOf('group_by', ['user', 'family', 'process']),
      sizeBy: oneOf('size_by', ['pct_cpu', 'pct_mem']),
    },
  },
  wildcard: {
    builder: 'wildcard',
    positional: titled,
    options: {
      language: orElse('specification.type', 'vega-lite', ['vega', 'vega-lite']),
      contents: at('specification.contents'),
    },
  },
} as const satisfies Record<string, WidgetBuilder>

export type BuiltWidgetType = keyof typeof widgetBuilders

/** The builder of a widget type, or undefined where only `raw(…)` can write it. */
export function widgetBuilderOf(type: string): WidgetBuilder | undefined {
  return Object.hasOwn(widgetBuilders, type) ? widgetBuilders[type as BuiltWidgetType] : undefined
}

const classicSearchFields = {
  index: true,
  search: true,
  query: true,
  compute: true,
  multi_compute: true,
  aggregation: true,
  facet: true,
  interval: true,
  group_by: true,
  limit: true,
  sort: true,
  order: orders,
} as const

const classicSearch = (path: string): WidgetField => at(path, 'named', classicSearchFields)

/** Queries of the superseded form, none of which may stand beside `queries`. */
const classicOptions = {
  q: at('q', 'metric'),
  logQuery: classicSearch('log_query'),
  apmQuery: classicSearch('apm_query'),
  rumQuery: classicSearch('rum_query'),
  eventQuery: at('event_query', 'named', { ...classicSearchFields, tags_execution: true }),
  networkQuery: classicSearch('network_query'),
  securityQuery: classicSearch('security_query'),
  processQuery: at('process_query', 'named', { metric: true, search_by: true, filter_by: true, limit: true }),
  auditQuery: classicSearch('audit_query'),
  profileMetricsQuery: classicSearch('profile_metrics_query'),
  apmStatsQuery: at('apm_stats_query', 'named', {
    env: true,
    service: true,
    name: true,
    primary_tag: true,
    row_type: ['service', 'resource', 'span'],
    resource: true,
    columns: true,
    alias: true,
    order: orders,
    cell_display_mode: cellDisplayModes,
  }),
} as const satisfies Options

const formulaOptions = {
  queries: at('queries', 'queries'),
  formulas: at('formulas', 'formulas', {
    formula: true,
    alias: true,
    limit: true,
    count: true,
    order: orders,
    style: true,
    palette_index: true,
    conditional_formats: true,
    ...formatFields,
    number_format: true,
    unit: true,
    unit_scale: true,
    type: ['canonical_unit', 'custom_unit_label'],
    unit_name: true,
    per_unit_name: true,
    label: true,
    cell_display_mode: cellDisplayModes,
    cell_display_mode_options: true,
    trend_type: ['area', 'line', 'bars'],
    y_scale: ['shared', 'independent'],
    dimension: ['x', 'y', 'radius', 'color', 'fill', 'size', 'group', 'node'],
  }),
  ...classicOptions,
  style: at('style', 'named', styleFields),
  conditionalFormats: at('conditional_formats', 'named', formatFields),
  sort: at('sort', 'named', {
    count: true,
    order_by: true,
    type: ['formula', 'group'],
    index: true,
    name: true,
    order: orders,
  }),
} as const satisfies Options

/** Written by default where the request has `queries`, and only there. */
const dataOptions = {
  ...formulaOptions,
  responseFormat: oneOf('response_format', ['timeseries', 'scalar', 'event_list']),
} as const satisfies Options

const histogramOptions = {
  ...dataOptions,
  requestType: oneOf('request_type', ['histogram']),
  query: at('query', 'named'),
} as const satisfies Options

/** The fields of one request, by widget type; `extra` holds further ones in Datadog's own names. */
export const widgetRequests = {
  bar_chart: dataOptions,
  change: {
    ...dataOptions,
    changeType: oneOf('change_type', ['absolute', 'relative']),
    compareTo: oneOf('compare_to', changePeriods),
    orderBy: oneOf('order_by', ['change', 'name', 'present', 'past']),
    orderDir: oneOf('order_dir', orders),
    increaseGood: at('increase_good'),
    showPresent: at('show_present'),
  },
  cohort: { requestType: orElse('request_type', 'retention_grid', ['retention_grid']), query: at('query') },
  distribution: histogramOptions,
  funnel: {
    requestType: orElse('request_type', 'funnel', ['funnel', 'user_journey_funnel']),
    query: at('query'),
    comparisonTime: at('comparison_time', 'named', comparisonFields),
    comparisonSegments: at('comparison_segments'),
  },
  geomap: {
    ...dataOptions,
    columns: at('columns', 'columns', { field: true, width: ['auto', 'compact', 'full'] }),
    query: at('query', 'named'),
    textFormats: at('text_formats', 'named', textFormatFields),
  },
  heatmap: histogramOptions,
  hostmap: classicOptions,
  list_stream: {
    source: oneOf('query.data_source', streamDataSources),
    search: at('query.query_string'),
    indexes: at('query.indexes'),
    storage: at('query.storage'),
    sort: at('query.sort', 'named', { column: true, order: orders }),
    event: oneOf('query.event_size', eventSizes),
    groupBy: at('query.group_by', 'named', { facet: true }),
    compute: at('query.compute', 'named', { aggregation: true, facet: true }),
    clusteringPatternFieldPath: at('query.clustering_pattern_field_path'),
    assigneeUuids: at('query.assignee_uuids'),
    persona: oneOf('query.persona', ['all', 'browser', 'mobile', 'backend']),
    states: oneOf('query.states', ['OPEN', 'IGNORED', 'ACKNOWLEDGED', 'RESOLVED']),
    suspectedCauses: at('query.suspected_causes'),
    teamHandles: at('query.team_handles'),
    version: oneOf('query.version', ['sequential_query']),
    calculatedFields: at('query.calculated_fields'),
    columns: at('columns', 'columns', { field: true, width: ['auto', 'compact', 'full'] }),
    responseFormat: orElse('response_format', 'event_list', ['event_list']),
  },
  point_plot: {
    requestType: orElse('request_type', 'data_projection', ['data_projection']),
    query: at('query', 'named', { data_source: true, query_string: true, indexes: true, storage: true }),
    projection: at('projection', 'named', {
      type: ['point_plot'],
      dimensions: true,
      column: true,
      dimension: ['group', 'time', 'y', 'radius'],
      alias: true,
      extra_columns: true,
    }),
    limit: at('limit'),
  },
  query_table: {
    ...dataOptions,
    aggregator: oneOf('aggregator', classicAggregators),
    alias: at('alias'),
    limit: at('limit'),
    order: oneOf('order', orders),
    cellDisplayMode: oneOf('cell_display_mode', cellDisplayModes),
    textFormats: at('text_formats', 'named', textFormatFields),
  },
  query_value: {
    ...dataOptions,
    aggregator: oneOf('aggregator', classicAggregators),
    comparison: at('comparison', 'named', comparisonFields),
  },
  retention_curve: {
    requestType: orElse('request_type', 'retention_curve', ['retention_curve']),
    query: at('query'),
    style: at('style', 'named', { palette: true }),
  },
  sankey: { requestType: orElse('request_type', 'sankey', ['sankey', 'netflow_sankey']), query: at('query') },
  scatterplot: { ...dataOptions, aggregator: oneOf('aggregator', ['avg', 'last', 'max', 'min', 'sum']) },
  sunburst: dataOptions,
  timeseries: {
    ...dataOptions,
    display: oneOf('display_type', displayTypes),
    onRightAxis: at('on_right_yaxis'),
    metadata: at('metadata', 'named', { expression: true, alias_name: true }),
  },
  toplist: dataOptions,
  topology_map: {
    requestType: orElse('request_type', 'topology', ['topology']),
    query: at('query', 'named', {
      data_source: ['service_map', 'data_streams'],
      service: true,
      filters: true,
      query_string: true,
    }),
  },
  treemap: dataOptions,
  wildcard: {
    ...histogramOptions,
    display: oneOf('display_type', displayTypes),
    onRightAxis: at('on_right_yaxis'),
    metadata: at('metadata', 'named', { expression: true, alias_name: true }),
  },
} as const satisfies Readonly<Partial<Record<BuiltWidgetType, Options>>>

/** Widget types whose requests have a table. */
export type RequestedWidgetType = keyof typeof widgetRequests

/** The options of one request of a widget type, or undefined for types without requests. */
export function widgetRequestOf(type: string): Options | undefined {
  return Object.hasOwn(widgetRequests, type) ? widgetRequests[type as RequestedWidgetType] : undefined
}

/** A function that makes one query of `queries`, named by the key it stands under. */
export interface WidgetQueryBuilder {
  readonly builder: string
  readonly positional: readonly (readonly [name: string, field: WidgetField])[]
  readonly options: Options
}

const crossOrganisation = { crossOrgUuids: at('cross_org_uuids') } as const

const metric = [['query', at('query', 'metric')]] as const
const measured = { aggregator: oneOf('aggregator', scalarAggregators) } as const
const dataSource = ['dataSource', at('data_source')] as const

/**
 * The builders of single queries, by name. A bare expression or text stands for `metricQuery(…)`, and where the request is
 * `scalar` adds the aggregator `sum` for counts and `avg` for everything else. Every builder also takes `extra`.
 * What none of them can say is `rawQuery({ data_source: …, … })`, without the name.
 */
export const widgetQueries = {
  metricQuery: {
    positional: metric,
    options: {
      ...measured,
      semanticMode: oneOf('semantic_mode', ['combined', 'native']),
      ...crossOrganisation,
    },
    sources: ['metrics'],
  },
  costQuery: {
    positional: metric,
    options: { ...measured, ...crossOrganisation },
    sources: ['cloud_cost'],
  },
  eventsQuery: {
    positional: [dataSource],
    options: {
      search: at('search.query'),
      indexes: at('indexes'),
      compute: at('compute', 'named', eventSearchFields),
      groupBy: at('group_by', 'named', eventSearchFields),
      storage: at('storage'),
      calculatedFields: at('calculated_fields'),
      ...crossOrganisation,
    },
    sources: eventDataSources,
  },
  processQuery: {
    positional: [dataSource, ['metric', at('metric')]],
    options: {
      textFilter: at('text_filter'),
      tagFilters: at('tag_filters'),
      limit: at('limit'),
      sort: oneOf('sort', orders),
      isNormalizedCpu: at('is_normalized_cpu'),
      ...measured,
      ...crossOrganisation,
    },
    sources: ['process', 'container'],
  },
  apmMetricsQuery: {
    positional: [['stat', at('stat')]],
    options: {
      service: at('service'),
      operationName: at('operation_name'),
      operationMode: at('operation_mode'),
      resourceName: at('resource_name'),
      resourceHash: at('resource_hash'),
      spanKind: oneOf('span_kind', ['server', 'client', 'producer', 'consumer', 'internal']),
      peerTags: at('peer_tags'),
      filter: at('query_filter'),
      groupBy: at('group_by'),
    },
    sources: ['apm_metrics'],
  },
  apmResourceQuery: {
    positional: [['stat', at('stat')]],
    options: {
      env: at('env'),
      service: at('service'),
      operationName: at('operation_name'),
      resourceName: at('resource_name'),
      primaryTagName: at('primary_tag_name'),
      primaryTagValue: at('primary_tag_value'),
      groupBy: at('group_by'),
      ...crossOrganisation,
    },
    sources: ['apm_resource_stats'],
  },
  apmDependencyQuery: {
    positional: [['stat', at('stat')]],
    options: {
      env: at('env'),
      service: at('service'),
      operationName: at('operation_name'),
      resourceName: at('resource_name'),
      primaryTagName: at('primary_tag_name'),
      primaryTagValue: at('primary_tag_value'),
      isUpstream: at('is_upstream'),
      ...crossOrganisation,
    },
    sources: ['apm_dependency_stats'],
  },
  sloQuery: {
    positional: [
      ['slo', at('slo_id', 'slo')],
      ['measure', oneOf('measure', sloMeasures)],
    ],
    options: {
      groupMode: oneOf('group_mode', ['overall', 'components']),
      sloType: oneOf('slo_query_type', ['metric', 'monitor', 'time_slice']),
      filters: at('additional_query_filters'),
      ...crossOrganisation,
    },
    sources: ['slo'],
  },
} as const satisfies Record<string, Omit<WidgetQueryBuilder, 'builder'> & { sources: readonly string[] }>

export type WidgetQueryName = keyof typeof widgetQueries

const queryBuilders: ReadonlyMap<string, WidgetQueryBuilder> = new Map(
  Object.entries(widgetQueries).flatMap(([builder, { positional, options, sources }]) =>
    sources.map(source => [source, { builder, positional, options }] as const),
  ),
)

/** The builder for queries with a `data_source`, or undefined where only `rawQuery(…)` can write it. */
export function widgetQueryBuilderOf(source: string): WidgetQueryBuilder | undefined {
  return queryBuilders.get(source)
}

/** `include_zero` for `includeZero`. */
export function fieldName(option: string): string {
  return option.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** `includeZero` for `include_zero`. */
export function optionName(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Whether an object can be written with `camelCase` keys and comes back the same; where a key cannot, as `@usr.id`, the
 * field that holds the object has to be given in `extra`.
 */
export function isNameable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNameable)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([key, inner]) => fieldName(optionName(key)) === key && isNameable(inner),
  )
}

/**
 * Whether the type of a builder's option allows a value of its field. Where it does not (a value or an inner field that
 * this version does not know), the field has to be given in `extra`, or the whole widget in `raw(…)`.
 */
export function isKnownValue({ known }: WidgetField, value: unknown): boolean {
  if (known === undefined || value === undefined) return true
  if (Array.isArray(value)) return value.every(item => isKnownValue({ path: '', known }, item))
  if (isList(known)) return known.includes(String(value))
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([field, inner]) => isKnownField(known, field, inner))
}

function isList(known: KnownValues): known is readonly string[] {
  return Array.isArray(known)
}

function isKnownField(
  known: Exclude<KnownValues, readonly string[]>,
  field: string,
  value: unknown,
): boolean {
  const values = Object.hasOwn(known, field) ? known[field] : undefined
  if (values === undefined) return false
  if (Array.isArray(value) || (typeof value === 'object' && value !== null)) {
    return isKnownValue({ path: '', known }, value)
  }
  return values === true || (typeof value === 'string' && values.includes(value))
}
