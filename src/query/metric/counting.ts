import type { Argument, MetricExpression } from './ast.js'

/** Their value is a share, a verdict or a prediction, not a count, whatever they are made from. */
const algorithms: ReadonlySet<string> = new Set(['anomalies', 'outliers', 'forecast'])

/**
 * True when the expression counts (`.as_count()`), so that its points in a window add up instead of being averaged.
 * https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
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
