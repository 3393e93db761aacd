import type { JsonObject } from '../json.js'
import { arrayOf, isObject, objectOf, textOf } from '../json.js'
import { bracketed } from './formula.js'

/** `query` as derived from a `count` specification: names in its formulas replaced by their queries. */
export function queryOfCount(count: JsonObject): JsonObject {
  const queries = new Map(
    arrayOf(count.queries)
      .filter(isObject)
      .map(query => [textOf(query.name), textOf(query.query)]),
  )
  const expand = (formula: string) => formula.replace(/[A-Za-z_]\w*/g, name => queries.get(name) ?? name)
  const good = expand(formulaOf(count, 'good_events_formula'))
  const bad = formulaOf(count, 'bad_events_formula')
  const denominator =
    bad === '' ? expand(formulaOf(count, 'total_events_formula')) : `(${good}) + (${expand(bad)})`
  return { numerator: good, denominator }
}

/** The schema wants `{formula}`; descriptions in the API's own examples also show bare text. */
function formulaOf(count: JsonObject, field: string): string {
  const value = count[field]
  return typeof value === 'string' ? value : textOf(objectOf(value).formula)
}

/** A `count` specification as derived from `query`: equal queries share a name, and each operation has brackets. */
export function countOfQuery(query: JsonObject): JsonObject {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `query${names.size + 1}`
    names.set(text, name)
    return name
  }
  const good = formulaText(textOf(query.numerator), nameOf)
  const total = formulaText(textOf(query.denominator), nameOf)
  const queries = [...names].map(([text, name]) => ({ data_source: 'metrics', name, query: text }))
  return { queries, good_events_formula: { formula: good }, total_events_formula: { formula: total } }
}

// One metric query: aggregator, metric, scope, group by, and the methods and rollups behind it.
const METRIC_QUERY =
  /[A-Za-z_]\w*(?:\([^()]*\))?:[^{}]+\{[^{}]*\}(?:\s*by\s*\{[^{}]*\})?(?:\.\w+\([^()]*\))*/g

function formulaText(expression: string, nameOf: (query: string) => string): string {
  return bracketed(expression.replace(METRIC_QUERY, query => nameOf(query)).trim())
}
