import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import { type Call, param, type Route } from '../route.js'
import { type NamedMetric, namedMetrics } from './named-metrics.js'

/** https://docs.datadoghq.com/api/latest/metrics/, as much of it as reads names, types and tags. */
export const METRIC_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/metrics', handle: listMetrics },
  { method: 'GET', path: '/api/v1/metrics/:metric', handle: readMetadata },
  { method: 'GET', path: '/api/v2/metrics/:metric/all-tags', handle: readTags },
]

/** `GET /api/v1/metrics`: every metric that reported since `from`, which is required. */
function listMetrics(call: Call, account: Account): Answer {
  const from = call.query.get('from')
  if (from === null || !/^\d{1,12}$/.test(from)) return refuse(400, "The parameter 'from' is required")
  return ok({ from, metrics: [...namedMetrics(account).keys()] })
}

function find(call: Call, account: Account): NamedMetric | undefined {
  return namedMetrics(account).get(param(call, 'metric'))
}

/** `GET /api/v1/metrics/{metric}`: nobody wrote units here, so there is only the type. */
function readMetadata(call: Call, account: Account): Answer {
  const metric = find(call, account)
  if (metric === undefined) return refuse(404, 'metric_name not found')
  return ok({
    description: null,
    integration: null,
    per_unit: null,
    short_name: null,
    statsd_interval: null,
    type: metric.type,
    unit: null,
  })
}

/** `GET /api/v2/metrics/{metric}/all-tags` */
function readTags(call: Call, account: Account): Answer {
  const metric = find(call, account)
  if (metric === undefined) return refuse(404, `metric ${param(call, 'metric')} not found`)
  const data = { id: param(call, 'metric'), type: 'metrics', attributes: { tags: [...metric.tags].sort() } }
  return ok({ data })
}
