import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject, type SloDefinition } from '../../model/index.js'
import { parseMetricQuery } from '../../query/index.js'
import { type Code, objectOf } from '../code/index.js'
import { namedQueries } from '../formula/named-queries.js'
import { expressionCode } from '../to-builder/expression.js'
import { formulaExtra, formulaText, sloQueries } from './formula.js'
import type { Indicator } from './indicator.js'
import { leftOver, nested } from './left-over.js'

const countFields = ['good_events_formula', 'bad_events_formula', 'total_events_formula', 'queries']

/**
 * Good and total are written in the older form, which the account keeps too; good and bad as expressions where the
 * builder would give their queries the same names, and everything else with its own names.
 */
export function countIndicator({ query }: SloDefinition, count: Json | undefined): Indicator | undefined {
  const further = isJsonObject(count) ? countExtra(count) : {}
  const own = isJsonObject(count)
    ? (badCount(count) ?? ownQuery(query, further) ?? namedCount(count))
    : undefined
  const indicator = own ?? (query && queryCount(query))
  const extra = nested('sli_specification', nested('count', further))
  return indicator && { ...indicator, extra: { ...indicator.extra, ...extra } }
}

/** The older form says nothing of what the newer one holds besides. */
function ownQuery(query: SloDefinition['query'], further: JsonObject): Indicator | undefined {
  return query !== undefined && Object.keys(further).length === 0 ? queryCount(query) : undefined
}

function countExtra(count: JsonObject): JsonObject {
  const formulas = ['good_events_formula', 'bad_events_formula', 'total_events_formula']
  return Object.assign(
    leftOver(count, countFields),
    ...formulas.map(field => nested(field, formulaExtra(count[field]))),
  )
}

function queryCount(query: NonNullable<SloDefinition['query']>): Indicator | undefined {
  const good = queryCode(query.numerator)
  const total = queryCode(query.denominator)
  if (good === undefined || total === undefined) return undefined
  return {
    builder: 'slo',
    extra: nested('query', leftOver(query, ['numerator', 'denominator'])),
    members: [
      ['good', good],
      ['total', total],
    ],
  }
}

function badCount(count: JsonObject): Indicator | undefined {
  if (count.bad_events_formula === undefined || count.total_events_formula !== undefined) return undefined
  const [good, bad] =
    namedQueries(count.queries, [
      formulaText(count.good_events_formula),
      formulaText(count.bad_events_formula),
    ]) ?? []
  if (good === undefined || bad === undefined) return namedCount(count)
  return {
    builder: 'slo',
    members: [
      ['good', good],
      ['bad', bad],
    ],
  }
}

/** `count: { queries: { … }, good: '…', total: '…' }` */
function namedCount(count: JsonObject): Indicator | undefined {
  const { good_events_formula: good, bad_events_formula: bad, total_events_formula: total } = count
  const queries = sloQueries(count.queries)
  const [goodText, otherText] = [formulaText(good), formulaText(bad ?? total)]
  if (queries === undefined || (bad === undefined) === (total === undefined)) return undefined
  if (goodText === undefined || otherText === undefined) return undefined
  const members = objectOf([
    ['queries', queries],
    ['good', goodText],
    [bad === undefined ? 'total' : 'bad', otherText],
  ])
  return { builder: 'slo', members: [['count', members]] }
}

function queryCode(text: string): Code | undefined {
  const parsed = parseMetricQuery(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics) || parsed.node.kind === 'query-list') return undefined
  return expressionCode(parsed.node)
}
