import { isAcceptable } from '../diagnostic/index.js'
import { type MetricExpression, parseMetricQuery } from '../query/index.js'
import type { AnomalyWindows } from './anomaly-windows.js'
import { DefinitionError } from './definition-error.js'
import {
  evaluateOver,
  type MetricEvaluation,
  type ScheduledStart,
  type TimeAggregator,
} from './evaluation.js'
import { binaryNode, nowhere, numberNode } from './nodes.js'

declare const tagKeys: unique symbol

/**
 * An immutable expression over metrics: a series, arithmetic, or a function of others. `Groups` are the tag keys it is
 * grouped by, `Filters` the keys its scope names; a monitor's message may use only those.
 */
export interface Expression<Groups extends string = string, Filters extends string = string> {
  readonly kind: 'expression'
  /** The tree of the query. */
  readonly node: MetricExpression
  readonly [tagKeys]?: readonly [Groups, Filters]
  plus(other: number): Expression<Groups, Filters>
  plus<G extends string = string, F extends string = string>(
    other: ExpressionInput<G, F>,
  ): Expression<Groups | G, Filters | F>
  minus(other: number): Expression<Groups, Filters>
  minus<G extends string = string, F extends string = string>(
    other: ExpressionInput<G, F>,
  ): Expression<Groups | G, Filters | F>
  times(other: number): Expression<Groups, Filters>
  times<G extends string = string, F extends string = string>(
    other: ExpressionInput<G, F>,
  ): Expression<Groups | G, Filters | F>
  dividedBy(other: number): Expression<Groups, Filters>
  dividedBy<G extends string = string, F extends string = string>(
    other: ExpressionInput<G, F>,
  ): Expression<Groups | G, Filters | F>
  /** The name that a widget shows for this line. */
  as(alias: string): NamedExpression
  /**
   * Evaluates the last minutes, hours or days. The points become one number by `aggregator`: the average, or the sum
   * where the expression counts (`.asCount()`).
   */
  last(window: EvaluationWindow, aggregator?: TimeAggregator): MetricEvaluation<Groups, Groups | Filters>
  /** Evaluates the current hour, day or month so far. */
  current(
    window: '1h' | '1d' | '1mo',
    aggregator?: TimeAggregator,
    start?: ScheduledStart,
  ): MetricEvaluation<Groups, Groups | Filters>
  /** Evaluates a forecast up to this far ahead. */
  next(window: EvaluationWindow, aggregator?: TimeAggregator): MetricEvaluation<Groups, Groups | Filters>
}

/** How long an evaluation window may be: `'5m'`, `'4h'`, `'1d'`, `'1w'`, `'1mo'`. */
export type EvaluationWindow = `${number}${'m' | 'h' | 'd' | 'w' | 'mo'}`

/** An expression, or the text of a query, which is parsed and checked. */
export type ExpressionInput<Groups extends string = string, Filters extends string = string> =
  | Expression<Groups, Filters>
  | string

/** An expression with the name a widget shows for it. */
export interface NamedExpression {
  readonly kind: 'line'
  readonly data: Expression
  readonly alias: string
}

/** The implementation behind the interface; `never` fits every type of keys. */
export class BuiltExpression implements Expression<never, never> {
  readonly kind = 'expression'
  readonly node: MetricExpression
  protected readonly anomaly: AnomalyWindows | undefined

  constructor(node: MetricExpression, anomaly?: AnomalyWindows) {
    this.node = node
    this.anomaly = anomaly
  }

  plus(other: number | ExpressionInput): Expression<never, never> {
    return arithmetic('+', this, other)
  }

  minus(other: number | ExpressionInput): Expression<never, never> {
    return arithmetic('-', this, other)
  }

  times(other: number | ExpressionInput): Expression<never, never> {
    return arithmetic('*', this, other)
  }

  dividedBy(other: number | ExpressionInput): Expression<never, never> {
    return arithmetic('/', this, other)
  }

  as(alias: string): NamedExpression {
    return { kind: 'line', data: this, alias }
  }

  last(window: EvaluationWindow, aggregator?: TimeAggregator): MetricEvaluation<never, never> {
    return evaluateOver(this.node, { form: 'last', window, aggregator, anomaly: this.anomaly })
  }

  current(
    window: '1h' | '1d' | '1mo',
    aggregator?: TimeAggregator,
    start?: ScheduledStart,
  ): MetricEvaluation<never, never> {
    return evaluateOver(this.node, { form: 'current', window, aggregator, start, anomaly: this.anomaly })
  }

  next(window: EvaluationWindow, aggregator?: TimeAggregator): MetricEvaluation<never, never> {
    return evaluateOver(this.node, { form: 'next', window, aggregator, anomaly: this.anomaly })
  }
}

function arithmetic(
  operator: '+' | '-' | '*' | '/',
  left: Expression,
  right: number | ExpressionInput,
): Expression<never, never> {
  const operand = typeof right === 'number' ? numberNode(right) : toExpression(right).node
  return new BuiltExpression(binaryNode(operator, left.node, operand))
}

/**
 * The expression that a query's text means. Throws a DefinitionError with the place in the text when it is wrong.
 * @example query('avg:system.load.1{env:prod} by {host}').last('5m').above(4)
 */
export function query(text: string): Expression {
  const parsed = parseMetricQuery(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) throw new DefinitionError(parsed.diagnostics, text)
  if (parsed.node.kind !== 'query-list') return new BuiltExpression(parsed.node)
  throw new DefinitionError(
    [
      {
        code: 'dsl/query-list',
        severity: 'error',
        message: 'This text holds several queries, where one is expected.',
        hint: 'Write one `query(…)` for each.',
        span: { start: 0, end: text.length },
      },
    ],
    text,
  )
}

/**
 * A number as an expression, to calculate from.
 * @example constant(100).minus(avg('system.cpu.idle'))
 */
export function constant(value: number): Expression<never, never> {
  return new BuiltExpression(numberNode(value))
}

/**
 * The opposite of an expression, `-x`: draws a line downwards.
 * @example negative(sum('network.bytes_sent'))
 */
export function negative<Groups extends string = string, Filters extends string = string>(
  expression: ExpressionInput<Groups, Filters>,
): Expression<Groups, Filters> {
  const { node } = toExpression(expression)
  return new BuiltExpression({ kind: 'unary', operator: '-', operand: node, span: nowhere })
}

/** The expression, whether it was built or written as text. */
export function toExpression(input: ExpressionInput): Expression {
  return typeof input === 'string' ? query(input) : input
}
