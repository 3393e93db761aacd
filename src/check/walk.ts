import { type Argument, isExpression, type MetricExpression } from '../query/index.js'

/** Visits every expression of a tree, outer before inner. */
export function eachExpression(root: MetricExpression, visit: (node: MetricExpression) => void): void {
  for (const node of expressionsIn(root)) visit(node)
}

/**
 * Every expression of a tree, outer before inner. A stack instead of recursion: a sum of a hundred thousand terms is a tree
 * as deep. Most queries are one chain, which needs no stack.
 */
export function expressionsIn(root: MetricExpression): readonly MetricExpression[] {
  if (root.kind === 'series') return [root]
  const found: MetricExpression[] = []
  const waiting: MetricExpression[] = []
  for (let node: MetricExpression | undefined = root; node !== undefined; ) {
    found.push(node)
    node = firstWithin(node, waiting) ?? waiting.pop()
  }
  return found
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

function firstArgument(
  given: readonly Argument[],
  waiting: MetricExpression[],
): MetricExpression | undefined {
  let first: MetricExpression | undefined
  for (let index = given.length - 1; index >= 0; index -= 1) {
    const argument = given[index]!
    if (!isExpression(argument)) continue
    if (first !== undefined) waiting.push(first)
    first = argument
  }
  return first
}

/** The first expression of a tree that is wanted, outer before inner. */
export function findExpression<N extends MetricExpression>(
  root: MetricExpression,
  wanted: (node: MetricExpression) => node is N,
): N | undefined {
  let found: N | undefined
  eachExpression(root, node => {
    if (found === undefined && wanted(node)) found = node
  })
  return found
}
