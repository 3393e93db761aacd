// The examples of the design, as written there; what they leave out is declared first.
import {
  anomalies,
  avg,
  burnRateAlerts,
  composite,
  dashboard,
  group,
  log,
  message,
  monitor,
  monitorStatus,
  not,
  p95,
  queryValue,
  slo,
  sloWidget,
  sum,
  timeseries,
  variable,
} from '../../src/dsl/index.js'

const errorRate = monitor('error-rate', { name: '', alert: log('status:error').last('5m').above(10) })
const maintenance = monitor('maintenance', { name: '', alert: avg('maintenance.active').last('5m').above(0) })
const p95Line = p95('http.req.duration')
const p99Line = p95('http.req.duration')
const failed = sum('http.req.failed').asCount()
const requests = sum('http.reqs').asCount()

export const cpuAnomaly = monitor('container-cpu-anomaly', {
  name: 'Container CPU behaves unusually',
  alert: anomalies(avg('container.cpu.user').by('container_name'), 'basic', 2, {
    direction: 'both',
    interval: 60,
    alertWindow: '15m',
    countDefaultZero: true,
  })
    .last('4h')
    .atLeast({ critical: 1, criticalRecovery: 0 }),
  message: message(({ alert, recovery, tag }) => [
    alert`CPU of ${tag('container_name')} left its usual band. @slack-sre`,
    recovery`Back to normal. @slack-sre`,
  ]),
  tags: ['team:sre', 'service:container'],
  priority: 2,
})

const errors = sum('trace.http.request.errors').where({ env: 'prod', service: 'api' }).asCount()
const hits = sum('trace.http.request.hits').where({ env: 'prod', service: 'api' }).asCount()

export const availability = slo('api-availability', {
  name: 'API answers normally',
  good: hits.minus(errors),
  total: hits,
  target: { '30d': 99.9 },
  warning: { '30d': 99.95 },
})
export const budgetAlerts = burnRateAlerts(availability, { page: '@pagerduty-sre', ticket: '@slack-sre' })

export const down = monitor('checkout-down', {
  name: '',
  alert: composite(cpuAnomaly.and(errorRate).and(not(maintenance))),
})

export const k6 = dashboard('k6-load-test', {
  title: 'k6 load test',
  templateVariables: [variable('env', { default: 'staging' })],
  widgets: [
    group('Latency', [
      timeseries('p95 / p99', [p95Line, p99Line]),
      queryValue('Error rate', failed.dividedBy(requests).times(100), { unit: '%', red: { above: 1 } }),
    ]),
    sloWidget(availability),
    monitorStatus(cpuAnomaly),
  ],
})

// The form of the card.
anomalies(avg('container.cpu.user'), 'basic', 2)
