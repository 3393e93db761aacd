import { describe, expect, it } from 'vitest'
import {
  alertValue,
  apmDependencyQuery,
  apmMetricsQuery,
  apmResourceQuery,
  avg,
  barChart,
  change,
  classicLogStream,
  cohort,
  costQuery,
  customWidget,
  embeddedApp,
  eventStream,
  eventsQuery,
  freeText,
  funnel,
  geomap,
  group,
  heatmap,
  hostmap,
  image,
  line,
  listStream,
  log,
  manageStatus,
  metricQuery,
  note,
  pieChart,
  pointPlot,
  powerpack,
  processQuery,
  queryValue,
  rawQuery,
  retentionCurve,
  runWorkflow,
  sankey,
  scatterplot,
  serviceMap,
  slo,
  sloQuery,
  sloWidget,
  splitGroup,
  sum,
  table,
  timeseries,
  toplist,
  topologyMap,
  traceService,
  treemap,
  type Widget,
  wildcard,
} from '../../src/dsl/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { problems } from './printed.js'

const hits = sum('hits').asCount()
const fast = slo('fast', { name: '', good: hits, total: hits, target: { '7d': 99 } })

const requestOf = ({ definition }: Widget) => (definition.requests as readonly JsonObject[])[0]

describe('widgets', () => {
  it.each<readonly [string, Widget, JsonObject]>([
    [
      'alert value',
      alertValue('12', { align: 'center' }),
      { type: 'alert_value', alert_id: '12', text_align: 'center' },
    ],
    [
      'bar chart',
      barChart('B', hits.by('a'), {
        limit: 3,
        style: { display: { type: 'stacked', legend: 'inline' }, scaling: 'relative' },
      }),
      {
        title: 'B',
        type: 'bar_chart',
        style: { display: { type: 'stacked', legend: 'inline' }, scaling: 'relative' },
        requests: [
          {
            response_format: 'scalar',
            queries: [
              {
                name: 'query1',
                data_source: 'metrics',
                query: 'sum:hits{*} by {a}.as_count()',
                aggregator: 'sum',
              },
            ],
            formulas: [{ formula: 'query1' }],
            sort: { count: 3, order_by: [{ type: 'formula', index: 0, order: 'desc' }] },
          },
        ],
      },
    ],
    [
      'cohort',
      cohort('C', { query: { data_source: 'x' } }),
      {
        title: 'C',
        type: 'cohort',
        requests: [{ request_type: 'retention_grid', query: { data_source: 'x' } }],
      },
    ],
    [
      'custom widget',
      customWidget('C', 'app', 'flags', { options: { Project: '12' } }),
      {
        title: 'C',
        type: 'custom',
        app_id: 'app',
        custom_widget_key: 'flags',
        options: { Project: '12' },
      },
    ],
    [
      'app',
      embeddedApp('A', { template: 't', inputs: [{ name: 'a', value: 1 }] }),
      { title: 'A', type: 'embedded_app', template_id: 't', inputs: [{ name: 'a', value: 1 }] },
    ],
    [
      'events',
      eventStream(null, 'x', { tagsExecution: 'and' }),
      { type: 'event_stream', query: 'x', tags_execution: 'and' },
    ],
    [
      'text',
      freeText('x', { align: 'left', background: '#fff' }),
      { type: 'free_text', text: 'x', text_align: 'left', background_color: '#fff' },
    ],
    [
      'funnel',
      funnel(
        'F',
        {
          requestType: 'user_journey_funnel',
          query: { search: { node_objects: { A: {} } } },
          comparisonTime: { type: 'custom_timeframe', customTimeframe: { from: 1, to: 2 } },
        },
        { groupedDisplay: 'stacked' },
      ),
      {
        title: 'F',
        type: 'funnel',
        grouped_display: 'stacked',
        requests: [
          {
            request_type: 'user_journey_funnel',
            query: { search: { node_objects: { A: {} } } },
            comparison_time: { type: 'custom_timeframe', custom_timeframe: { from: 1, to: 2 } },
          },
        ],
      },
    ],
    [
      'map of the world',
      geomap('G', { queries: { a: hits.by('country') }, formulas: ['a'] }, { focus: 'FR' }),
      {
        title: 'G',
        type: 'geomap',
        style: { palette: 'hostmap_blues', palette_flip: false },
        view: { focus: 'FR' },
        requests: [
          {
            response_format: 'scalar',
            queries: [
              {
                name: 'a',
                data_source: 'metrics',
                query: 'sum:hits{*} by {country}.as_count()',
                aggregator: 'sum',
              },
            ],
            formulas: [{ formula: 'a' }],
          },
        ],
      },
    ],
    [
      'group',
      group('G', [], { background: 'vivid_blue', banner: 'https://a', reflow: 'fixed' }),
      {
        title: 'G',
        type: 'group',
        layout_type: 'ordered',
        background_color: 'vivid_blue',
        banner_img: 'https://a',
        reflow_type: 'fixed',
      },
    ],
    [
      'heat map of a distribution',
      heatmap('H', {
        requestType: 'histogram',
        query: { dataSource: 'metrics', name: 'q', query: 'histogram:a{*}' },
      }),
      {
        title: 'H',
        type: 'heatmap',
        requests: [
          {
            request_type: 'histogram',
            query: { data_source: 'metrics', name: 'q', query: 'histogram:a{*}' },
          },
        ],
      },
    ],
    [
      'host map',
      hostmap(
        'H',
        { fill: { q: avg('a').by('host') }, area: { q: 'avg:b{*}' } },
        { nodeType: 'host', noGroupHosts: true, style: { paletteFlip: true, fillMin: '1' } },
      ),
      {
        title: 'H',
        type: 'hostmap',
        requests: { fill: { q: 'avg:a{*} by {host}' }, size: { q: 'avg:b{*}' } },
        node_type: 'host',
        no_group_hosts: true,
        style: { palette_flip: true, fill_min: '1' },
      },
    ],
    [
      'host map of another kind',
      hostmap('H', { infrastructure: { node_type: 'pod', enrichments: [] } }),
      { title: 'H', type: 'hostmap', requests: { node_type: 'pod', enrichments: [] } },
    ],
    [
      'image',
      image('u', {
        margin: 'md',
        hasBackground: true,
        border: false,
        align: 'center',
        verticalAlign: 'top',
      }),
      {
        type: 'image',
        url: 'u',
        margin: 'md',
        has_background: true,
        has_border: false,
        horizontal_align: 'center',
        vertical_align: 'top',
      },
    ],
    [
      'list',
      listStream('L', {
        source: 'logs_pattern_stream',
        search: 'x',
        columns: ['a', { field: 'b', width: 'full' }],
        groupBy: [{ facet: 'c' }],
        sort: { column: 'a', order: 'asc' },
        storage: 'hot',
      }),
      {
        title: 'L',
        type: 'list_stream',
        requests: [
          {
            response_format: 'event_list',
            query: {
              data_source: 'logs_pattern_stream',
              query_string: 'x',
              storage: 'hot',
              sort: { column: 'a', order: 'asc' },
              group_by: [{ facet: 'c' }],
            },
            columns: [
              { field: 'a', width: 'auto' },
              { field: 'b', width: 'full' },
            ],
          },
        ],
      },
    ],
    [
      'logs in the older form',
      classicLogStream('L', 'x', { sort: { column: 'time', order: 'desc' }, messageDisplay: 'inline' }),
      {
        title: 'L',
        type: 'log_stream',
        query: 'x',
        sort: { column: 'time', order: 'desc' },
        message_display: 'inline',
      },
    ],
    [
      'monitors',
      manageStatus('M', 'x', { display: null, sort: 'status,asc', count: 50 }),
      { title: 'M', type: 'manage_status', query: 'x', sort: 'status,asc', count: 50 },
    ],
    [
      'note',
      note('x', { tick: true, tickEdge: 'left', tickPosition: '50%', background: '#ffe' }),
      {
        type: 'note',
        content: 'x',
        show_tick: true,
        tick_edge: 'left',
        tick_pos: '50%',
        background_color: '#ffe',
      },
    ],
    [
      'pie chart',
      pieChart(null, { queries: {}, sort: { count: 1 } }, { legend: { type: 'inline', hidePercent: true } }),
      {
        type: 'sunburst',
        requests: [{ response_format: 'scalar', queries: [], sort: { count: 1 } }],
        legend: { type: 'inline', hide_percent: true },
      },
    ],
    [
      'point plot',
      pointPlot('P', {
        query: { dataSource: 'logs', queryString: 'x' },
        projection: {
          type: 'point_plot',
          dimensions: [{ column: 'a', dimension: 'y' }],
          extraColumns: ['b'],
        },
      }),
      {
        title: 'P',
        type: 'point_plot',
        requests: [
          {
            request_type: 'data_projection',
            query: { data_source: 'logs', query_string: 'x' },
            projection: {
              type: 'point_plot',
              dimensions: [{ column: 'a', dimension: 'y' }],
              extra_columns: ['b'],
            },
          },
        ],
      },
    ],
    [
      'powerpack',
      powerpack('P', 'id', {
        templateVariables: {
          controlledByPowerpack: [{ name: 'a', values: ['b'] }],
          controlledExternally: [],
        },
      }),
      {
        title: 'P',
        type: 'powerpack',
        powerpack_id: 'id',
        template_variables: {
          controlled_by_powerpack: [{ name: 'a', values: ['b'] }],
          controlled_externally: [],
        },
      },
    ],
    [
      'retention curve',
      retentionCurve('R', { query: {}, style: { palette: 'x' } }),
      {
        title: 'R',
        type: 'retention_curve',
        requests: [{ request_type: 'retention_curve', query: {}, style: { palette: 'x' } }],
      },
    ],
    [
      'workflow',
      runWorkflow('W', 'id', { inputs: [{ name: 'env', value: '$env' }] }),
      { title: 'W', type: 'run_workflow', workflow_id: 'id', inputs: [{ name: 'env', value: '$env' }] },
    ],
    [
      'ways',
      sankey('S', { query: { mode: 'source' } }, { sortNodes: true }),
      {
        title: 'S',
        type: 'sankey',
        requests: [{ request_type: 'sankey', query: { mode: 'source' } }],
        sort_nodes: true,
      },
    ],
    [
      'scatter plot in the older form',
      scatterplot(
        'S',
        { x: { q: 'avg:a{*}', aggregator: 'max' }, y: { q: avg('b') } },
        { xAxis: { scale: 'log', min: 1 }, colorByGroups: ['app'] },
      ),
      {
        title: 'S',
        type: 'scatterplot',
        requests: { x: { q: 'avg:a{*}', aggregator: 'max' }, y: { q: 'avg:b{*}' } },
        xaxis: { scale: 'log', min: '1' },
        color_by_groups: ['app'],
      },
    ],
    [
      'service map',
      serviceMap('S', 'api', { filters: ['env:prod'] }),
      { title: 'S', type: 'servicemap', service: 'api', filters: ['env:prod'] },
    ],
    [
      'SLO without its usual fields',
      sloWidget(fast, { viewType: null, view: null, windows: null, errorBudget: null }),
      { type: 'slo', slo_id: '${slo:fast}' },
    ],
    [
      'split graph',
      splitGroup('S', timeseries('T', { queries: {} }), { by: 'service', limit: 6, uniformYAxes: true }),
      {
        title: 'S',
        type: 'split_group',
        source_widget_definition: {
          title: 'T',
          type: 'timeseries',
          requests: [{ response_format: 'timeseries', queries: [] }],
        },
        split_config: {
          split_dimensions: [{ one_graph_per: 'service' }],
          limit: 6,
          sort: { order: 'desc' },
        },
        size: 'md',
        has_uniform_y_axes: true,
      },
    ],
    [
      'topology',
      topologyMap('T', { query: { dataSource: 'data_streams', service: 'a', filters: [] } }),
      {
        title: 'T',
        type: 'topology_map',
        requests: [
          { request_type: 'topology', query: { data_source: 'data_streams', service: 'a', filters: [] } },
        ],
      },
    ],
    [
      'service',
      traceService('S', 'api', { env: 'prod', spanName: 'http', showHits: true, display: 'two_column' }),
      {
        title: 'S',
        type: 'trace_service',
        env: 'prod',
        service: 'api',
        span_name: 'http',
        show_hits: true,
        display_format: 'two_column',
      },
    ],
    [
      'tree map in the older form',
      treemap('T', { q: 'avg:a{*}' }, { groupBy: 'process', sizeBy: 'pct_cpu' }),
      {
        title: 'T',
        type: 'treemap',
        requests: [{ q: 'avg:a{*}' }],
        group_by: 'process',
        size_by: 'pct_cpu',
      },
    ],
    [
      'drawing',
      wildcard('W', { queries: { a: 'avg:a{*}' }, responseFormat: 'scalar' }, { contents: { Mark: 'bar' } }),
      {
        title: 'W',
        type: 'wildcard',
        requests: [
          {
            response_format: 'scalar',
            queries: [{ name: 'a', data_source: 'metrics', query: 'avg:a{*}', aggregator: 'avg' }],
          },
        ],
        specification: { type: 'vega-lite', contents: { Mark: 'bar' } },
      },
    ],
  ])('%s', (_, widget, expected) => {
    expect(widget.definition).toEqual(expected)
  })

  it('take the fields that every widget has, and any other under its own name', () => {
    const { definition } = toplist('T', [], {
      titleSize: '16',
      titleAlign: 'left',
      time: { type: 'live', value: 4, unit: 'hour' },
      links: [{ overrideLabel: 'logs', isHidden: true }],
      description: 'd',
      extra: { requests: [], unheard: { aB: 1 } },
    })
    expect(definition).toEqual({
      title: 'T',
      type: 'toplist',
      requests: [],
      title_size: '16',
      title_align: 'left',
      time: { type: 'live', value: 4, unit: 'hour' },
      custom_links: [{ override_label: 'logs', is_hidden: true }],
      description: 'd',
      unheard: { aB: 1 },
    })
  })

  it('add a span to what else is said about the time', () => {
    const { definition } = note('x', { extra: {} })
    expect(definition).not.toHaveProperty('time')
    const timed = timeseries('T', [], { time: { hideIncompleteCostData: true }, span: '1h' })
    expect(timed.definition.time).toEqual({ hide_incomplete_cost_data: true, live_span: '1h' })
  })

  it('of two or more lines can be scatter plots', () => {
    const { requests } = scatterplot('S', { x: avg('a'), y: avg('b'), radius: hits }).definition
    expect(requests).toEqual({
      table: {
        response_format: 'scalar',
        queries: [
          { name: 'query1', data_source: 'metrics', query: 'avg:a{*}', aggregator: 'avg' },
          { name: 'query2', data_source: 'metrics', query: 'avg:b{*}', aggregator: 'avg' },
          { name: 'query3', data_source: 'metrics', query: 'sum:hits{*}.as_count()', aggregator: 'sum' },
        ],
        formulas: [
          { formula: 'query1', dimension: 'x' },
          { formula: 'query2', dimension: 'y' },
          { formula: 'query3', dimension: 'radius' },
        ],
      },
    })
  })
})

describe('whole requests', () => {
  it('keep names, order, texts and everything else as written', () => {
    const request = requestOf(
      timeseries('T', {
        queries: {
          b: 'avg:x{*}   by {host}',
          a: metricQuery(hits, { aggregator: 'last', semanticMode: 'native' }),
          c: log('status:error').by('host'),
        },
        formulas: ['a/b', { formula: 'c', alias: 'C', limit: { count: 5, order: 'desc' } }],
        display: 'bars',
        onRightAxis: false,
        style: { palette: 'warm', lineType: 'dashed', orderBy: 'values', hasValueLabels: true },
        extra: { unheard: 1 },
      }),
    )
    expect(request).toEqual({
      response_format: 'timeseries',
      queries: [
        { name: 'b', data_source: 'metrics', query: 'avg:x{*}   by {host}' },
        {
          name: 'a',
          data_source: 'metrics',
          query: 'sum:hits{*}.as_count()',
          aggregator: 'last',
          semantic_mode: 'native',
        },
        {
          name: 'c',
          data_source: 'logs',
          search: { query: 'status:error' },
          indexes: ['*'],
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'host' }],
        },
      ],
      formulas: [{ formula: 'a/b' }, { formula: 'c', alias: 'C', limit: { count: 5, order: 'desc' } }],
      style: { palette: 'warm', line_type: 'dashed', order_by: 'values', has_value_labels: true },
      display_type: 'bars',
      on_right_yaxis: false,
      unheard: 1,
    })
  })

  it('are in the older form where they have `q` or a search instead of queries', () => {
    const { definition } = timeseries('T', [
      { q: 'avg:a{*},avg:b{*}', metadata: [{ expression: 'avg:a{*}', aliasName: 'A' }] },
      {
        logQuery: {
          index: '*',
          search: { query: 'x' },
          compute: { aggregation: 'count' },
          groupBy: [{ facet: 'host', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
        },
      },
      { processQuery: { metric: 'm', searchBy: 'x', filterBy: ['a'], limit: 1 } },
    ])
    expect(definition.requests).toEqual([
      { q: 'avg:a{*},avg:b{*}', metadata: [{ expression: 'avg:a{*}', alias_name: 'A' }] },
      {
        log_query: {
          index: '*',
          search: { query: 'x' },
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'host', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
        },
      },
      { process_query: { metric: 'm', search_by: 'x', filter_by: ['a'], limit: 1 } },
    ])
  })

  it('can leave the response format out, and hold queries in Datadog’s own JSON', () => {
    const request = requestOf(queryValue('Q', { queries: [{ name: '1', unheard: 1 }], responseFormat: null }))
    expect(request).toEqual({ queries: [{ name: '1', unheard: 1 }] })
  })

  it.each<readonly [string, unknown, JsonObject]>([
    [
      'events',
      eventsQuery('logs', {
        search: 'x',
        compute: { aggregation: 'pc95', metric: '@d', interval: 5000 },
        groupBy: [{ facet: 'host', limit: 3, sort: { aggregation: 'count', order: 'asc' } }],
        storage: 'hot',
      }),
      {
        data_source: 'logs',
        search: { query: 'x' },
        compute: { aggregation: 'pc95', metric: '@d', interval: 5000 },
        group_by: [{ facet: 'host', limit: 3, sort: { aggregation: 'count', order: 'asc' } }],
        storage: 'hot',
      },
    ],
    ['costs', costQuery('sum:aws.cost{*}'), { data_source: 'cloud_cost', query: 'sum:aws.cost{*}' }],
    [
      'processes',
      processQuery('container', 'm', { textFilter: 'x', isNormalizedCpu: true, aggregator: 'avg' }),
      {
        data_source: 'container',
        metric: 'm',
        text_filter: 'x',
        is_normalized_cpu: true,
        aggregator: 'avg',
      },
    ],
    [
      'APM',
      apmMetricsQuery('hits', { service: 's', filter: 'f' }),
      { data_source: 'apm_metrics', stat: 'hits', service: 's', query_filter: 'f' },
    ],
    [
      'resources of APM',
      apmResourceQuery('errors', { env: 'e', service: 's', groupBy: ['r'] }),
      { data_source: 'apm_resource_stats', stat: 'errors', env: 'e', service: 's', group_by: ['r'] },
    ],
    [
      'dependencies of APM',
      apmDependencyQuery('error_rate', { env: 'e', service: 's', isUpstream: true }),
      { data_source: 'apm_dependency_stats', stat: 'error_rate', env: 'e', service: 's', is_upstream: true },
    ],
    [
      'an SLO',
      sloQuery(fast, 'burn_rate', { groupMode: 'overall', sloType: 'metric' }),
      {
        data_source: 'slo',
        slo_id: '${slo:fast}',
        measure: 'burn_rate',
        group_mode: 'overall',
        slo_query_type: 'metric',
      },
    ],
    ['anything', rawQuery({ data_source: 'traces' }), { data_source: 'traces' }],
  ])('hold queries over %s', (_, query, expected) => {
    expect(requestOf(table('T', { queries: { a: query as ReturnType<typeof rawQuery> } }))?.queries).toEqual([
      { name: 'a', ...expected },
    ])
  })

  it.each([
    [
      'an option for lines',
      () => toplist('T', { queries: {} }, { limit: 5 }),
      /`limit` is for lines.*whole request/,
    ],
    [
      'colours for lines',
      () => queryValue('Q', { queries: {} }, { red: { above: 1 } }),
      /`red` is for lines/,
    ],
    ['a wrong query', () => timeseries('T', { queries: { a: 'avg:a{' } }), /./],
    ['a wrong query of the older form', () => timeseries('T', { q: 'avg:' }), /./],
    ['a wrong formula', () => timeseries('T', { queries: {}, formulas: ['a +'] }), /./],
    [
      'what another widget has',
      () => toplist('T', { queries: {}, display: 'bars' }),
      /A request of `toplist` has no `display`/,
    ],
    ['a group to split', () => splitGroup('S', group('G', []), { by: 'a' }), /group cannot be the widget/],
  ] as const)('refuse %s', (_, code, sentence) => {
    expect(problems(code).join()).toMatch(sentence)
  })
})

describe('lines', () => {
  it('say how their value is shown', () => {
    const formats = [{ comparator: '>', value: 1, palette: 'custom_bg', customBgColor: '#f00' }] as const
    const request = requestOf(
      table('T', [
        line(hits, {
          alias: 'A',
          cellDisplayMode: 'bar',
          limit: { count: 3 },
          conditionalFormats: formats,
          numberFormat: { unit: { type: 'canonical_unit', unitName: 'byte' } },
          style: { palette: 'warm', paletteIndex: 2 },
        }),
      ]),
    )
    expect(request?.formulas).toEqual([
      {
        formula: 'query1',
        alias: 'A',
        limit: { count: 3 },
        style: { palette: 'warm', palette_index: 2 },
        conditional_formats: [{ comparator: '>', value: 1, palette: 'custom_bg', custom_bg_color: '#f00' }],
        number_format: { unit: { type: 'canonical_unit', unit_name: 'byte' } },
        cell_display_mode: 'bar',
      },
    ])
  })

  it('of a change are compared with their own past', () => {
    expect(requestOf(change('C', hits, { order: 'asc', increaseGood: true }))).toMatchObject({
      formulas: [{ formula: 'hour_before(query1)' }, { formula: 'query1' }],
      change_type: 'absolute',
      order_by: 'change',
      order_dir: 'asc',
      increase_good: true,
    })
  })
})
