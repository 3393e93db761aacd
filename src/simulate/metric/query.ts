import { type MetricExpression, visit } from '../../query/index.js'
import type { CompiledLines } from './compiled.js'
import type { ExpressionContext } from './context.js'
import { compileExpression } from './expression.js'

/** A sum of thousands of terms is a tree so deep that evaluating it would overflow the stack. */
const deepest = 500

/** The evaluation of the whole metric part of a monitor's query; undefined with the reasons reported. */
export function compileQuery(
  expression: MetricExpression,
  context: ExpressionContext,
): CompiledLines | undefined {
  if (depthOf(expression) > deepest) {
    return context.refuse('depth', `The query is nested more than ${deepest} levels deep.`, expression)
  }
  const compiled = compileExpression(expression, context)
  if (compiled?.kind !== 'constant') return compiled
  return context.refuse('expression', 'The query holds no metric.', expression)
}

function depthOf(expression: MetricExpression): number {
  let depth = 0
  visit(expression, {
    enter: (_, parents) => {
      depth = Math.max(depth, parents.length)
    },
  })
  return depth
}
