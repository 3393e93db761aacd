import type { StringLiteral } from '../node.js'
import { quoted } from '../quoting.js'
import type {
  Argument,
  BinaryOperation,
  GroupBy,
  MethodCall,
  MetricExpression,
  NamedArgument,
  QueryList,
  Series,
  SpaceAggregator,
  TagKey,
  TagList,
  ValueCondition,
} from './ast.js'
import { printScope } from './scope-printer.js'

/** How tightly an expression binds; an operand that binds less needs parentheses. */
const sumLevel = 1
const productLevel = 2
const unaryLevel = 3
/** A target of a method needs this. */
export const postfixLevel = 4

export function printQueryList(list: QueryList): string {
  return list.queries.map(printExpression).join(', ')
}

/** The normal form of an expression, with the fewest parentheses that keep its tree. */
export function printExpression(expression: MetricExpression): string {
  switch (expression.kind) {
    case 'series':
      return printSeries(expression)
    case 'number':
    case 'opaque':
      return expression.text
    case 'query-name':
      return expression.name
    case 'call':
      return `${expression.name}(${printArguments(expression.arguments)})`
    case 'method':
      return printMethods(expression)
    case 'unary':
      return expression.operator + printOperand(expression.operand)
    case 'binary':
      return printBinary(expression)
  }
}

/** Long sums lean to the left, so the left side is walked instead of called: its depth has no limit. */
function printBinary(expression: BinaryOperation): string {
  const chain: BinaryOperation[] = []
  let left: MetricExpression = expression
  while (left.kind === 'binary') {
    chain.push(left)
    const next: MetricExpression = left.left
    if (levelOf(next) < levelOf(left)) {
      left = next
      break
    }
    left = next
  }
  let text = printWithin(left, levelOf(chain.at(-1)!))
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const { operator, right } = chain[index]!
    text += ` ${operator} ${printWithin(right, levelOf(chain[index]!) + 1)}`
  }
  return text
}

/** Methods are walked for the same reason. */
function printMethods(expression: MethodCall): string {
  const chain: MethodCall[] = []
  let target: MetricExpression = expression
  while (target.kind === 'method') {
    chain.push(target)
    target = target.target
  }
  let text = printWithin(target, postfixLevel)
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const method = chain[index]!
    text += `.${method.name}(${printArguments(method.arguments)})`
  }
  return text
}

/** After a sign a bare number would become a negative number. */
function printOperand(operand: MetricExpression): string {
  if (operand.kind === 'number' && !operand.text.startsWith('-')) return `(${operand.text})`
  return printWithin(operand, unaryLevel)
}

function printWithin(expression: MetricExpression, level: number): string {
  const text = printExpression(expression)
  return levelOf(expression) < level ? `(${text})` : text
}

/** How tightly an expression binds. */
export function levelOf(expression: MetricExpression): number {
  switch (expression.kind) {
    case 'binary':
      return expression.operator === '+' || expression.operator === '-' ? sumLevel : productLevel
    case 'unary':
      return unaryLevel
    case 'number':
      return unaryLevel
    default:
      return postfixLevel
  }
}

export function printSeries(series: Series): string {
  const { aggregator, metric, scope, groupBy } = series
  let text = aggregator === undefined ? metric.name : `${printAggregator(aggregator)}:${metric.name}`
  if (scope !== undefined) text += printScope(scope)
  if (groupBy !== undefined) text += ` ${printGroupBy(groupBy)}`
  return text
}

export function printAggregator(aggregator: SpaceAggregator): string {
  if (aggregator.conditions === undefined) return aggregator.name
  return `${aggregator.name}(v: ${aggregator.conditions.map(printValueCondition).join(' and ')})`
}

export function printValueCondition(condition: ValueCondition): string {
  return `v ${condition.comparator} ${condition.value.text}`
}

/** `by {host,service}` */
export function printGroupBy(groupBy: GroupBy): string {
  return `by ${inBraces(groupBy.keys, '')}`
}

/** `{env,host}` and `{*}` */
function printTagList(tags: TagList): string {
  return inBraces(tags.keys, '*')
}

function inBraces(keys: readonly TagKey[], none: string): string {
  let text = `{${keys.length > 0 ? keys[0]!.name : none}`
  for (let index = 1; index < keys.length; index += 1) text += `,${keys[index]!.name}`
  return `${text}}`
}

function printArguments(args: readonly Argument[]): string {
  let text = ''
  for (let index = 0; index < args.length; index += 1) {
    if (index > 0) text += ', '
    text += printArgument(args[index]!)
  }
  return text
}

export function printArgument(argument: Argument): string {
  switch (argument.kind) {
    case 'string':
      return printString(argument)
    case 'word':
      return argument.text
    case 'named-argument':
      return printNamedArgument(argument)
    case 'tag-list':
      return printTagList(argument)
    default:
      return printExpression(argument)
  }
}

export function printNamedArgument(argument: NamedArgument): string {
  const { name, value } = argument
  return `${name}=${value.kind === 'string' ? printString(value) : value.text}`
}

/** Single quotes, unless the text holds one. */
export function printString(literal: StringLiteral): string {
  return quoted(literal.value, literal.value.includes("'") ? '"' : "'")
}
