import type { JsonObject, JsonPath } from '../../model/index.js'
import { type MetricExpression, parseFormula, type QueryName } from '../../query/index.js'
import { nodesOfKind } from './nodes.js'
import { entriesOf } from './requests.js'

/** A formula of a request; `expression` is absent when it cannot be read. */
export interface PlacedFormula {
  readonly text: string
  readonly path: JsonPath
  readonly expression: MetricExpression | undefined
}

/** The formulas of a request. */
export function formulasOf(request: JsonObject, path: JsonPath): PlacedFormula[] {
  return entriesOf(request, 'formulas').flatMap(([index, { formula }]) => {
    if (typeof formula !== 'string') return []
    return [
      {
        text: formula,
        path: [...path, 'formulas', index, 'formula'],
        expression: parseFormula(formula).node,
      },
    ]
  })
}

/** The names of queries in a formula. */
export function queryNamesIn(formula: PlacedFormula): readonly QueryName[] {
  return formula.expression === undefined ? [] : nodesOfKind(formula.expression, 'query-name')
}

/** The queries of a request by name. */
export function namedQueries(request: JsonObject): { readonly name: string; readonly index: number }[] {
  return entriesOf(request, 'queries').flatMap(([index, { name }]) =>
    typeof name === 'string' ? [{ name, index }] : [],
  )
}
