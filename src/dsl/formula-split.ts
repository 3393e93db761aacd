import { isExpression, type MetricExpression, print } from '../query/index.js'
import { nowhere } from './nodes.js'

/** One query of the `queries` + `formulas` form. */
export interface NamedQuery {
  readonly name: string
  readonly query: string
  readonly node: MetricExpression
}

/** What several expressions become: their queries, each once, and one formula for each expression. */
export interface SplitFormula {
  readonly queries: readonly NamedQuery[]
  readonly formulas: readonly string[]
}

/**
 * Splits expressions into the queries they are made of and formulas over the queries' names: `a / b * 100` becomes
 * `query1 / query2 * 100`. Functions belong to the formula, methods to their query, as in Datadog's own editor.
 */
export function splitFormula(
  expressions: readonly MetricExpression[],
  taken: ReadonlySet<string> = new Set(),
): SplitFormula {
  const queries = new Map<string, NamedQuery>()
  const nextName = queryNames(taken)
  const nameOf = (node: MetricExpression): MetricExpression => {
    const query = print(node)
    const known = queries.get(query) ?? { name: nextName(), query, node }
    queries.set(query, known)
    return { kind: 'query-name', name: known.name, span: nowhere }
  }
  const formulas = expressions.map(expression => print(replaceQueries(expression, nameOf)))
  return { queries: [...queries.values()], formulas }
}

/** `query1`, `query2` … without the names that are taken. */
export function queryNames(taken: ReadonlySet<string>): () => string {
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`query${number}`))
    return `query${number}`
  }
}

function replaceQueries(
  node: MetricExpression,
  name: (query: MetricExpression) => MetricExpression,
): MetricExpression {
  switch (node.kind) {
    case 'series':
    case 'method':
    case 'opaque':
      return name(node)
    case 'call':
      return {
        ...node,
        arguments: node.arguments.map(argument =>
          isExpression(argument) ? replaceQueries(argument, name) : argument,
        ),
      }
    case 'binary':
      return { ...node, left: replaceQueries(node.left, name), right: replaceQueries(node.right, name) }
    case 'unary':
      return { ...node, operand: replaceQueries(node.operand, name) }
    default:
      return node
  }
}
