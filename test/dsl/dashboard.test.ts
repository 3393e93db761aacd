import { describe, expect, it } from 'vitest'
import { widgets as widgetFacts } from '../../src/catalog/index.js'
import {
  alertValue,
  avg,
  change,
  checkStatus,
  compile,
  cost,
  type DashboardLayout,
  dashboard,
  distribution,
  eventStream,
  eventTimeline,
  formula,
  freeText,
  group,
  heatmap,
  iframe,
  image,
  line,
  listStream,
  log,
  logStream,
  manageStatus,
  monitor,
  monitorStatus,
  note,
  pieChart,
  preset,
  queryValue,
  raw,
  rawDashboard,
  slo,
  sloList,
  sloWidget,
  sum,
  table,
  timeseries,
  toplist,
  treemap,
  variable,
  type Widget,
} from '../../src/dsl/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { problems } from './printed.js'

const hits = sum('hits').asCount()
const errors = sum('errors').asCount()
const load = monitor('load', { name: '', alert: avg('a').last('5m').above(1) })
const fast = slo('fast', { name: '', good: hits, total: hits, target: { '7d': 99, '30d': 99 } })

const definitionsOf = (widgets: readonly Widget[], layout?: DashboardLayout) =>
  compile(dashboard('d', { title: 'D', widgets, ...(layout === undefined ? {} : { layout }) })).widgets
const definitionOf = (widget: Widget) => definitionsOf([widget], 'fixed')[0]?.definition as JsonObject
const requestOf = (widget: Widget) => (definitionOf(widget).requests as JsonObject[])[0] as JsonObject

describe('a dashboard', () => {
  it('arranges its widgets in order by itself', () => {
    const env = variable('env', { default: 'staging', values: ['staging', 'prod'] })
    const made = dashboard('board', {
      title: 'Board',
      description: 'Why.',
      templateVariables: [env, variable('free', { prefix: null, defaults: ['a', 'b'] }), { name: 'raw' }],
      presets: [preset('Production', { env: 'prod', free: ['a', 'b'] })],
      tags: ['team:sre'],
      notifyList: ['a@example.com'],
      widgets: [note('Hello'), group('Group', [note('Inside')])],
      extra: { unheard: true },
    })
    expect(compile(made)).toEqual({
      title: 'Board',
      description: 'Why.',
      layout_type: 'ordered',
      reflow_type: 'auto',
      widgets: [
        { definition: { type: 'note', content: 'Hello' } },
        {
          definition: {
            title: 'Group',
            type: 'group',
            layout_type: 'ordered',
            widgets: [{ definition: { type: 'note', content: 'Inside' } }],
          },
        },
      ],
      template_variables: [
        { name: 'env', prefix: 'env', default: 'staging', available_values: ['staging', 'prod'] },
        { name: 'free', prefix: null, defaults: ['a', 'b'] },
        { name: 'raw' },
      ],
      template_variable_presets: [
        {
          name: 'Production',
          template_variables: [
            { name: 'env', value: 'prod' },
            { name: 'free', values: ['a', 'b'] },
          ],
        },
      ],
      tags: ['team:sre'],
      notify_list: ['a@example.com'],
      unheard: true,
    })
    expect(made.origin?.file).toMatch(/dashboard\.test\.ts$/)
  })

  it('computes rows of twelve columns when it is fixed', () => {
    const board = definitionsOf(
      [
        timeseries('a', hits),
        timeseries('b', hits),
        queryValue('c', hits, { size: { width: 8, height: 2 } }),
        toplist('d', hits),
        timeseries('too wide', hits, { size: { width: 40 } }),
        group('e', [queryValue('f', hits), timeseries('g', hits)]),
        note('h', { at: { x: 3, y: 40, width: 2, height: 2 } }),
        note('i'),
      ],
      'fixed',
    )
    expect(board.map(({ layout }) => layout)).toEqual([
      { x: 0, y: 0, width: 6, height: 3 },
      { x: 6, y: 0, width: 6, height: 3 },
      { x: 0, y: 3, width: 8, height: 2 },
      { x: 8, y: 3, width: 4, height: 4 },
      { x: 0, y: 7, width: 12, height: 3 },
      { x: 0, y: 10, width: 12, height: 4 },
      { x: 3, y: 40, width: 2, height: 2 },
      { x: 0, y: 42, width: 4, height: 3 },
    ])
    const inside = board[5]?.definition.widgets as { layout: object }[]
    expect(inside.map(({ layout }) => layout)).toEqual([
      { x: 0, y: 0, width: 3, height: 2 },
      { x: 3, y: 0, width: 6, height: 3 },
    ])
  })

  it('never lets computed widgets overlap or leave the board', () => {
    const sizes = Array.from({ length: 40 }, (_, index) => ({
      width: 1 + ((index * 7) % 13),
      height: 1 + (index % 4),
    }))
    const board = definitionsOf(
      sizes.map(size => note('n', { size })),
      'fixed',
    )
    const taken = new Set<string>()
    for (const { layout } of board) {
      const { x, y, width, height } = layout as Record<'x' | 'y' | 'width' | 'height', number>
      expect(x + width).toBeLessThanOrEqual(12)
      for (let column = x; column < x + width; column += 1) {
        for (let row = y; row < y + height; row += 1) {
          expect(taken.has(`${column} ${row}`)).toBe(false)
          taken.add(`${column} ${row}`)
        }
      }
    }
  })

  it('has no columns when it is free', () => {
    const made = dashboard('free', { title: 'Free', layout: 'free', widgets: [freeText('a'), note('b')] })
    expect(compile(made)).toMatchObject({
      layout_type: 'free',
      widgets: [
        { layout: { x: 0, y: 0, width: 72, height: 8 } },
        { layout: { x: 72, y: 0, width: 48, height: 24 } },
      ],
    })
    expect(compile(made)).not.toHaveProperty('reflow_type')
  })

  it('can be Datadog’s own JSON', () => {
    const definition = { title: 'Raw', layout_type: 'ordered', widgets: [], unheard: true }
    expect(compile(rawDashboard('raw', definition))).toBe(definition)
  })

  it.each([
    [
      'a place on a board that arranges itself',
      () => definitionsOf([note('a', { at: { x: 0, y: 0, width: 1, height: 1 } })]),
      /layout: 'fixed'/,
    ],
    ['groups in groups', () => definitionsOf([group('a', [group('b', [])])]), /group stands inside a group/],
    [
      'a preset of an unknown variable',
      () => dashboard('d', { title: '', widgets: [], presets: [preset('p', { env: 'a' })] }),
      /`variable\('env'\)`/,
    ],
    ['a variable with a dollar', () => variable('$env'), /without the `\$`/],
  ] as const)('refuses %s', (_, code, sentence) => {
    expect(problems(code).join()).toMatch(sentence)
  })
})

describe('data of widgets', () => {
  it('becomes queries, each once, and one formula for each line', () => {
    expect(requestOf(timeseries('t', [errors.dividedBy(hits).times(100).as('rate'), hits]))).toEqual({
      response_format: 'timeseries',
      queries: [
        { name: 'query1', data_source: 'metrics', query: 'sum:errors{*}.as_count()' },
        { name: 'query2', data_source: 'metrics', query: 'sum:hits{*}.as_count()' },
      ],
      formulas: [{ formula: 'query1 / query2 * 100', alias: 'rate' }, { formula: 'query2' }],
      display_type: 'line',
    })
  })

  it('keeps functions and numbers in the formula', () => {
    const { queries, formulas } = requestOf(
      timeseries('t', "top(abs(avg:a{*} by {b}), 5, 'mean', 'desc') + 1"),
    )
    expect(queries).toEqual([{ name: 'query1', data_source: 'metrics', query: 'avg:a{*} by {b}' }])
    expect(formulas).toEqual([{ formula: "top(abs(query1), 5, 'mean', 'desc') + 1" }])
  })

  it('may come from events and from formulas with names of their own', () => {
    const ratio = formula({ query1: log('status:error'), all: log('*') }, q => q.query1.dividedBy(q.all))
    const { queries, formulas } = requestOf(
      timeseries('t', [hits, log('x').by('host'), ratio, line(ratio, { alias: 'r' })]),
    )
    expect((queries as JsonObject[]).map(({ name, data_source }) => [name, data_source])).toEqual([
      ['query2', 'metrics'],
      ['query3', 'logs'],
      ['query1', 'logs'],
      ['all', 'logs'],
    ])
    expect(formulas).toEqual([
      { formula: 'query2' },
      { formula: 'query3' },
      { formula: 'query1 / all' },
      { formula: 'query1 / all', alias: 'r' },
    ])
    const costs = formula({ aws: cost('sum:aws.cost{*}') }, ({ aws }) => aws)
    expect(requestOf(queryValue('q', costs)).queries).toEqual([
      { name: 'aws', data_source: 'cloud_cost', query: 'sum:aws.cost{*}', aggregator: 'sum' },
    ])
  })

  it('is reduced to one number by the sum of counts and the average of all else', () => {
    const queries = requestOf(table('t', [hits, avg('a')])).queries as JsonObject[]
    expect(queries.map(({ aggregator }) => aggregator)).toEqual(['sum', 'avg'])
    expect(
      (requestOf(queryValue('q', line(hits, { aggregator: 'last' }))).queries as JsonObject[])[0]?.aggregator,
    ).toBe('last')
  })

  it('with other looks gets requests of its own', () => {
    const widget = timeseries('t', [
      hits,
      line(errors, { display: 'bars', palette: 'warm', onRightAxis: true }),
      avg('a'),
    ])
    expect(definitionOf(widget).requests).toMatchObject([
      { display_type: 'line', formulas: [{}, {}] },
      { display_type: 'bars', style: { palette: 'warm' }, on_right_yaxis: true, formulas: [{}] },
    ])
  })
})

describe('widgets', () => {
  it.each<readonly [string, Widget, JsonObject]>([
    [
      'query value',
      queryValue('Q', hits, {
        unit: '%',
        precision: 2,
        red: { above: 1 },
        green: { atMost: 1 },
        background: 'area',
      }),
      {
        title: 'Q',
        type: 'query_value',
        requests: [
          {
            response_format: 'scalar',
            queries: [
              { name: 'query1', data_source: 'metrics', query: 'sum:hits{*}.as_count()', aggregator: 'sum' },
            ],
            formulas: [{ formula: 'query1' }],
            conditional_formats: [
              { comparator: '>', value: 1, palette: 'white_on_red' },
              { comparator: '<=', value: 1, palette: 'white_on_green' },
            ],
          },
        ],
        custom_unit: '%',
        precision: 2,
        timeseries_background: { type: 'area' },
      },
    ],
    ['SLO', sloWidget(fast), { type: 'slo', slo_id: '${slo:fast}', time_windows: ['7d', '30d'] }],
    [
      'SLO from elsewhere',
      sloWidget('abc', { windows: ['90d'], title: 'S' }),
      { slo_id: 'abc', time_windows: ['90d'], title: 'S' },
    ],
    [
      'monitor',
      monitorStatus(load),
      { type: 'alert_graph', alert_id: '${monitor:load}', viz_type: 'timeseries' },
    ],
    ['monitor from elsewhere', monitorStatus(12, { as: 'toplist' }), { alert_id: '12', viz_type: 'toplist' }],
    [
      'value of a monitor',
      alertValue(load, { precision: 1 }),
      { type: 'alert_value', alert_id: '${monitor:load}', precision: 1 },
    ],
    [
      'monitors',
      manageStatus('M', 'team:sre'),
      { type: 'manage_status', query: 'team:sre', display_format: 'countsAndList' },
    ],
    [
      'check',
      checkStatus('C', 'http.up', { group: 'host:a' }),
      { type: 'check_status', check: 'http.up', grouping: 'check', group: 'host:a' },
    ],
    [
      'check of a cluster',
      checkStatus('C', 'http.up', { groupBy: ['host'] }),
      { grouping: 'cluster', group_by: ['host'] },
    ],
    [
      'list of SLOs',
      sloList('S', 'team:sre', { limit: 5 }),
      { requests: [{ request_type: 'slo_list', query: { query_string: 'team:sre', limit: 5 } }] },
    ],
    [
      'top list',
      toplist('T', hits, { limit: 5, order: 'asc' }),
      { requests: [{ sort: { count: 5, order_by: [{ type: 'formula', index: 0, order: 'asc' }] } }] },
    ],
    ['table', table('T', [hits], { searchBar: 'auto' }), { type: 'query_table', has_search_bar: 'auto' }],
    [
      'change',
      change('C', hits, { comparedTo: 'week_before', as: 'relative' }),
      {
        requests: [
          { change_type: 'relative', formulas: [{ formula: 'week_before(query1)' }, { formula: 'query1' }] },
        ],
      },
    ],
    [
      'heat map',
      heatmap('H', avg('a').by('host')),
      { type: 'heatmap', requests: [{ response_format: 'timeseries' }] },
    ],
    [
      'distribution',
      distribution('D', avg('a').by('host')),
      { type: 'distribution', requests: [{ response_format: 'scalar' }] },
    ],
    ['pie chart', pieChart('P', hits.by('a')), { type: 'sunburst' }],
    ['tree map', treemap('P', hits.by('a')), { type: 'treemap' }],
    [
      'list of logs',
      logStream('L', 'x', ['host']),
      { type: 'list_stream', requests: [{ query: { data_source: 'logs_stream', query_string: 'x' } }] },
    ],
    [
      'list',
      listStream('L', { source: 'rum_stream', search: 'x', indexes: ['a'] }),
      { requests: [{ query: { data_source: 'rum_stream', indexes: ['a'] } }] },
    ],
    ['events', eventStream('E', 'x', { event: 'l' }), { type: 'event_stream', query: 'x', event_size: 'l' }],
    ['time line of events', eventTimeline('E', 'x'), { type: 'event_timeline', query: 'x' }],
    ['text', freeText('T', { color: '#fff' }), { type: 'free_text', text: 'T', color: '#fff' }],
    [
      'image',
      image('https://a', { sizing: 'contain' }),
      { type: 'image', url: 'https://a', sizing: 'contain' },
    ],
    ['page', iframe('https://a'), { type: 'iframe', url: 'https://a' }],
    [
      'graph with all its trimmings',
      timeseries('T', hits, {
        markers: [
          { at: 5, label: 'limit' },
          { from: 1, to: 2, severity: 'ok', line: 'bold' },
        ],
        yAxis: { includeZero: true, min: 0, max: 'auto', scale: 'log', label: 'y' },
        events: ['deployment'],
        legend: true,
        legendLayout: 'vertical',
        legendColumns: ['avg'],
        span: '1h',
        links: [{ label: 'Runbook', link: 'https://a' }],
        extra: { unheard: true },
      }),
      {
        markers: [
          { value: 'y = 5', display_type: 'error dashed', label: 'limit' },
          { value: '1 < y < 2', display_type: 'ok bold' },
        ],
        yaxis: { include_zero: true, min: '0', max: 'auto', scale: 'log', label: 'y' },
        events: [{ q: 'deployment' }],
        show_legend: true,
        legend_layout: 'vertical',
        legend_columns: ['avg'],
        time: { live_span: '1h' },
        custom_links: [{ label: 'Runbook', link: 'https://a' }],
        unheard: true,
      },
    ],
  ])('%s', (_, widget, expected) => {
    const definition = definitionOf(widget)
    expect(definition).toMatchObject(expected)
    const facts = Object.hasOwn(widgetFacts, String(definition.type))
      ? widgetFacts[definition.type as keyof typeof widgetFacts]
      : undefined
    for (const field of facts?.required ?? []) expect(definition).toHaveProperty(field)
  })

  it('can be Datadog’s own JSON, with or without a layout', () => {
    expect(definitionOf(raw({ type: 'topology_map', requests: [], unheard: 1 }))).toEqual({
      type: 'topology_map',
      requests: [],
      unheard: 1,
    })
    const placed = raw({
      definition: { type: 'note', content: 'x' },
      layout: { x: 1, y: 2, width: 3, height: 4 },
    })
    expect(definitionsOf([placed], 'fixed')).toEqual([
      { definition: { type: 'note', content: 'x' }, layout: { x: 1, y: 2, width: 3, height: 4 } },
    ])
  })
})
