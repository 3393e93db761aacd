import type { CompositeExpression } from '../../query/index.js'
import { type Code, callOf } from '../code/index.js'
import type { Variables } from './variables.js'

const joins = { 'composite-and': 'and', 'composite-or': 'or' } as const

/** A monitor of the project is its variable, any other its numeric id; undefined when an id is neither. */
export function compositeCode(
  expression: CompositeExpression,
  variables: Variables,
): Code | number | undefined {
  switch (expression.kind) {
    case 'composite-monitor':
      return (
        variables('monitor', expression.id) ??
        (/^[1-9]\d{0,15}$/.test(expression.id) ? Number(expression.id) : undefined)
      )
    case 'composite-not': {
      const operand = compositeCode(expression.operand, variables)
      return operand === undefined ? undefined : callOf('not', operand)
    }
    case 'composite-and':
    case 'composite-or': {
      const operands = expression.operands.map(operand => compositeCode(operand, variables))
      return operands.every(operand => operand !== undefined)
        ? callOf(joins[expression.kind], ...operands)
        : undefined
    }
    default:
      return undefined
  }
}
