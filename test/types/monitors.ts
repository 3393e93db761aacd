// What must compile, and what must not. Compiled by `tsc`, never run.
import {
  and,
  anomalies,
  avg,
  composite,
  formula,
  log,
  message,
  monitor,
  monitorQuery,
  monitorSlo,
  not,
  or,
  query,
  serviceCheck,
  slo,
  sum,
} from '../../src/dsl/index.js'

const load = avg('system.load.1').where({ env: 'prod' }).by('host', 'service').last('5m')
const total = avg('system.load.1').last('5m').above(4)

// Thresholds are written once.
monitor('once', {
  name: '',
  alert: load.above({ critical: 4, warning: 3, criticalRecovery: 2, warningRecovery: 1 }),
})
// @ts-expect-error thresholds belong to the condition
monitor('twice', { name: '', alert: load.above(4), thresholds: { critical: 4 } })
// @ts-expect-error thresholds belong to the condition, not to the raw options
monitor('twice-raw', { name: '', alert: load.above(4), options: { thresholds: { critical: 4 } } })
// @ts-expect-error the critical threshold cannot be left out
load.above({ warning: 3 })

// The windows of an anomaly monitor belong to `anomalies`.
const anomaly = anomalies(avg('container.cpu.user').by('container_name'), 'basic', 2, { alertWindow: '15m' })
monitor('windows', { name: '', alert: anomaly.last('4h').atLeast({ critical: 1, criticalRecovery: 0 }) })
// @ts-expect-error nobody writes threshold_windows by hand
monitor('windows-raw', { name: '', alert: anomaly.last('4h').atLeast(1), options: { threshold_windows: {} } })
// @ts-expect-error not an algorithm
anomalies(avg('container.cpu.user'), 'simple', 2)
// @ts-expect-error a duration needs a unit
anomalies(avg('container.cpu.user'), 'basic', 2, { alertWindow: '15' })

// A message may use only tags that the query groups or filters by.
const grouped = load.above(4)
monitor('tags', {
  name: '',
  alert: grouped,
  message: message(({ alert, tag }) => [alert`${tag('host')} in ${tag('env')} of ${tag('service')}`]),
})
monitor('tags-wrong', {
  name: '',
  alert: grouped,
  // @ts-expect-error `pod_name` is neither grouped nor filtered by
  message: message(({ alert, tag }) => [alert`${tag('pod_name')} is slow`]),
})
monitor('tags-of-section', {
  name: '',
  alert: grouped,
  // @ts-expect-error one wrong section is enough
  message: message(({ alert, recovery, tag }) => [alert`${tag('host')}`, recovery`${tag('pod_name')}`]),
})
monitor('tags-in-condition', {
  name: '',
  alert: grouped,
  // @ts-expect-error a condition uses tags too
  message: message(({ match, tag }) => [match(tag('region'), 'eu')`in Europe`]),
})
monitor('tags-of-nothing', {
  name: '',
  alert: total,
  // @ts-expect-error an ungrouped, unfiltered query has no tags
  message: message(({ alert, tag }) => [alert`${tag('host')}`]),
})
// Without `message(…)` the editor completes the tags.
monitor('tags-completed', {
  name: '',
  alert: grouped,
  message: ({ alert, tag }) => [alert`${tag('host')} is busy`],
})
monitor('tags-completed-wrong', {
  name: '',
  alert: grouped,
  // @ts-expect-error and refuses others
  message: ({ alert, tag }) => [alert`${tag('pod_name')}`],
})
monitor('no-tags', {
  name: '',
  alert: total,
  message: message(({ alert, value }) => [alert`Load is ${value}`]),
})
// Nothing is known about raw text, so any tag may be meant.
monitor('raw-text', {
  name: '',
  alert: query('avg:system.load.1{*} by {pod_name}').last('5m').above(4),
  message: message(({ alert, tag }) => [alert`${tag('pod_name')}`]),
})
monitor('raw-scope', {
  name: '',
  alert: avg('system.load.1').where('pod_name:web-*').last('5m').above(4),
  message: message(({ alert, tag }) => [alert`${tag('pod_name')}`]),
})
monitor('raw-operand', {
  name: '',
  alert: avg('a').plus('avg:b{*} by {pod_name}').last('5m').above(4),
  message: message(({ alert, tag }) => [alert`${tag('pod_name')}`]),
})
monitor('number-operand', {
  name: '',
  alert: avg('a').by('host').times(100).last('5m').above(4),
  // @ts-expect-error a number brings no tags
  message: message(({ alert, tag }) => [alert`${tag('pod_name')}`]),
})
monitor('negated-filter', {
  name: '',
  alert: avg('a')
    .where(not({ env: 'dev' }))
    .last('5m')
    .above(4),
  message: message(({ alert, tag }) => [alert`${tag('env')}`]),
})
monitor('check-tags', {
  name: '',
  alert: serviceCheck('http.can_connect').over('env:prod').by('host').last(4).countByStatus({ critical: 3 }),
  message: message(({ alert, tag }) => [alert`${tag('host')} in ${tag('env')}`]),
})

// `notifyBy` takes group keys only, `newGroupDelay` needs groups.
monitor('notify-by', { name: '', alert: grouped, notifyBy: ['service'], newGroupDelay: '1m' })
monitor('notify-by-all', { name: '', alert: grouped, notifyBy: ['*'] })
// @ts-expect-error `env` is filtered by, not grouped by
monitor('notify-by-filter', { name: '', alert: grouped, notifyBy: ['env'] })
// @ts-expect-error a simple alert has no groups
monitor('notify-by-simple', { name: '', alert: total, notifyBy: ['host'] })
// @ts-expect-error a simple alert has no new groups
monitor('new-group-delay-simple', { name: '', alert: total, newGroupDelay: '1m' })

// Each type has its own options.
const errors = log('status:error').by('service').last('5m').above(10)
monitor('log-option', { name: '', alert: errors, enableLogsSample: true, onMissingData: 'resolve' })
// @ts-expect-error logs have no `notify_no_data`
monitor('log-no-data', { name: '', alert: errors, notifyNoData: true })
// @ts-expect-error log samples belong to log monitors
monitor('metric-log-option', { name: '', alert: grouped, enableLogsSample: true })
// @ts-expect-error a full window belongs to metrics
monitor('log-full-window', { name: '', alert: errors, requireFullWindow: true })
// @ts-expect-error the two ways to treat missing data exclude each other
monitor('missing-data', { name: '', alert: grouped, notifyNoData: true, onMissingData: 'resolve' })
// @ts-expect-error a typing mistake in an option
monitor('typo', { name: '', alert: grouped, notifyNoDatas: true })
monitor('priority', { name: '', alert: grouped, priority: 2 })
// @ts-expect-error priorities are 1 to 5
monitor('priority-six', { name: '', alert: grouped, priority: 6 })
// @ts-expect-error a duration needs a unit
monitor('duration', { name: '', alert: grouped, noDataTimeframe: '10' })

// Composites are made of other monitors.
const first = monitor('first', { name: '', alert: grouped })
const second = monitor('second', { name: '', alert: errors })
const both = monitor('both', { name: '', alert: composite(first.and(second).or(not(first))) })
// @ts-expect-error composites of composites do not exist
composite(first.and(both))
// @ts-expect-error composites say nothing about missing data
monitor('composite-option', { name: '', alert: composite(first), onMissingData: 'resolve' })

// An SLO takes only monitors that can back one.
monitorSlo('backed', { name: '', monitors: [first], groups: ['host:a'], target: { '30d': 99 } })
// @ts-expect-error a composite cannot back an SLO
monitorSlo('by-composite', { name: '', monitors: [both], target: { '30d': 99 } })
// @ts-expect-error a log monitor cannot back an SLO
monitorSlo('by-logs', { name: '', monitors: [second], target: { '30d': 99 } })
// @ts-expect-error groups need a single monitor
monitorSlo('groups', { name: '', monitors: [first, first], groups: ['host:a'], target: { '30d': 99 } })

// The type of a formula is that of its queries.
const ratio = formula({ failed: log('status:error'), all: log('*') }, q => q.failed.dividedBy(q.all))
  .last('5m')
  .above(1)
monitor('formula', { name: '', alert: ratio, enableLogsSample: true })
// @ts-expect-error not the option of a log formula
monitor('formula-option', { name: '', alert: ratio, requireFullWindow: true })
// @ts-expect-error a query that was not named
formula({ failed: log('status:error') }, q => q.all)

// Raw monitor queries.
monitor('raw', { name: '', alert: 'avg(last_5m):avg:system.load.1{*} > 4' })
monitor('raw-typed', {
  name: '',
  alert: monitorQuery('logs("*").index("*").rollup("count").last("5m") > 4', { type: 'log alert' }),
  enableLogsSample: true,
})

// Methods belong to series, thresholds to evaluations.
// @ts-expect-error arithmetic cannot be rolled up
avg('a').plus(avg('b')).rollup('sum', 60)
// @ts-expect-error a comparison needs a window
avg('a').above(4)
// @ts-expect-error not a rollup aggregator
avg('a').rollup('p99', 60)
// @ts-expect-error not a way to fill
avg('a').fill('nothing')

slo('rates', { name: '', good: sum('a').asCount(), total: sum('b').asCount(), target: { '30d': 99.9 } })

// Conditions of different keys can be joined.
monitor('joined-filters', {
  name: '',
  alert: avg('a')
    .where(or({ env: 'prod' }, not({ team: 'sre' }), and({ role: 'web' })))
    .last('5m')
    .above(4),
  message: message(({ alert, tag }) => [alert`${tag('env')} ${tag('team')} ${tag('role')}`]),
})
monitor('joined-filters-wrong', {
  name: '',
  alert: avg('a')
    .where(or({ env: 'prod' }, { team: 'sre' }))
    .last('5m')
    .above(4),
  // @ts-expect-error `pod_name` is in neither
  message: message(({ alert, tag }) => [alert`${tag('pod_name')}`]),
})
