import { type Argument, isExpression, type MetricExpression } from '../query/index.js'

/**
 * Visits every expression of a tree, outer before inner. A stack instead of recursion: a sum of a hundred thousand terms is a
 * tree as deep. Most queries are one chain, which leaves nothing on it.
 */
export function eachExpression(root: MetricExpression, visit: (node: MetricExpression) => void): void {
  const waiting: MetricExpression[] = []
  for (let node: MetricExpression | undefined = root; node !== undefined; ) {
    visit(node)
    node = firstWithin(node, waiting) ?? waiting.pop()
  }
}

/** The first expression of a tree that is wanted, outer before inner. */
export function findExpression<N extends MetricExpression>(
  root: MetricExpression,
  wanted: (node: MetricExpression) => node is N,
): N | undefined {
  const waiting: MetricExpression[] = []
  for (let node: MetricExpression | undefined = root; node !== undefined; ) {
    if (wanted(node)) return node
    node = firstWithin(node, waiting) ?? waiting.pop()
  }
  return undefined
}

/** The first expression right inside a node; the others are left waiting. */
function firstWithin(node: MetricExpression, waiting: MetricExpression[]): MetricExpression | undefined {
  switch (node.kind) {
    case 'binary':
      waiting.push(node.right)
      return node.left
    case 'unary':
      return node.operand
    case 'method':
      return node.target
    case 'call':
      return firstArgument(node.arguments, waiting)
    default:
      return undefined
  }
}

/** Numbers among the arguments are settings, which nothing looks for. */
function firstArgument(
  given: readonly Argument[],
  waiting: MetricExpression[],
): MetricExpression | undefined {
  let first: MetricExpression | undefined
  for (let index = given.length - 1; index >= 0; index -= 1) {
    const argument = given[index]!
    if (argument.kind === 'number' || !isExpression(argument)) continue
    if (first !== undefined) waiting.push(first)
    first = argument
  }
  return first
}
