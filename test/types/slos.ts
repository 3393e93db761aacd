import {
  avg,
  burnRate,
  burnRateAlerts,
  errorBudget,
  monitor,
  slo,
  sum,
  timeSliceSlo,
} from '../../src/dsl/index.js'

const hits = sum('trace.http.request.hits').asCount()
const errors = sum('trace.http.request.errors').asCount()

const monthly = slo('monthly', {
  name: '',
  good: hits.minus(errors),
  total: hits,
  target: { '30d': 99.9 },
  warning: { '30d': 99.95 },
})
slo('bad', { name: '', good: hits, bad: errors, target: { '7d': 99, '30d': 99.9 } })
// @ts-expect-error total and bad exclude each other
slo('total-and-bad', { name: '', good: hits, total: hits, bad: errors, target: { '30d': 99.9 } })
// @ts-expect-error a warning needs a target for its timeframe
slo('warning', { name: '', good: hits, total: hits, target: { '30d': 99.9 }, warning: { '7d': 99.95 } })
// @ts-expect-error not a timeframe of SLOs
slo('timeframe', { name: '', good: hits, total: hits, target: { '14d': 99.9 } })

burnRate(monthly, { over: '30d', longWindow: '1h', shortWindow: '5m' }).above(14.4)
// @ts-expect-error this SLO has no target for 7 days
burnRate(monthly, { over: '7d', longWindow: '1h' })
// @ts-expect-error nor for 90
errorBudget(monthly, { over: '90d' })
// @ts-expect-error SLO alerts have no other comparison
errorBudget(monthly, { over: '30d' }).below(10)
burnRateAlerts(monthly, { page: '@pagerduty-sre', ticket: '@slack-sre' })
// @ts-expect-error this SLO has no target for 7 days
burnRateAlerts(monthly, { page: '@pagerduty-sre', ticket: '@slack-sre', over: '7d' })
// @ts-expect-error somebody must be told
burnRateAlerts(monthly, { page: '@pagerduty-sre' })

const budget = errorBudget(monthly, { over: '30d' }).above(80)
monitor('budget', { name: '', alert: budget, renotifyInterval: '1d' })
// @ts-expect-error SLO alerts say nothing about missing data
monitor('budget-no-data', { name: '', alert: budget, notifyNoData: true })
// @ts-expect-error SLO alerts have no groups
monitor('budget-groups', { name: '', alert: budget, notifyBy: ['host'] })

timeSliceSlo('latency', { name: '', good: avg('api.latency'), atMost: 0.5, target: { '7d': 99 } })
// @ts-expect-error a slice needs a bound
timeSliceSlo('no-bound', { name: '', good: avg('api.latency'), target: { '7d': 99 } })
// @ts-expect-error and only one
timeSliceSlo('two-bounds', {
  name: '',
  good: avg('api.latency'),
  atMost: 0.5,
  below: 1,
  target: { '7d': 99 },
})

slo('named', { name: '', count: { queries: { a: hits }, good: 'a', total: 'a' }, target: { '30d': 99.9 } })
// @ts-expect-error all events or bad ones, not both
slo('both', { name: '', count: { queries: {}, good: 'a', total: 'a', bad: 'a' }, target: { '30d': 99 } })
// @ts-expect-error expressions or named queries, not both
slo('mixed', { name: '', good: hits, count: { queries: {}, good: 'a', bad: 'a' }, target: { '30d': 99 } })
// @ts-expect-error the primary timeframe needs a target
slo('primary', { name: '', good: hits, total: hits, target: { '30d': 99.9 }, primary: '7d' })
