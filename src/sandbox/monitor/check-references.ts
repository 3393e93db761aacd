import type { Account } from '../account.js'
import type { JsonObject } from '../json.js'
import { arrayOf, objectOf, textOf } from '../json.js'
import { composedIds, isComposition } from './composite-query.js'
import { floatText, readComparison } from './query-facts.js'
import { readSloQuery } from './slo-query.js'

const INVALID_QUERY = "The value provided for parameter 'query' is invalid"
const MOST_COMPOSED = 10

/**
 * A composite names up to ten existing monitors, none of them a composite:
 * https://docs.datadoghq.com/monitors/types/composite/
 */
export function checkComposite(monitor: JsonObject, account: Account): string | undefined {
  if (monitor.type !== 'composite') return undefined
  const query = textOf(monitor.query)
  const ids = composedIds(query)
  if (!isComposition(query) || ids.length > MOST_COMPOSED) return INVALID_QUERY
  const isUsable = (id: string) => {
    const part = account.store.get('monitor', id)
    return part !== undefined && (part.type !== 'composite' || account.takesNestedComposites)
  }
  return ids.every(isUsable) ? undefined : 'Some monitor IDs are invalid'
}

/** An SLO alert names an existing SLO and one of its timeframes, and a burn rate that the target allows. */
export function checkSloAlert(monitor: JsonObject, account: Account): string | undefined {
  if (monitor.type !== 'slo alert') return undefined
  const query = readSloQuery(textOf(monitor.query))
  const slo = query && account.store.get('slo', query.sloId)
  if (!query?.isStandardForm || !slo) return INVALID_QUERY
  const threshold = arrayOf(slo.thresholds)
    .map(objectOf)
    .find(item => item.timeframe === query.timeframe)
  if (!threshold) return INVALID_QUERY
  return query.measure === 'burn_rate' ? checkBurnRate(monitor, threshold.target) : undefined
}

function checkBurnRate(monitor: JsonObject, target: unknown): string | undefined {
  const rate = readComparison(textOf(monitor.query))?.value
  if (rate === undefined || typeof target !== 'number') return undefined
  // 1 / (1 - 0.9) is 10.000000000000002: rounded, so that the documented limit itself is allowed.
  const most = Number((100 / (100 - target)).toPrecision(12))
  if (rate > 0 && rate <= most) return undefined
  return (
    `Alert threshold (${floatText(rate)}) must be in range 0 to ${floatText(most)} ` +
    'for burn rate alerts (max threshold = 1/1-slo target).'
  )
}
