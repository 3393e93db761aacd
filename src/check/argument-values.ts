import type { Argument, FunctionCall, MethodCall, MetricExpression, NamedArgument } from '../query/index.js'

/** The number an argument stands for, with its sign; undefined for anything else. */
export function numberOf(argument: Argument | NamedArgument['value'] | undefined): number | undefined {
  if (argument?.kind === 'number') return argument.value
  if (argument?.kind !== 'unary' || argument.operand.kind !== 'number') return undefined
  return argument.operator === '-' ? -argument.operand.value : argument.operand.value
}

/** The word an argument stands for: `sum`, which a formula reads as the name of a query. */
export function wordOf(argument: Argument | NamedArgument['value'] | undefined): string | undefined {
  if (argument?.kind === 'word') return argument.text
  if (argument?.kind === 'query-name') return argument.name
  if (argument?.kind !== 'series') return undefined
  const bare =
    argument.aggregator === undefined && argument.scope === undefined && argument.groupBy === undefined
  return bare ? argument.metric.name : undefined
}

/** The text of a quoted or bare word. */
export function textOf(argument: Argument | NamedArgument['value'] | undefined): string | undefined {
  return argument?.kind === 'string' ? argument.value : wordOf(argument)
}

/** The value of a named argument, `direction='both'`. */
export function namedArgument(call: FunctionCall | MethodCall, name: string): NamedArgument | undefined {
  for (const argument of call.arguments) {
    if (argument.kind === 'named-argument' && argument.name === name) return argument
  }
  return undefined
}

/** The first argument as an expression, if it is one. */
export function expressionOf(argument: Argument | undefined): MetricExpression | undefined {
  switch (argument?.kind) {
    case undefined:
    case 'string':
    case 'word':
    case 'named-argument':
    case 'tag-list':
      return undefined
    default:
      return argument
  }
}

/** Nobody writes more methods behind each other; looking further for each of them would cost the square of their number. */
const longestChain = 100

/** What stands under a chain of methods: `avg:x{*}` of `avg:x{*}.fill(zero).rollup(sum, 60)`; a method where it is too long. */
export function methodBase(node: MetricExpression): MetricExpression {
  let base = node
  for (let length = 0; base.kind === 'method' && length < longestChain; length += 1) base = base.target
  return base
}

/** True when a method of this name stands before this one. */
export function hasMethodBefore({ target }: MethodCall, name: string): boolean {
  let method = target
  for (let length = 0; method.kind === 'method' && length < longestChain; length += 1) {
    if (method.name === name) return true
    method = method.target
  }
  return false
}
