import { isJsonObject, type Json, type SloDefinition } from '../../model/index.js'
import {
  type MetricExpression,
  type ParseResult,
  parseMetricQuery,
  type QueryList,
} from '../../query/index.js'
import type { JsonPath } from '../json-path.js'
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
