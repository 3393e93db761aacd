import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { arrayOf, objectOf, textOf } from '../json.js'
import { type Call, numberOf, param } from '../route.js'
import { sloNotFound } from './delete.js'

const EMPTY_SERIES: JsonObject = { count: 0, sum: 0, metadata: {}, values: [] }

/**
 * `GET /api/v1/slo/:id/history`. Nothing is measured here, so it has the SLO's own facts and an empty series:
 * https://docs.datadoghq.com/api/latest/service-level-objectives/#get-an-slos-history
 */
export function readHistory(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const slo = account.store.get('slo', id)
  if (!slo) return sloNotFound(id)
  const [from, to] = [numberOf(call, 'from_ts', -1), numberOf(call, 'to_ts', -1)]
  if (from < 0 || to <= from) return refuse(400, 'Invalid payload: from_ts must be before to_ts')
  return ok({
    data: {
      from_ts: from,
      to_ts: to,
      type: slo.type ?? null,
      type_id: slo.type_id ?? null,
      slo: objectOf(slo),
      thresholds: thresholdsOf(slo),
      overall: { name: slo.name ?? null, sli_value: null, span_precision: 0, precision: {}, errors: [] },
      ...(slo.type === 'metric' ? { series: seriesOf(slo) } : { history: [] }),
    },
    errors: null,
  })
}

/** By timeframe, where an SLO itself has a list. */
function thresholdsOf(slo: JsonObject): JsonObject {
  return Object.fromEntries(
    arrayOf(slo.thresholds).map(threshold => [textOf(objectOf(threshold).timeframe), threshold]),
  )
}

function seriesOf(slo: JsonObject): JsonObject {
  const { numerator, denominator } = objectOf(slo.query)
  return {
    numerator: EMPTY_SERIES,
    denominator: EMPTY_SERIES,
    query: `${textOf(numerator)}, ${textOf(denominator)}`,
    times: [],
    interval: 0,
    res_type: 'time_series',
    resp_version: 1,
    message: '',
  }
}
