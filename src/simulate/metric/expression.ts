import type { Argument, BinaryOperation } from '../../query/index.js'
import { compileCall, refuseMismatch } from './call.js'
import { combine, type Operation } from './combine.js'
import type { Compiled } from './compiled.js'
import type { ExpressionContext } from './context.js'
import { compileLeaf } from './leaf.js'

/** The evaluation of a metric expression over any span of time. */
export function compileExpression(node: Argument, context: ExpressionContext): Compiled | undefined {
  switch (node.kind) {
    case 'series':
    case 'method':
      return compileLeaf(node, context)
    case 'number':
      return { kind: 'constant', value: node.value }
    case 'call':
      return compileCall(node, context, compileExpression)
    case 'unary':
      return compileOperation(
        node,
        [node.operand],
        node.operator === '-' ? x => -(x ?? 0) : x => x ?? 0,
        context,
      )
    case 'binary':
      return compileOperation(node, [node.left, node.right], operations[node.operator], context)
    default:
      return context.refuse('expression', 'This part of the query is not simulated.', node)
  }
}

/** A division by zero is no point. https://docs.datadoghq.com/dashboards/querying/#advanced-graphing */
const operations: Readonly<Record<BinaryOperation['operator'], Operation>> = {
  '+': (left = 0, right = 0) => left + right,
  '-': (left = 0, right = 0) => left - right,
  '*': (left = 0, right = 0) => left * right,
  '/': (left = 0, right = 0) => left / right,
}

function compileOperation(
  node: Argument,
  operands: readonly Argument[],
  operation: Operation,
  context: ExpressionContext,
): Compiled | undefined {
  const compiled = operands.map(operand => compileExpression(operand, context))
  const known = compiled.filter(operand => operand !== undefined)
  if (known.length < operands.length) return undefined
  const combined = combine(known, operation, context.reduceWith !== undefined)
  return typeof combined === 'string' ? refuseMismatch(combined, node, context) : combined
}
