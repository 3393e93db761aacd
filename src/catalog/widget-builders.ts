import { at, type Options, oneOf, orElse, type WidgetBuilder } from './widget-field.js'
import {
  aligns,
  axis,
  barStyleFields,
  eventSizes,
  monitorSorts,
  orders,
  tagsExecutions,
  timeUnits,
  verticalAligns,
} from './widget-known-values.js'
import {
  groupColors,
  imageSizings,
  legendColumns,
  legendLayouts,
  liveSpans,
  noteColors,
  sloWidgetWindows,
} from './widget-values.js'

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
