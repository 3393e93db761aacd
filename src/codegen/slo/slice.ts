import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, type CodeArgument, objectOf } from '../code/index.js'
import { namedQueries } from '../formula/named-queries.js'
import { formulaExtra, formulaText, sloQueries } from './formula.js'
import type { Indicator } from './indicator.js'
import { leftOver, nested } from './left-over.js'

const bounds: Readonly<Record<string, string>> = {
  '>': 'above',
  '>=': 'atLeast',
  '<': 'below',
  '<=': 'atMost',
}

const said = ['query', 'comparator', 'threshold']

/** `good: …, atMost: 0.5`, the metric that is judged in every slice of time. */
export function sliceIndicator(slice: Json | undefined): Indicator | undefined {
  if (!isJsonObject(slice) || !isJsonObject(slice.query)) return undefined
  const { query, comparator, threshold, query_interval_seconds: seconds } = slice
  const bound = bounds[String(comparator)]
  const { formulas } = query
  if (!Array.isArray(formulas) || formulas.length !== 1) return undefined
  const good = goodCode(query.queries, formulaText(formulas[0]))
  if (good === undefined || bound === undefined || typeof threshold !== 'number') return undefined
  const noData = typeof slice.no_data_strategy === 'string' ? slice.no_data_strategy : undefined
  const members: readonly (readonly [string, CodeArgument | undefined])[] = [
    ['good', good],
    [bound, threshold],
    ['slice', seconds === 60 ? '1m' : undefined],
    ['noDataStrategy', noData],
  ]
  const extra = nested('sli_specification', nested('time_slice', sliceExtra(slice, query)))
  return { builder: 'timeSliceSlo', members, extra }
}

function goodCode(queries: Json | undefined, formula: string | undefined): Code | undefined {
  return formula === undefined
    ? undefined
    : (namedQueries(queries, [formula])?.[0] ?? namedSlice(queries, formula))
}

/** `{ queries: { … }, formula: '…' }` */
function namedSlice(queries: Json | undefined, formula: string): Code | undefined {
  const named = sloQueries(queries)
  return (
    named &&
    objectOf([
      ['queries', named],
      ['formula', formula],
    ])
  )
}

/** What has no word; a list is one value, so a formula with more than its text is kept with its list. */
function sliceExtra(slice: JsonObject, query: JsonObject): JsonObject {
  const { no_data_strategy: noData, query_interval_seconds: seconds } = slice
  const { formulas = [] } = query
  const isPlain =
    Array.isArray(formulas) && formulas.every(each => Object.keys(formulaExtra(each)).length === 0)
  const words = [
    ...said,
    ...(typeof noData === 'string' ? ['no_data_strategy'] : []),
    ...(seconds === 60 || seconds === 300 ? ['query_interval_seconds'] : []),
  ]
  return {
    ...leftOver(slice, words),
    ...nested('query', { ...leftOver(query, ['formulas', 'queries']), ...(isPlain ? {} : { formulas }) }),
  }
}
