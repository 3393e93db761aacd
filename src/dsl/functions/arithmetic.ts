import { BuiltExpression, type Expression } from '../expression.js'
import { callNode } from '../nodes.js'
import { call, type Operand, operandNode, type SeriesFunction, seriesFunction } from './call.js'

/** The absolute value of each point. @example abs(avg('clock.offset').by('host')) */
export const abs: SeriesFunction = seriesFunction('abs')

/** The base-2 logarithm of each point. @example log2(avg('queue.depth')) */
export const log2: SeriesFunction = seriesFunction('log2')

/** The base-10 logarithm of each point. @example log10(avg('queue.depth')) */
export const log10: SeriesFunction = seriesFunction('log10')

/** The running total over the visible window; use `.current('1d')` in a monitor. @example cumsum(sum('orders').asCount()) */
export const cumsum: SeriesFunction = seriesFunction('cumsum')

/** The running sum of value × time between points. @example integral(avg('power.watts')) */
export const integral: SeriesFunction = seriesFunction('integral')

/** One operand to the power of the other. @example pow(avg('queue.depth'), 2) */
export function pow(base: Operand, exponent: Operand): Expression {
  return new BuiltExpression(callNode('pow', [operandNode(base), operandNode(exponent)]))
}

/** Each point rounded; formulas only. @example round(avg('queue.depth')) */
export const round: SeriesFunction<[digits?: number]> = (expression, digits) =>
  call('round', expression, digits)
