import { BuiltExpression, type Expression } from '../expression.js'
import { callNode } from '../nodes.js'
import { type Operand, operandNode } from './call.js'

/** The smallest operand at each point. */
export function minimumOf(operands: readonly Operand[]): Expression<never, never> {
  return new BuiltExpression(callNode('min', operands.map(operandNode)))
}

/** The largest operand at each point. */
export function maximumOf(operands: readonly Operand[]): Expression<never, never> {
  return new BuiltExpression(callNode('max', operands.map(operandNode)))
}
