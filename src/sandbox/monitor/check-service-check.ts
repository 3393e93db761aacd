import type { JsonObject } from '../json.js'
import { objectOf, textOf } from '../json.js'

const INVALID_QUERY = "The value provided for parameter 'query' is invalid"

/** The query of a service check: https://docs.datadoghq.com/monitors/types/service_check/ */
export function checkServiceCheck(monitor: JsonObject): string | undefined {
  if (monitor.type !== 'service check') return undefined
  const query = textOf(monitor.query)
  const count = /\.last\(\s*(\d{1,6})\s*\)\s*\.(?:count|pct)_by_status\(\s*\)$/.exec(query)
  if (!/^["']/.test(query) || !count) return INVALID_QUERY
  const last = Number(count[1])
  if (last < 1 || last > 100) return INVALID_QUERY
  // Percentages of a cluster alert are no numbers of checks.
  if (!query.includes('pct_by_status') && last < largestThreshold(monitor)) {
    return 'Last field should be larger than or equal to max threshold defined in monitor options'
  }
  return /\.by\s*\(/.test(query) || isIntegrationCheck(query)
    ? undefined
    : 'A grouping must be specified for custom checks'
}

function largestThreshold(monitor: JsonObject): number {
  const thresholds = objectOf(objectOf(monitor.options).thresholds)
  return Math.max(0, ...Object.values(thresholds).filter(value => typeof value === 'number'))
}

/** Checks of the Agent and of integrations are named `<integration>.<check>`; only the Agent's own are known here. */
function isIntegrationCheck(query: string): boolean {
  return /^["'](?:datadog|aws|ntp|process|http|tcp|dns|ssh|snmp)\./.test(query)
}
