import { BuiltExpression, type Expression, type ExpressionInput, toExpression } from '../expression.js'
import { callNode, stringNode, tagListNode } from '../nodes.js'

/** What the second layer of space aggregation takes of the lines of a group. */
export type LayerAggregator = 'avg' | 'sum' | 'min' | 'max' | 'stddev' | `p${number}`

/**
 * One more space aggregation over the groups of a query, for each value of the tags; without tags over all of them. In preview.
 * @example aggregateBy(avg('system.load.1').by('env', 'host'), 'p95', 'env')
 */
export function aggregateBy<Filters extends string = string, Tags extends string = never>(
  expression: ExpressionInput<string, Filters>,
  aggregator: LayerAggregator,
  ...tags: readonly Tags[]
): Expression<Tags, Filters> {
  const { node } = toExpression(expression)
  const list = tagListNode(tags)
  const call = isPlain(aggregator)
    ? callNode(aggregator, [node, list])
    : callNode('percentile', [node, stringNode(aggregator), list])
  return new BuiltExpression(call)
}

const plain: ReadonlySet<string> = new Set(['avg', 'sum', 'min', 'max', 'stddev'])

function isPlain(aggregator: string): boolean {
  return plain.has(aggregator)
}
