import {
  dashboard,
  group,
  logStream,
  manageStatus,
  monitorStatus,
  note,
  p50,
  p95,
  p99,
  queryValue,
  sloWidget,
  sum,
  timeseries,
  toplist,
  variable,
} from 'dogma'
import { down, errors, latency, reachable } from '../monitors/api.js'
import { availability } from '../slos/api.js'

const env = variable('env', { default: 'prod', values: ['prod', 'staging'] })

const hits = sum('trace.http.request.hits').where({ service: 'api' }).where(env).asCount()
const failed = sum('trace.http.request.errors').where({ service: 'api' }).where(env).asCount()
const errorRate = failed.dividedBy(hits).times(100)

const median = p50('trace.http.request').where({ service: 'api' }).where(env)
const slow = p95('trace.http.request').where({ service: 'api' }).where(env)
const slowest = p99('trace.http.request').where({ service: 'api' }).where(env)

export const api = dashboard('api', {
  title: 'API',
  description: 'Traffic, latency and errors of the API, with the monitors and the SLO that watch over them.',
  tags: ['team:sre'],
  templateVariables: [env],
  widgets: [
    note('Start at **Health**. What to do for each alert: https://wiki.example.com/api', {
      background: 'yellow',
    }),
    group('Health', [
      sloWidget(availability),
      manageStatus('Monitors of the API', 'service:api', { display: 'countsAndList', showPriority: true }),
      monitorStatus(reachable, { title: 'Does it answer?', as: 'toplist' }),
      monitorStatus(latency, { title: 'Is it fast?' }),
      monitorStatus(errors, { title: 'Does it log errors?' }),
      monitorStatus(down, { title: 'Are customers affected?' }),
    ]),
    group('Traffic', [
      queryValue('Requests', hits, { precision: 0 }),
      queryValue('Error rate', errorRate, {
        unit: '%',
        precision: 2,
        red: { above: 1 },
        yellow: { above: 0.1 },
        green: { atMost: 0.1 },
      }),
      timeseries('Requests and errors', [hits.as('requests'), failed.as('errors')], { display: 'bars' }),
      timeseries('Error rate', errorRate.as('error rate in %'), {
        markers: [{ at: 1, label: 'alert', severity: 'error' }],
        yAxis: { includeZero: true },
      }),
    ]),
    group('Latency', [
      timeseries('Latency', [median.as('median'), slow.as('p95'), slowest.as('p99')], {
        markers: [{ at: 0.8, label: 'api-latency alerts' }],
        legend: true,
        legendColumns: ['avg', 'max'],
      }),
      toplist('Slowest resources', slow.by('resource_name'), { limit: 10 }),
    ]),
    logStream('Errors in the logs', 'service:api status:error $env', ['host', '@peer.service']),
  ],
})
