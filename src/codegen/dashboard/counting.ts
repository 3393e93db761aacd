import type { Argument, MetricExpression } from '../../query/index.js'

const algorithms: ReadonlySet<string> = new Set(['anomalies', 'outliers', 'forecast'])

/** True when the points of an expression add up, as the builders tell it: something in it counts (`.as_count()`). */
export function isCounting(node: MetricExpression | Argument): boolean {
  switch (node.kind) {
    case 'method':
      return node.name === 'as_count' || isCounting(node.target)
    case 'call':
      return !algorithms.has(node.name) && node.arguments.some(isCounting)
    case 'binary':
      return isCounting(node.left) || isCounting(node.right)
    case 'unary':
      return isCounting(node.operand)
    default:
      return false
  }
}
