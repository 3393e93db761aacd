import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { arrayOf, objectOf, omit, textOf } from '../json.js'
import { type Call, numberOf, param } from '../route.js'
import { sloNotFound } from './delete.js'
import { hiddenFields } from './view.js'

const NOTHING_MEASURED: JsonObject = {
  errors: [{ error_message: 'The denominator is zero valued', error_type: 'ZERO_VALUED_DENOMINATOR' }],
  sli_value: null,
  span_precision: 2,
  uptime: null,
  corrections: [],
  state: 'no_data',
}

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
      slo: omit(slo, hiddenFields(slo, account)),
      thresholds: thresholdsOf(slo),
      overall: { ...NOTHING_MEASURED, precision: precisionOf(slo) },
      ...(slo.type === 'metric' ? { group_by: [], series: seriesOf(slo, from, to) } : { history: [] }),
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

function precisionOf(slo: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(thresholdsOf(slo)).map(timeframe => [timeframe, 0]))
}

/** Missing points count as 0, which the server writes into the queries it ran. */
function seriesOf(slo: JsonObject, from: number, to: number): JsonObject {
  const { numerator, denominator } = objectOf(slo.query)
  const [good, total] = [numerator, denominator].map(query => `default_zero(${textOf(query)})`)
  return {
    numerator: emptySeries(0, good!),
    denominator: emptySeries(1, total!),
    query: `${good}, ${total}`,
    numerator_query: good!,
    denominator_query: total!,
    bad_series_query: `${total} - ${good}`,
    graph_query: `${good}, ${total} - ${good}`,
    from_date: from * 1000,
    to_date: to * 1000,
    times: [],
    interval: 0,
    res_type: 'time_series',
    resp_version: 2,
    timing: '0',
    message: '',
  }
}

function emptySeries(index: number, expression: string): JsonObject {
  const metadata = { query_index: index, aggr: 'sum', expression, tag_set: [], unit: null }
  return { count: 0, sum: 0, values: [], metadata }
}
