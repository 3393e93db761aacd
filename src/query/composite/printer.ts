import type { CompositeExpression } from './ast.js'

const orLevel = 1
const andLevel = 2
const notLevel = 3

/** `1 && !2 || (3 && 4)`: the fewest parentheses that keep the tree. */
export function printComposite(expression: CompositeExpression): string {
  switch (expression.kind) {
    case 'composite-monitor':
      return expression.id
    case 'opaque':
      return expression.text
    case 'composite-not':
      return `!${printWithin(expression.operand, notLevel)}`
    case 'composite-and':
      return expression.operands.map(operand => printWithin(operand, andLevel + 1)).join(' && ')
    case 'composite-or':
      return expression.operands.map(operand => printWithin(operand, orLevel + 1)).join(' || ')
  }
}

function printWithin(expression: CompositeExpression, level: number): string {
  const text = printComposite(expression)
  return levelOf(expression) < level ? `(${text})` : text
}

function levelOf(expression: CompositeExpression): number {
  if (expression.kind === 'composite-or') return orLevel
  return expression.kind === 'composite-and' ? andLevel : notLevel
}
