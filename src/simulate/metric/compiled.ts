import type { Argument } from '../../query/index.js'
import type { TimeSpan } from '../series-input.js'
import type { ExpressionContext } from './context.js'
import type { Lines } from './line.js'

/** A number in the query. */
export interface CompiledConstant {
  readonly kind: 'constant'
  /** Nothing for `1 / 0`. */
  readonly value: number | undefined
}

/** A part of a query that gives one line for each group; groups without any point in the span are not in it. */
export interface CompiledLines {
  readonly kind: 'lines'
  readonly keys: readonly string[]
  /** Seconds of a bucket. */
  readonly step: number
  /** A gauge is among its leaves, so `default_zero` interpolates before it fills. */
  readonly holdsGauge: boolean
  /** What a group without points counts as in arithmetic: with `.as_count()` leaves that were reduced, a missing one is 0. */
  readonly absentValue: number | undefined
  evaluate(span: TimeSpan): Lines
}

export type Compiled = CompiledConstant | CompiledLines

/** Compiles a part of an expression; undefined when it holds what is not simulated, which is then reported. */
export type CompileOperand = (node: Argument, context: ExpressionContext) => Compiled | undefined
