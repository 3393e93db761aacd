import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { arrayOf, objectOf, omit, textOf } from '../json.js'
import { type Call, numberOf, param } from '../route.js'
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
  if (!slo) return refuse(404, `SLO ID: ${id} not found`)
  const [from, to] = [numberOf(call, 'from_ts', -1), numberOf(call, 'to_ts', -1)]
  if (from < 0 || to <= from) {
    return refuse(400, `The timeframe is incorrect: invalid from ${from} or to ${to} timestamp`)
  }
  return ok({
    data: {
      from_ts: from,
      to_ts: to,
      type: slo.type ?? null,
      type_id: slo.type_id ?? null,
      slo: omit(slo, hiddenFields(slo, account)),
      thresholds: thresholdsOf(slo),
      overall: overallOf(slo),
      ...(slo.type === 'metric' ? { group_by: [], series: seriesOf(slo, from, to) } : {}),
    },
    errors: null,
  })
}

/** Of monitors there is only the error; recorded for one without results. */
function overallOf(slo: JsonObject): JsonObject {
  if (slo.type !== 'monitor') return { ...NOTHING_MEASURED, precision: precisionOf(slo, 0) }
  const error = { error_type: 'NO_RESULTS', error_message: 'No results found for this monitor' }
  return { errors: [error], precision: { custom: 0, ...precisionOf(slo, 2) }, corrections: [] }
}

/** By timeframe, where an SLO itself has a list. */
function thresholdsOf(slo: JsonObject): JsonObject {
  return Object.fromEntries(
    arrayOf(slo.thresholds).map(threshold => [textOf(objectOf(threshold).timeframe), threshold]),
  )
}

function precisionOf(slo: JsonObject, digits: number): JsonObject {
  return Object.fromEntries(Object.keys(thresholdsOf(slo)).map(timeframe => [timeframe, digits]))
}

/** Missing points count as 0, which the server writes into the queries it ran. */
function seriesOf(slo: JsonObject, from: number, to: number): JsonObject {
  const { numerator, denominator } = objectOf(slo.query)
  const [good, total] = [numerator, denominator].map(query => `default_zero(${textOf(query)})`)
  const times = timesBetween(from, to)
  return {
    numerator: zeroSeries(0, textOf(numerator), times.length),
    denominator: zeroSeries(1, textOf(denominator), times.length),
    query: `${good}, ${total}`,
    numerator_query: good!,
    denominator_query: total!,
    bad_series_query: `${total} - ${good}`,
    graph_query: `${good}, ${total} - ${good}`,
    from_date: from * 1000,
    to_date: to * 1000,
    times,
    interval: INTERVAL_SECONDS,
    res_type: 'time_series',
    resp_version: 2,
    timing: '0',
    message: '',
  }
}

/** Points are two hours apart, for a day as for ten seconds (2/2 recorded); the first begins at five full minutes. */
const INTERVAL_SECONDS = 7200
const START_SECONDS = 300
const MOST_POINTS = 2000

function timesBetween(from: number, to: number): readonly number[] {
  const start = Math.floor(from / START_SECONDS) * START_SECONDS
  const next = Math.floor(start / INTERVAL_SECONDS + 1) * INTERVAL_SECONDS
  const count = Math.min(MOST_POINTS, Math.max(0, Math.floor((to - next) / INTERVAL_SECONDS) + 1))
  return [start, ...Array.from({ length: count }, (_, index) => next + index * INTERVAL_SECONDS)].map(
    second => second * 1000,
  )
}

/** Zeros for every point; metric and scope are named where the query is of one metric. */
function zeroSeries(index: number, query: string, count: number): JsonObject {
  const [, metric, scope] = /^\w{1,20}:([\w.]{1,200})\{([^{}]*)\}/.exec(query) ?? []
  const named: JsonObject =
    metric === undefined || scope === undefined ? {} : { metric: `default_zero(${metric})`, scope }
  const expression = `default_zero(${query})`
  const metadata = { query_index: index, aggr: 'sum', expression, tag_set: [], unit: null, ...named }
  return { count, sum: 0, values: Array.from({ length: count }, () => 0), metadata }
}
