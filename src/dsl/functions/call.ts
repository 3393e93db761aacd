import type { Argument } from '../../query/index.js'
import { BuiltExpression, type Expression, type ExpressionInput, toExpression } from '../expression.js'
import { callNode, namedNode, numberNode, stringNode } from '../nodes.js'

/** A number, an expression, or the text of a query. */
export type Operand = number | ExpressionInput

/** A function of one expression that keeps its groups. */
export type SeriesFunction<Rest extends readonly unknown[] = []> = <
  Groups extends string = string,
  Filters extends string = string,
>(
  expression: ExpressionInput<Groups, Filters>,
  ...rest: Rest
) => Expression<Groups, Filters>

/** A function whose result is one line, whatever its expression is grouped by. */
export type UngroupingFunction<Rest extends readonly unknown[] = []> = <
  Groups extends string = string,
  Filters extends string = string,
>(
  expression: ExpressionInput<Groups, Filters>,
  ...rest: Rest
) => Expression<never, Filters>

/** `name(expression, …rest)`: numbers as numbers, texts in quotes, what is undefined left out. */
export function call(
  name: string,
  expression: ExpressionInput,
  ...rest: readonly CallArgument[]
): Expression<never, never> {
  return new BuiltExpression(callNode(name, [toExpression(expression).node, ...literals(rest)]))
}

export type CallArgument = number | string | undefined

export function literals(values: readonly CallArgument[]): readonly Argument[] {
  return values.flatMap(value =>
    value === undefined ? [] : [typeof value === 'number' ? numberNode(value) : stringNode(value)],
  )
}

/** `key='text'` and `key=number` after the other arguments, in the order written. */
export function namedArguments(
  values: Readonly<Record<string, CallArgument | boolean>>,
): readonly Argument[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [namedNode(name, typeof value === 'number' ? numberNode(value) : stringNode(String(value)))],
  )
}

export function operandNode(operand: Operand): Argument {
  return typeof operand === 'number' ? numberNode(operand) : toExpression(operand).node
}

/** The builder of a function that takes nothing but an expression. */
export function seriesFunction(name: string): SeriesFunction {
  return expression => call(name, expression)
}
