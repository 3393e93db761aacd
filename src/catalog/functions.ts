import { algorithmFunctions } from './functions/algorithms.js'
import { arithmeticFunctions } from './functions/arithmetic.js'
import type { FunctionFacts } from './functions/facts.js'
import { nestedFunctions } from './functions/nested.js'
import { rankFunctions } from './functions/rank.js'
import { rateFunctions } from './functions/rate.js'
import { seriesFunctions } from './functions/series.js'
import { timeFunctions } from './functions/time.js'

export type { FunctionCategory, FunctionFacts, FunctionParameter, ParameterKind } from './functions/facts.js'

const facts = {
  ...arithmeticFunctions,
  ...algorithmFunctions,
  ...seriesFunctions,
  ...rankFunctions,
  ...rateFunctions,
  ...timeFunctions,
  ...nestedFunctions,
} as const satisfies Record<string, FunctionFacts>

/** The name of a row: a function, or a family such as `ewma_N`. */
export type FunctionName = keyof typeof facts

/** One function, or one family of functions, with its name. */
export interface FunctionRow extends FunctionFacts {
  readonly name: FunctionName
}

/** Every function that Datadog knows, one row for each meaning. https://docs.datadoghq.com/dashboards/functions/ */
export const functions = facts

/** The rows with their names, in the order of the documentation's chapters. */
export const functionRows: readonly FunctionRow[] = (Object.keys(facts) as FunctionName[]).map(name => ({
  name,
  ...(facts[name] as FunctionFacts),
}))

/** The spellings under which a row is written in a query. */
export function spellingsOf(row: FunctionRow): readonly string[] {
  return [...(row.members ?? [row.name]), ...(row.aliases ?? [])]
}

const calls = new Map<string, FunctionRow>()
const methods = new Map<string, FunctionRow>()
const regroupings = new Map<string, FunctionRow>()
for (const row of functionRows) {
  for (const spelling of spellingsOf(row)) {
    if (row.form === 'call' || row.form === 'both') calls.set(spelling, row)
    if (row.form === 'method' || row.form === 'both') methods.set(spelling, row)
    if (row.form === 'regrouping') regroupings.set(spelling, row)
  }
}

/** Every spelling of a function in call position, `abs(…)`. */
export const callNames: readonly string[] = [...calls.keys()]

/** Every spelling of a method, `.rollup(…)`. */
export const methodNames: readonly string[] = [...methods.keys()]

/** Every aggregation that takes tags, `sum(…, {env})`. */
export const regroupingNames: readonly string[] = [...regroupings.keys()]

/** Every spelling of every function, once. */
export const functionNames: readonly string[] = [
  ...new Set([...callNames, ...methodNames, ...regroupingNames]),
]

/**
 * What is known about a function as it is written in a query; `form` tells the two meanings of `rollup` and of `max` apart, and
 * without it the call is preferred. Undefined for a name that Datadog does not have.
 * @example functionNamed('ewma_5')?.name // 'ewma_N'
 */
export function functionNamed(
  written: string,
  form?: 'call' | 'method' | 'regrouping',
): FunctionRow | undefined {
  if (form === 'regrouping') return regroupings.get(written)
  if (form === 'call') return calls.get(written)
  if (form === 'method') return methods.get(written)
  return calls.get(written) ?? methods.get(written)
}
