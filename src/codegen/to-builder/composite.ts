import type { CompositeExpression } from '../../query/index.js'
import { type Code, callOf } from './code.js'

const joins = { 'composite-and': 'and', 'composite-or': 'or' } as const

/** Numeric ids only: what stands for a monitor of the project is a variable, which this text alone does not have. */
export function compositeCode(expression: CompositeExpression): Code | number | undefined {
  switch (expression.kind) {
    case 'composite-monitor':
      return /^[1-9]\d{0,15}$/.test(expression.id) ? Number(expression.id) : undefined
    case 'composite-not': {
      const operand = compositeCode(expression.operand)
      return operand === undefined ? undefined : callOf('not', operand)
    }
    case 'composite-and':
    case 'composite-or': {
      const operands = expression.operands.map(compositeCode)
      return operands.every(operand => operand !== undefined)
        ? callOf(joins[expression.kind], ...operands)
        : undefined
    }
    default:
      return undefined
  }
}
