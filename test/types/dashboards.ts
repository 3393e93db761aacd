import {
  avg,
  dashboard,
  group,
  log,
  monitor,
  monitorStatus,
  preset,
  queryValue,
  raw,
  slo,
  sloWidget,
  sum,
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
