import { isPercentile, metricNamed } from '../catalog/index.js'
import {
  type BinaryOperation,
  childrenOf,
  isExpression,
  type MetricExpression,
  print,
  type Series,
} from '../query/index.js'
import { callValues, rowOf } from './call.js'
import type { Clause } from './clause.js'
import { defined } from './defined.js'
import { percentageOf } from './percentage.js'
import { filterClause } from './scope.js'
import type { AggregatorValues } from './sentences/metric.js'
import { type Phrase, phrase } from './sentences.js'
import { shareScope } from './shared-scope.js'
import type { ResultUnit } from './unit.js'

/** What is known outside the expression itself. */
export interface ValueContext {
  readonly inMonitor: boolean
  /** What the names of a formula stand for. */
  readonly names: ReadonlyMap<string, Phrase>
}

/** The noun phrase of an expression: what its line shows. */
export function valuePhrase(expression: MetricExpression, context: ValueContext): Phrase {
  switch (expression.kind) {
    case 'series':
      return seriesValue(expression)
    case 'number':
      return phrase('value/number', { value: expression.value })
    case 'query-name':
      return context.names.get(expression.name) ?? phrase('value/query-name', { name: expression.name })
    case 'unary':
      return unaryValue(expression, context)
    case 'binary':
      return binaryValue(expression, context)
    case 'call':
    case 'method':
      return callValue(expression, context)
    case 'opaque':
      return phrase('value/opaque', { text: expression.text })
  }
}

export function seriesClause(series: Series): Clause {
  return series.scope === undefined ? { is: 'all' } : filterClause(series.scope.filter)
}

function seriesValue(series: Series): Phrase {
  return phrase('value/series', {
    aggregator: aggregatorValues(series),
    metric: series.metric.name,
    clause: seriesClause(series),
    groups: series.groupBy?.keys.map(key => key.name) ?? [],
    scopeSaid: false,
  })
}

function unitOfValues(metric: string): { readonly unit?: ResultUnit } {
  const { unit, per } = metricNamed(metric) ?? {}
  return unit === undefined ? {} : { unit: { name: unit, ...defined({ per }) } }
}

/** A query without an aggregator is averaged. */
export function aggregatorValues({ aggregator, metric }: Series): AggregatorValues {
  if (aggregator === undefined) return { name: 'avg', conditions: [], implied: true }
  const { name } = aggregator
  const conditions = (aggregator.conditions ?? []).map(one => ({
    comparator: one.comparator,
    value: one.value.value,
    ...unitOfValues(metric.name),
  }))
  const plain = { name, conditions, implied: false }
  return isPercentile(name) ? { ...plain, percentile: Number(name.slice(1)) } : plain
}

function unaryValue(expression: Extract<MetricExpression, { kind: 'unary' }>, context: ValueContext): Phrase {
  const { operator, operand } = expression
  if (operator === '+') return valuePhrase(operand, context)
  if (operand.kind === 'number') return phrase('value/number', { value: -operand.value })
  return phrase('value/negative', { operand: valuePhrase(operand, context) })
}

function callValue(
  node: Extract<MetricExpression, { kind: 'call' | 'method' }>,
  context: ValueContext,
): Phrase {
  const row = rowOf(node)
  if (row !== undefined) {
    return phrase(
      'value/call',
      callValues(node, row, context.inMonitor, inner => valuePhrase(inner, context)),
    )
  }
  const inner = node.kind === 'method' ? node.target : node.arguments.find(isExpression)
  const values = inner === undefined ? {} : { inner: valuePhrase(inner, context) }
  return phrase('value/unknown-call', {
    name: node.kind === 'method' ? `.${node.name}` : node.name,
    ...values,
  })
}

function binaryValue(expression: BinaryOperation, context: ValueContext): Phrase {
  const ratio = percentageOf(expression)
  if (ratio !== undefined && isSimple(ratio.left) && isSimple(ratio.right)) {
    return phrase('value/percentage', pairOf(ratio.left, ratio.right, context))
  }
  const { operator, left, right } = expression
  if (isSimple(left) && isSimple(right))
    return phrase('value/arithmetic', { operator, ...pairOf(left, right, context) })
  return letteredValue(expression, context)
}

function pairOf(left: MetricExpression, right: MetricExpression, context: ValueContext) {
  const { values, shared } = shareScope([valuePhrase(left, context), valuePhrase(right, context)])
  return { left: values[0]!, right: values[1]!, ...defined({ shared }) }
}

/** No arithmetic inside, so that it can stand in the middle of a sentence. */
function isSimple(expression: MetricExpression): boolean {
  if (expression.kind === 'binary') return false
  if (expression.kind === 'unary') return isSimple(expression.operand)
  if (expression.kind === 'method') return isSimple(expression.target)
  return expression.kind !== 'call' || expression.arguments.every(one => !isExpression(one) || isSimple(one))
}

/** A longer formula keeps its shape: each leaf becomes a letter, and each letter is explained once. */
function letteredValue(expression: BinaryOperation, context: ValueContext): Phrase {
  const names: { readonly name: string; readonly value: Phrase }[] = []
  const letters = new Map<string, string>()
  const taken = new Set(context.names.keys())
  collectNames(expression, taken)
  const replaced = withLetters(expression, leaf => {
    const text = print(leaf)
    const known = letters.get(text)
    if (known !== undefined) return known
    const name = leaf.kind === 'query-name' ? leaf.name : freeLetter(taken)
    taken.add(name)
    letters.set(text, name)
    const value = valuePhrase(leaf, context)
    if (value.code !== 'value/query-name') names.push({ name, value })
    return name
  })
  const text = print(replaced)
  if (names.length === 0) return phrase('value/opaque', { text })
  const { values, shared } = shareScope(names.map(one => one.value))
  const explained = names.map(({ name }, index) => ({ name, value: values[index]! }))
  return phrase('value/formula', { text, names: explained, ...defined({ shared }) })
}

/** The names that a formula already uses. */
function collectNames(node: Parameters<typeof childrenOf>[0], names: Set<string>): void {
  if (node.kind === 'query-name') names.add(node.name)
  for (const child of childrenOf(node)) collectNames(child, names)
}

function freeLetter(taken: ReadonlySet<string>): string {
  let index = 0
  while (taken.has(letterAt(index))) index += 1
  return letterAt(index)
}

function letterAt(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`
}

function withLetters(
  expression: MetricExpression,
  name: (leaf: MetricExpression) => string,
): MetricExpression {
  switch (expression.kind) {
    case 'binary':
      return {
        ...expression,
        left: withLetters(expression.left, name),
        right: withLetters(expression.right, name),
      }
    case 'unary':
      return { ...expression, operand: withLetters(expression.operand, name) }
    case 'number':
      return expression
    default:
      return { kind: 'query-name', span: expression.span, name: name(expression) }
  }
}
