import type { Account } from '../account.js'
import type { JsonObject } from '../json.js'
import { arrayOf, isObject, objectOf, textOf } from '../json.js'

/** SLO types and their numeric ids. */
export const SLO_TYPE_IDS: ReadonlyMap<string, number> = new Map([
  ['monitor', 0],
  ['metric', 1],
  ['time_slice', 2],
])
const TIMEFRAMES: ReadonlySet<string> = new Set(['7d', '30d', '90d'])

function payload(text: string): string {
  return `Invalid payload: ${text}`
}

/** The server's text when it refuses an SLO body, or undefined. `type` is the type the SLO has or will have. */
export function checkSlo(body: JsonObject, type: string, account: Account): string | undefined {
  const unnamed = checkName(body)
  if (unnamed !== undefined) return unnamed
  if (!SLO_TYPE_IDS.has(type)) return payload(`unknown SLO type '${type}'`)
  return checkSource(body, type, account) ?? checkThresholds(body)
}

function checkSource(body: JsonObject, type: string, account: Account): string | undefined {
  const specification = objectOf(body.sli_specification)
  if (type === 'monitor') return checkMonitors(body, account)
  if (type === 'time_slice') {
    return isObject(specification.time_slice)
      ? undefined
      : payload('must specify the time_slice sli_specification')
  }
  const query = objectOf(body.query)
  const hasQuery = textOf(query.numerator) !== '' && textOf(query.denominator) !== ''
  if (hasQuery || isObject(specification.count)) return undefined
  return payload('must specify the query for count types')
}

function checkMonitors(body: JsonObject, account: Account): string | undefined {
  const ids = arrayOf(body.monitor_ids)
  if (ids.length === 0) return payload('must specify monitor_ids')
  const missing = ids.filter(id => !account.store.get('monitor', String(id)))
  return missing.length > 0 ? payload(`monitors not found: ${missing.map(String).join(', ')}`) : undefined
}

/** Judged before anything else, whether or not the SLO to be changed exists. */
export function checkName(body: JsonObject): string | undefined {
  if (textOf(body.name).trim() === '') return payload("Minimum length of parameter 'name' should be 1")
  const tags = arrayOf(body.tags)
  return tags.every(tag => typeof tag === 'string') ? undefined : payload('tags must be a list of strings')
}

function checkThresholds(body: JsonObject): string | undefined {
  const thresholds = arrayOf(body.thresholds).map(objectOf)
  if (thresholds.length === 0) return payload('must specify at least one threshold')
  const timeframes = thresholds.map(threshold => textOf(threshold.timeframe))
  const unknown = timeframes.find(timeframe => !TIMEFRAMES.has(timeframe))
  if (unknown !== undefined)
    return payload(`The timeframe is incorrect: '${unknown}' is not one of 7d, 30d, 90d`)
  if (new Set(timeframes).size < timeframes.length)
    return payload('thresholds must have different timeframes')
  return thresholds.map(checkThreshold).find(refusal => refusal !== undefined)
}

function checkThreshold(threshold: JsonObject): string | undefined {
  const { target, warning } = threshold
  if (typeof target !== 'number' || target <= 0 || target >= 100) {
    return payload('The target is incorrect: target must be a positive number between (0.0, 100.0)')
  }
  if (warning === undefined || warning === null) return undefined
  const isAbove = typeof warning === 'number' && warning > target && warning < 100
  return isAbove
    ? undefined
    : payload('The warning is incorrect: warning must be a number between (target, 100.0)')
}
