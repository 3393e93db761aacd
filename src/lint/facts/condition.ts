import { decidingSecondsOf, type JudgedQuery } from '../../check/index.js'
import { type MonitorDefinition, queryOf } from '../../model/index.js'
import type { Condition, FunctionCall } from '../../query/index.js'
import { expressionsOf } from './expressions.js'
import { memo } from './memo.js'

/** The comparison at the end of the query; absent for service checks, composites and broken queries. */
export function conditionOf(definition: MonitorDefinition): Condition | undefined {
  const query = queryOf(definition).node
  return query !== undefined && 'condition' in query ? query.condition : undefined
}

/** The number that the query compares with; undefined for a dynamic threshold. */
export function literalOf(condition: Condition | undefined): number | undefined {
  return condition?.threshold.kind === 'number' ? condition.threshold.value : undefined
}

/** What the risks of a monitor are told from, which an explanation tells from the same. */
export const judgedQueryOf = memo(
  (definition: MonitorDefinition): JudgedQuery => ({
    condition: conditionOf(definition),
    expressions: expressionsOf(definition).map(({ expression }) => expression),
    window: decidingSecondsOf(queryOf(definition).node),
  }),
)

/** The call of an algorithm (`anomalies`, `forecast`, `outliers`) that the monitor evaluates. */
export function algorithmOf(definition: MonitorDefinition): FunctionCall | undefined {
  const query = queryOf(definition).node
  const expression = query?.kind === 'metric-monitor' ? query.expression : undefined
  return expression?.kind === 'call' && algorithms.has(expression.name) ? expression : undefined
}

const algorithms: ReadonlySet<string> = new Set(['anomalies', 'forecast', 'outliers'])

/** The `anomalies(…)` call of an anomaly monitor. */
export function anomaliesOf(definition: MonitorDefinition): FunctionCall | undefined {
  const call = algorithmOf(definition)
  return call?.name === 'anomalies' ? call : undefined
}

/** The value of a named argument as text: `'last_15m'` and `60` alike. */
export function namedArgument(call: FunctionCall, name: string): string | undefined {
  const argument = call.arguments.find(each => each.kind === 'named-argument' && each.name === name)
  if (argument?.kind !== 'named-argument') return undefined
  return argument.value.kind === 'string' ? argument.value.value : argument.value.text
}
