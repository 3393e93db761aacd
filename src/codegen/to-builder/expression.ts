import { functionNamed, isPercentile } from '../../catalog/index.js'
import type { Argument, BinaryOperation, FunctionCall, MetricExpression } from '../../query/index.js'
import { isExpression, print, tagListOf } from '../../query/index.js'
import { type Code, type CodeArgument, callOf, methodOf, nameOf, objectOf } from '../code/index.js'
import { algorithmCode } from './algorithms.js'
import { type BuilderCall, builderCall } from './functions.js'
import { exactNumber, seriesCode } from './series.js'

const operators = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'dividedBy' } as const

/** The builder expression of a metric expression. What no builder says is `query('…')`, as small a piece as possible. */
export function expressionCode(node: MetricExpression): Code {
  return built(node) ?? callOf('query', print(node))
}

function built(node: MetricExpression): Code | undefined {
  switch (node.kind) {
    case 'series':
    case 'method':
      return seriesCode(node)
    case 'binary':
      return chainCode(node)
    case 'call':
      return callCode(node) ?? anyCallCode(node)
    case 'number':
      return constantCode(node)
    case 'query-name':
      // Only in a formula, whose builder gives its queries by this name.
      return nameOf(`q.${node.name}`)
    case 'unary':
      return node.operator === '-' && node.operand.kind !== 'number'
        ? callOf('negative', expressionCode(node.operand))
        : undefined
    default:
      return undefined
  }
}

/** `a.plus(b).plus(c)`. A sum leans to the left, as deep as it is long. */
function chainCode(node: BinaryOperation): Code {
  const chain: BinaryOperation[] = []
  let first: MetricExpression = node
  for (; first.kind === 'binary'; first = first.left) chain.push(first)
  return chain.reduceRight(
    (code, { operator, right }) => methodOf(code, operators[operator], rightOperand(right)),
    operandCode(first),
  )
}

function constantCode(node: MetricExpression): Code | undefined {
  const value = node.kind === 'number' ? exactNumber(node) : undefined
  return value === undefined ? undefined : callOf('constant', value)
}

/** Numbers have no `.plus(…)`, so a number on the left is wrapped. */
function operandCode(node: MetricExpression): Code {
  return constantCode(node) ?? expressionCode(node)
}

function rightOperand(node: MetricExpression): CodeArgument {
  const value = node.kind === 'number' ? exactNumber(node) : undefined
  return value ?? expressionCode(node)
}

function callCode(node: FunctionCall): Code | undefined {
  const [first, ...rest] = node.arguments
  if (first === undefined || !isExpression(first)) return undefined
  if (node.name === 'anomalies' || node.name === 'forecast') {
    return algorithmCode(node.name, expressionCode(first), rest)
  }
  if (tagListOf(node) !== undefined) return aggregateByCode(node)
  if (node.name === 'pow' || node.name === 'min' || node.name === 'max') return operandsCall(node)
  const call = builderCall(node.name)
  if (call === undefined || first.kind === 'number') return undefined
  const literals = literalArguments(node.name, rest, call)
  return literals && callOf(call.builder, expressionCode(first), ...(call.fixed ?? []), ...literals)
}

/** Functions whose arguments are all numbers or expressions. */
function operandsCall({ name, arguments: args }: FunctionCall): Code | undefined {
  const operands = args.filter(isExpression)
  const fits = name === 'pow' ? operands.length === 2 : operands.length >= 2
  return fits && operands.length === args.length ? callOf(name, ...operands.map(rightOperand)) : undefined
}

/** `sum(x, {env})` and `percentile(x, 'p95', {env})` */
function aggregateByCode({ name, arguments: args }: FunctionCall): Code | undefined {
  const [first, second, third] = args
  const isPercent = name === 'percentile'
  const aggregator = isPercent ? percentileIn(second) : name
  const tags = isPercent ? third : second
  const fits = functionNamed(name, 'regrouping')?.parameters.length === args.length
  if (!fits || aggregator === undefined || tags?.kind !== 'tag-list') return undefined
  if (first === undefined || !isExpression(first) || first.kind === 'number') return undefined
  return callOf('aggregateBy', expressionCode(first), aggregator, ...tags.keys.map(key => key.name))
}

function percentileIn(argument: Argument | undefined): string | undefined {
  return argument?.kind === 'string' && isPercentile(argument.value) ? argument.value : undefined
}

function literalArguments(
  name: string,
  args: readonly Argument[],
  { rest, optional = 0 }: BuilderCall,
): readonly CodeArgument[] | undefined {
  if (args.length > rest.length || args.length < rest.length - optional) return undefined
  const literals = args.map((argument, index) =>
    rest[index] === 'number' ? numberArgument(argument) : textArgument(argument, name, index),
  )
  return literals.every(literal => literal !== undefined) ? literals : undefined
}

function numberArgument(argument: Argument): number | undefined {
  return argument.kind === 'number' ? exactNumber(argument) : undefined
}

/** A text, if it is one of those that the builder's type allows. */
function textArgument(argument: Argument, name: string, index: number): string | undefined {
  if (argument.kind !== 'string') return undefined
  const { value } = argument
  if (name === 'calendar_shift' && index === 0) return /^-\d+(d|w|mo)$/.test(value) ? value : undefined
  const parameter = functionNamed(name, 'call')?.parameters[index + 1]
  const isAllowed = parameter?.values?.includes(value) ?? true
  return isAllowed || (parameter?.percentiles === true && isPercentile(value)) ? value : undefined
}

/** A function without a builder, or with arguments that its builder does not take. */
function anyCallCode(node: FunctionCall): Code | undefined {
  const [first, ...rest] = node.arguments
  if (first === undefined || !isExpression(first)) return undefined
  const named = rest.findIndex(argument => argument.kind === 'named-argument')
  const positional = named === -1 ? rest : rest.slice(0, named)
  const args = positional.map(anyArgument)
  const members = named === -1 ? [] : namedMembers(rest.slice(named))
  if (members === undefined || args.some(argument => argument === undefined)) return undefined
  const last = members.length === 0 ? [] : [objectOf(members)]
  return callOf('functionCall', node.name, operandCode(first), ...(args as CodeArgument[]), ...last)
}

function anyArgument(argument: Argument): CodeArgument | undefined {
  switch (argument.kind) {
    case 'string':
      return callOf('quoted', argument.value)
    case 'word':
      return callOf('bare', argument.text)
    case 'named-argument':
    case 'tag-list':
      return undefined
    default:
      return rightOperand(argument)
  }
}

function namedMembers(args: readonly Argument[]): readonly (readonly [string, CodeArgument])[] | undefined {
  const members = new Map<string, CodeArgument>()
  for (const argument of args) {
    if (argument.kind !== 'named-argument' || members.has(argument.name) || argument.name === 'kind')
      return undefined
    const { value } = argument
    const literal =
      value.kind === 'number' ? exactNumber(value) : value.kind === 'string' ? value.value : undefined
    if (literal === undefined) return undefined
    members.set(argument.name, literal)
  }
  return [...members]
}
