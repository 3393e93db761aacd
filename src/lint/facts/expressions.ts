import { isJsonObject, type JsonPath, type MonitorDefinition, queryOf } from '../../model/index.js'
import { type MetricExpression, parseMetricQuery } from '../../query/index.js'
import { memo } from './memo.js'

/** A metric expression of a monitor and where it stands; its spans are offsets in the string at `path`. */
export interface PlacedExpression {
  readonly expression: MetricExpression
  readonly path: JsonPath
  /** The name of a variable of a formula; absent for the query itself. */
  readonly name?: string
}

/** The metric expression of the query or its formula, then the metric queries among `options.variables`. */
export const expressionsOf = memo((definition: MonitorDefinition): readonly PlacedExpression[] => {
  const query = queryOf(definition).node
  const own =
    query?.kind === 'metric-monitor'
      ? query.expression
      : query?.kind === 'formula-monitor'
        ? query.formula
        : undefined
  const main: PlacedExpression[] = own === undefined ? [] : [{ expression: own, path: ['query'] }]
  return [...main, ...variables(definition)]
})

function variables(definition: MonitorDefinition): PlacedExpression[] {
  return (definition.options?.variables ?? []).flatMap((variable, index) => {
    if (!isJsonObject(variable) || typeof variable.query !== 'string') return []
    const parsed = parseMetricQuery(variable.query).node
    if (parsed === undefined || parsed.kind === 'query-list') return []
    const name = typeof variable.name === 'string' ? { name: variable.name } : {}
    return [{ expression: parsed, path: ['options', 'variables', index, 'query'], ...name }]
  })
}
