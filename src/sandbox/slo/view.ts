import type { Account } from '../account.js'
import { isShown } from '../dated-fields.js'
import type { Json, JsonObject } from '../json.js'
import { isArray, isObject, omit, stringsOf } from '../json.js'
import { floatText } from '../monitor/query-facts.js'
import { shuffled } from '../random.js'

/** Numbers that come back as floats: `99` is answered as `99.0`. */
const FLOATS: ReadonlySet<string> = new Set(['target', 'warning', 'target_threshold', 'warning_threshold'])
const FLOAT_HOLDERS: ReadonlySet<string> = new Set(['thresholds', ...FLOATS])

/**
 * JSON text of an SLO as one read shows it: tags in random order, because the server's order differs even between
 * two reads of an unchanged SLO.
 */
export function sloText(slo: JsonObject, account: Account): string {
  const shown = {
    ...omit(slo, hiddenFields(slo, account)),
    tags: shuffled(stringsOf(slo.tags), account.random),
  }
  const fields = Object.entries(shown).map(([key, value]) => {
    const text = FLOAT_HOLDERS.has(key) ? textWithFloats(key, value) : JSON.stringify(value)
    return `${JSON.stringify(key)}:${text}`
  })
  return `{${fields.join(',')}}`
}

/** Fields of today that the account's day did not have yet. */
export function hiddenFields(slo: JsonObject, account: Account): ReadonlySet<string> {
  const hasWindow = isShown('timeframe and thresholds of an SLO', account)
  const hasCount = slo.type !== 'metric' || isShown('sli_specification of a metric SLO', account)
  return new Set([
    ...(hasWindow ? [] : ['timeframe', 'target_threshold', 'warning_threshold']),
    ...(hasCount ? [] : ['sli_specification']),
  ])
}

function textWithFloats(key: string, value: Json): string {
  if (typeof value === 'number' && FLOATS.has(key)) return floatText(value)
  if (isArray(value)) return `[${value.map(item => textWithFloats('', item)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}:${textWithFloats(name, item)}`,
  )
  return `{${fields.join(',')}}`
}
