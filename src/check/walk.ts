import type { Argument, MethodCall, MetricExpression } from '../query/index.js'

/** Visits every expression of a tree, outer before inner. */
export function eachExpression(root: MetricExpression, visit: (node: MetricExpression) => void): void {
  for (const node of expressionsIn(root)) visit(node)
}

/**
 * Every expression of a tree, outer before inner. A stack instead of recursion: a sum of a hundred thousand terms is a tree
 * as deep.
 */
export function expressionsIn(root: MetricExpression): readonly MetricExpression[] {
  const found: MetricExpression[] = []
  const waiting: (MetricExpression | Argument)[] = []
  for (let node: MetricExpression | Argument | undefined = root; node !== undefined; node = waiting.pop()) {
    switch (node.kind) {
      case 'string':
      case 'word':
      case 'named-argument':
      case 'tag-list':
        continue
      case 'binary':
        waiting.push(node.right, node.left)
        break
      case 'unary':
        waiting.push(node.operand)
        break
      case 'method':
        waiting.push(node.target)
        break
      case 'call':
        for (let index = node.arguments.length - 1; index >= 0; index -= 1)
          waiting.push(node.arguments[index]!)
        break
      default:
    }
    found.push(node)
  }
  return found
}

/** Every method call of a tree, outer before inner. */
export function methodsIn(root: MetricExpression): readonly MethodCall[] {
  const found: MethodCall[] = []
  eachExpression(root, node => {
    if (node.kind === 'method') found.push(node)
  })
  return found
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
