import type { MonitorDefinition, Resource } from '../model/index.js'
import { metricSlo } from './example.js'

/** A burn-rate alert with this query, beside the SLO `api` (99.9 percent of 30 days) that it watches. */
export function burnRateAlert(query: string): readonly Resource[] {
  const definition: MonitorDefinition = {
    type: 'slo alert',
    query,
    name: 'The API burns its budget',
    message: 'See the SLO. @pagerduty-sre',
    tags: ['team:sre'],
    priority: 1,
    options: { thresholds: { critical: Number(query.split('>').at(-1)) } },
  }
  return [
    { kind: 'slo', key: 'api', management: {}, definition: metricSlo() },
    { kind: 'monitor', key: 'burn', management: {}, definition },
  ]
}
