import {
  avg,
  dashboard,
  eventsQuery,
  group,
  hostmap,
  listStream,
  log,
  monitor,
  monitorStatus,
  note,
  pieChart,
  preset,
  queryValue,
  raw,
  scatterplot,
  slo,
  sloQuery,
  sloWidget,
  splitGroup,
  sum,
  tab,
  timeseries,
  toplist,
  variable,
} from '../../src/dsl/index.js'

const env = variable('env', { default: 'staging' })
const load = avg('system.load.1').where(env).by('host')
const busy = monitor('busy', { name: '', alert: load.last('5m').above(4) })
const fast = slo('fast', {
  name: '',
  good: sum('a').asCount(),
  total: sum('b').asCount(),
  target: { '30d': 99 },
})

dashboard('board', {
  title: 'Board',
  templateVariables: [env],
  presets: [preset('Production', { env: 'prod' })],
  tags: ['team:sre'],
  widgets: [
    group('Load', [
      timeseries('Load', [load.as('load'), log('status:error'), 'avg:system.load.5{*}'], { display: 'bars' }),
      queryValue('Load', load, { unit: '', red: { above: 1 } }),
      toplist('Busiest', load, { limit: 5 }),
    ]),
    monitorStatus(busy),
    sloWidget(fast),
    raw({ type: 'topology_map', requests: [] }),
  ],
})

// @ts-expect-error dashboards take only `team:` tags
dashboard('tags', { title: '', widgets: [], tags: ['service:api'] })
// @ts-expect-error not a layout
dashboard('layout', { title: '', widgets: [], layout: 'grid' })
// @ts-expect-error not a display
timeseries('', load, { display: 'pie' })
// @ts-expect-error an SLO is not a monitor
monitorStatus(fast)
// @ts-expect-error a monitor is not an SLO
sloWidget(busy)
// @ts-expect-error notes have no requests, so this is not data
timeseries('', busy)

const [first, second] = [timeseries('', load), group('', [])]
dashboard('tabs', { title: '', widgets: [first, second], tabs: [tab('All', [first, second])] })
dashboard('pages', { title: '', tabs: [tab('All', [first, '@1', 7])] })
// @ts-expect-error a board shows widgets, or tabs of widgets
dashboard('nothing', { title: '' })
// @ts-expect-error a tab shows widgets, not names
dashboard('tab-names', { title: '', widgets: [first], tabs: [tab('All', ['first'])] })
// @ts-expect-error one default or several, not both
variable('both', { default: 'a', defaults: ['a'] })

timeseries('', { queries: { a: load, b: log('x'), c: sloQuery(fast, 'burn_rate') }, formulas: ['a / b'] })
timeseries('', [{ q: 'avg:a{*}' }, { queries: {} }])
// @ts-expect-error the two generations do not mix in one request
timeseries('', { queries: { a: load }, q: 'avg:a{*}' })
// @ts-expect-error lines and requests do not mix
timeseries('', [load, { queries: {} }])
// @ts-expect-error a top list has no second axis
toplist('', { queries: {}, metadata: [] })
// @ts-expect-error not a measure of SLOs
sloQuery(fast, 'burn')
// @ts-expect-error not a source of events
eventsQuery('log', { compute: { aggregation: 'count' } })
// @ts-expect-error events are counted or computed
eventsQuery('logs', { search: 'x' })
// @ts-expect-error a pie chart with a table has no percentages to hide
pieChart('', load, { legend: { type: 'table', hidePercent: true } })
// @ts-expect-error the other dimension is missing
scatterplot('', { x: load })
// @ts-expect-error the API has no such span
note('', { span: '1h' })
// @ts-expect-error either hosts by two queries, or the newer form
hostmap('', { fill: { q: load }, infrastructure: {} })
// @ts-expect-error a list needs a source
listStream('', { search: 'x' })
// @ts-expect-error a fixed time has two ends
timeseries('', load, { time: { type: 'fixed', from: 1 } })
// @ts-expect-error the tag is missing that each graph has one value of
splitGroup('', first, { limit: 3 })
