import type { Argument } from '../../query/index.js'
import { definitionError } from '../definition-error.js'
import { BuiltExpression, type Expression, type ExpressionInput, toExpression } from '../expression.js'
import { callNode, stringNode, wordNode } from '../nodes.js'
import { namedArguments, type Operand, operandNode } from './call.js'

/** A text argument in quotes. */
export interface Quoted {
  readonly kind: 'quoted'
  readonly value: string
  readonly quote: '"' | "'"
}

/** A bare word as an argument. */
export interface Bare {
  readonly kind: 'bare'
  readonly text: string
}

/** A text argument of a function that has no builder. @example functionCall('new_smoother', avg('load'), quoted('fast')) */
export function quoted(value: string, quote: '"' | "'" = "'"): Quoted {
  return { kind: 'quoted', value, quote }
}

/** A bare word as an argument. @example functionCall('new_function', avg('load'), bare('daily')) */
export function bare(text: string): Bare {
  return { kind: 'bare', text }
}

/**
 * A function that has no builder of its own yet. A text is an expression here; literal texts are `quoted(…)`, and a last
 * object holds named arguments.
 * @example functionCall('new_smoother', avg('system.load.1'), 5, { mode: 'fast' })
 */
export function functionCall<Groups extends string = string, Filters extends string = string>(
  name: string,
  expression: ExpressionInput<Groups, Filters>,
  ...rest: readonly (Operand | Quoted | Bare | Readonly<Record<string, string | number>>)[]
): Expression<Groups, Filters> {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw definitionError('dsl/function-name', `'${name}' is not the name of a function.`, { text: name })
  }
  return new BuiltExpression(callNode(name, [toExpression(expression).node, ...rest.flatMap(argumentNodes)]))
}

function argumentNodes(
  argument: Operand | Quoted | Bare | Readonly<Record<string, string | number>>,
): readonly Argument[] {
  if (typeof argument !== 'object') return [operandNode(argument)]
  if (isKind(argument, 'quoted')) return [stringNode(argument.value, argument.quote)]
  if (isKind(argument, 'bare')) return [wordNode(argument.text)]
  if (isKind(argument, 'expression')) return [argument.node]
  return namedArguments(argument)
}

function isKind<Kind extends 'quoted' | 'bare' | 'expression'>(
  argument: object,
  kind: Kind,
): argument is Extract<Quoted | Bare | Expression, { kind: Kind }> {
  return 'kind' in argument && argument.kind === kind
}
