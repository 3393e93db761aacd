import type { BinaryOperation, MetricExpression } from '../query/index.js'

/** `a / b * 100`, `100 * a / b` and their like: a percentage. */
export function percentageOf(
  expression: BinaryOperation,
): { readonly left: MetricExpression; readonly right: MetricExpression } | undefined {
  const { operator, left, right } = expression
  if (operator === '*') {
    if (isHundred(right) && left.kind === 'binary' && left.operator === '/')
      return { left: left.left, right: left.right }
    if (isHundred(left) && right.kind === 'binary' && right.operator === '/')
      return { left: right.left, right: right.right }
  }
  if (operator === '/' && left.kind === 'binary' && left.operator === '*') {
    if (isHundred(left.left)) return { left: left.right, right }
    if (isHundred(left.right)) return { left: left.left, right }
  }
  return undefined
}

/** `(1 - a / b) * 100`: the rest of a percentage. */
export function isRestOfPercentage({ operator, left, right }: BinaryOperation): boolean {
  if (operator !== '*') return false
  const rest = isHundred(right) ? left : isHundred(left) ? right : undefined
  if (rest?.kind !== 'binary' || rest.operator !== '-' || rest.left.kind !== 'number') return false
  return rest.left.value === 1 && rest.right.kind === 'binary' && rest.right.operator === '/'
}

/** The factor that makes a share a percentage. */
export function isHundred(expression: MetricExpression): boolean {
  return expression.kind === 'number' && expression.value === 100
}
