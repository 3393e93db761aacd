import { isJsonObject, type Json, type JsonPath, type SloDefinition } from '../../model/index.js'
import {
  type MetricExpression,
  type ParseResult,
  parseFormula,
  parseMetricQuery,
  type QueryList,
} from '../../query/index.js'
import { memo } from './memo.js'

/** A metric query of an SLO; spans are offsets in the string at `path`. */
export interface SloQuery {
  readonly path: JsonPath
  readonly text: string
  readonly parsed: ParseResult<MetricExpression | QueryList>
  /** The tree, where it is one expression. */
  readonly expression: MetricExpression | undefined
}

/** The metric queries that count events, in either form of a metric SLO; none for other types. */
export const countQueriesOf = memo((definition: SloDefinition): readonly SloQuery[] => {
  if (definition.type !== 'metric') return []
  const { query } = definition
  const plain = isJsonObject(query)
    ? (['numerator', 'denominator'] as const).flatMap(side => sloQuery(['query', side], query[side]))
    : []
  return [...plain, ...specifiedQueries(definition, 'count')]
})

/** The metric queries of a time slice SLO. */
export const sliceQueriesOf = memo((definition: SloDefinition): readonly SloQuery[] =>
  specifiedQueries(definition, 'time_slice'),
)

function specifiedQueries(definition: SloDefinition, form: 'count' | 'time_slice'): SloQuery[] {
  const specification = definition.sli_specification?.[form]
  if (!isJsonObject(specification)) return []
  const holder = form === 'count' ? specification : specification.query
  const way = form === 'count' ? ['queries'] : ['query', 'queries']
  const queries = isJsonObject(holder) && Array.isArray(holder.queries) ? holder.queries : []
  return queries.flatMap((query: Json, index: number) =>
    isJsonObject(query) ? sloQuery(['sli_specification', form, ...way, index, 'query'], query.query) : [],
  )
}

function sloQuery(path: JsonPath, text: unknown): SloQuery[] {
  if (typeof text !== 'string') return []
  const parsed = parseMetricQuery(text)
  const expression = parsed.node?.kind === 'query-list' ? undefined : parsed.node
  return [{ path, text, parsed, expression }]
}

/** A formula of an SLO and the queries that it may name; spans are offsets in the string at `path`. */
export interface SloFormula {
  readonly path: JsonPath
  readonly parsed: ParseResult<MetricExpression>
  readonly names: readonly string[]
}

const countFormulas = ['good_events_formula', 'total_events_formula', 'bad_events_formula']

/** The formulas of an SLO: of good, all or bad events, and of a time slice. */
export function sloFormulasOf({ type, sli_specification }: SloDefinition): readonly SloFormula[] {
  const form = type === 'metric' ? 'count' : 'time_slice'
  const specification = sli_specification?.[form]
  const holder = isJsonObject(specification) && form === 'time_slice' ? specification.query : specification
  if (!isJsonObject(holder)) return []
  const way = form === 'count' ? ['sli_specification', form] : ['sli_specification', form, 'query']
  const queries = Array.isArray(holder.queries) ? holder.queries.filter(isJsonObject) : []
  const names = queries.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  const listed = Array.isArray(holder.formulas) ? holder.formulas : []
  return [
    ...countFormulas.map(key => ({ formula: holder[key], path: [...way, key] })),
    ...listed.map((formula, index) => ({ formula, path: [...way, 'formulas', index] })),
  ].flatMap(({ formula, path }) => {
    const text = isJsonObject(formula) ? formula.formula : formula
    if (typeof text !== 'string') return []
    const at = isJsonObject(formula) ? [...path, 'formula'] : path
    return [{ path: at, parsed: parseFormula(text), names }]
  })
}
