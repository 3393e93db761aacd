import type { Json, JsonObject } from '../model/index.js'
import { formulasJson } from './widgets/requests/formula.js'
import { queriesJson } from './widgets/requests/queries-json.js'
import type { QueryInput } from './widgets/requests/request.js'

/** The metrics that an SLO's formulas name, in the order written. */
export type SloQueries = Readonly<Record<string, QueryInput>>

export function sloQueries(queries: SloQueries): Json {
  return queriesJson(queries, undefined)
}

/** The formula in the API's form; its text is checked and kept as it is. */
export function checkedFormula(formula: string): JsonObject {
  formulasJson([formula])
  return { formula }
}
