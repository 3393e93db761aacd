import type { TimeSpan } from '../series-input.js'
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
  /** A group that is absent counts as 0 in arithmetic: every leaf is `.as_count()` and was reduced to one value. */
  readonly absentIsZero: boolean
  evaluate(span: TimeSpan): Lines
}

export type Compiled = CompiledConstant | CompiledLines
