import type { BinaryOperation, MetricExpression, QueryList, Series } from '../query/index.js'
import { isExpression, print } from '../query/index.js'
import { type AnomalyWindows, addAlgorithmArguments } from './algorithm.js'
import { callValues, rowOf } from './call.js'
import { defined } from './defined.js'
import { metricFamily } from './metric-family.js'
import { percentageOf } from './percentage.js'
import { addAbsent, addPart, type Pieces } from './pieces.js'
import { addScopeParts } from './scope-parts.js'
import { type Phrase, phrase } from './sentences.js'
import { groupsOf, has, regroups } from './series.js'
import { aggregatorValues, seriesClause, type ValueContext, valuePhrase } from './value.js'

/** What the parts of a metric query need to know beside the tree. */
export interface MetricContext extends ValueContext {
  /** The windows in a monitor's options; undefined when there are no options to see. */
  readonly windows?: AnomalyWindows
  /** True when a monitor adds up each part over the window before it computes. */
  readonly onTotals?: boolean
  /** True where the whole has groups, whatever one of its parts has. */
  readonly grouped?: boolean
  /** True where searches of events are computed with, of which no points are documented. */
  readonly onSearches?: boolean
  /** True inside a function that leaves other groups, or none, so that those within are not alerted on. */
  readonly regrouped?: boolean
}

/** Adds the parts of an expression in reading order. */
export function addMetricParts(
  pieces: Pieces,
  node: MetricExpression,
  depth: number,
  context: MetricContext,
): void {
  switch (node.kind) {
    case 'series':
      addSeriesParts(pieces, node, depth, context)
      return
    case 'call':
      addCallParts(pieces, node, depth, context)
      return
    case 'method':
      addMethodParts(pieces, node, depth, context)
      return
    case 'binary':
      addBinaryParts(pieces, node, depth, context)
      return
    case 'unary':
      addPart(pieces, node, depth, phrase('part/sign', { operator: node.operator }), node.operator)
      addMetricParts(pieces, node.operand, depth, context)
      return
    case 'number':
      addPart(pieces, node, depth, phrase('part/number', { value: node.value }))
      return
    case 'query-name':
      addPart(pieces, node, depth, nameSentence(node.name, context))
      return
    case 'opaque':
      addPart(pieces, node, depth, phrase('part/opaque', { text: node.text }))
  }
}

/** Adds the parts of the old comma-separated `q` of a widget. */
export function addQueryListParts(pieces: Pieces, list: QueryList, context: MetricContext): void {
  addPart(pieces, list, 0, phrase('part/query-list', { count: list.queries.length }), ',')
  for (const query of list.queries) addMetricParts(pieces, query, 1, context)
}

function nameSentence(name: string, context: MetricContext): Phrase {
  const value = context.names.get(name)
  // Beside the queries that are defined, one that is not among them is missing.
  return phrase('part/query-name', { name, missing: context.names.size > 0, ...defined({ value }) })
}

function addSeriesParts(pieces: Pieces, series: Series, depth: number, context: MetricContext): void {
  const groups = series.groupBy?.keys.map(key => key.name) ?? []
  addAggregatorPart(pieces, series, depth, groups)
  const { name } = series.metric
  const family = metricFamily(name)
  addPart(
    pieces,
    series.metric,
    depth,
    phrase('part/metric', family === undefined ? { metric: name } : { metric: name, family }),
  )
  addScopeParts(pieces, series, depth)
  const everything = seriesClause(series).is === 'all'
  const none = phrase('part/no-group-by', {
    monitor: context.inMonitor,
    everything,
    beside: context.grouped === true && context.regrouped !== true,
  })
  if (series.groupBy !== undefined && groups.length === 0) {
    addPart(pieces, series.groupBy, depth, none)
    return
  }
  if (series.groupBy !== undefined) {
    const monitor = context.inMonitor && context.regrouped !== true
    addPart(pieces, series.groupBy, depth, phrase('part/group-by', { keys: groups, monitor }))
    return
  }
  // A query of several series would say the same for each; the first is enough.
  if (pieces.parts.some(part => part.absent && part.nodeKind === 'group-by')) return
  addAbsent(pieces, series.span.end, depth, 'group-by', none)
}

function addAggregatorPart(pieces: Pieces, series: Series, depth: number, groups: readonly string[]): void {
  const aggregator = aggregatorValues(series)
  const does = phrase('part/aggregator', { aggregator, groups, filtered: seriesClause(series).is !== 'all' })
  if (series.aggregator === undefined) {
    addAbsent(pieces, series.span.start, depth, 'space-aggregator', does)
    return
  }
  const { start, end } = series.aggregator.span
  const why = phrase('why/aggregator', {
    name: aggregator.name,
    ...defined({ percentile: aggregator.percentile }),
  })
  addPart(pieces, series.aggregator, depth, does, `${pieces.text.slice(start, end)}:`, why)
}

function addCallParts(
  pieces: Pieces,
  call: Extract<MetricExpression, { kind: 'call' }>,
  depth: number,
  context: MetricContext,
): void {
  const row = rowOf(call)
  const shown = `${call.name}( … )`
  if (row === undefined) {
    addPart(pieces, call, depth, phrase('part/unknown-call', { name: call.name }), shown)
  } else {
    const values = callValues(call, row, context.inMonitor, inner => valuePhrase(inner, context))
    addPart(
      pieces,
      call,
      depth,
      phrase('part/call', values),
      shown,
      phrase('why/function', { function: row.name }),
    )
  }
  const within = regroups(call) ? { ...context, regrouped: true } : context
  for (const argument of call.arguments) {
    if (isExpression(argument) && argument.kind !== 'number' && !isNegativeNumber(argument)) {
      addMetricParts(pieces, argument, depth + 1, within)
    }
  }
  addAlgorithmArguments(pieces, call, row, depth + 1, context)
}

function isNegativeNumber(expression: MetricExpression): boolean {
  return expression.kind === 'unary' && expression.operand.kind === 'number'
}

function addMethodParts(
  pieces: Pieces,
  method: Extract<MetricExpression, { kind: 'method' }>,
  depth: number,
  context: MetricContext,
): void {
  addMetricParts(pieces, method.target, depth, context)
  const row = rowOf(method)
  const from = pieces.text.lastIndexOf('.', method.nameSpan.start)
  const shown = pieces.text.slice(Math.max(from, method.target.span.end), method.span.end).trim()
  if (row === undefined) {
    addPart(pieces, method, depth, phrase('part/unknown-call', { name: `.${method.name}` }), shown)
    return
  }
  const values = callValues(method, row, context.inMonitor, inner => valuePhrase(inner, context))
  const { onTotals } = context
  addPart(
    pieces,
    method,
    depth,
    phrase('part/call', { ...values, ...defined({ onTotals }) }),
    shown,
    phrase('why/function', { function: row.name }),
  )
}

function addBinaryParts(pieces: Pieces, node: BinaryOperation, depth: number, context: MetricContext): void {
  if (node.left.kind !== 'number') addMetricParts(pieces, node.left, depth, context)
  addPart(pieces, node, depth, binarySentence(node, context), node.operator)
  if (node.right.kind !== 'number') addMetricParts(pieces, node.right, depth, context)
}

function binarySentence(
  node: BinaryOperation,
  { onTotals = false, onSearches }: Pick<MetricContext, 'onTotals' | 'onSearches'>,
): Phrase {
  const ratio = percentageOf(node)
  if (ratio !== undefined)
    return phrase('part/percentage', { ...shortPair(ratio.left, ratio.right), onTotals })
  const { operator, left, right } = node
  const constant = right.kind === 'number' ? 'right' : left.kind === 'number' ? 'left' : undefined
  return phrase('part/arithmetic', {
    operator,
    ...shortPair(left, right),
    onTotals,
    ...defined({ onSearches }),
    ...(constant === undefined ? {} : { constant }),
    ...(constant === undefined ? groupedBy(left, right) : {}),
  })
}

/** Of what a formula only names, nobody knows here whether it has groups. */
function groupedBy(
  left: MetricExpression,
  right: MetricExpression,
): { readonly grouped?: boolean | 'perhaps' } {
  const [a, b] = [areGrouped(left), areGrouped(right)]
  return { grouped: a === true && b === true ? true : a !== false && b !== false ? 'perhaps' : false }
}

function areGrouped(expression: MetricExpression): boolean | 'perhaps' {
  return groupsOf(expression).length > 0 || (has(expression, one => one.kind === 'query-name') && 'perhaps')
}

/** Both sides as short names: the metric alone, unless that would call two things the same. */
function shortPair(
  left: MetricExpression,
  right: MetricExpression,
): { readonly left: Phrase; readonly right: Phrase } {
  const short = { left: shortText(left), right: shortText(right) }
  if (short.left !== short.right) return { left: named(left, short.left), right: named(right, short.right) }
  return { left: named(left, print(left)), right: named(right, print(right)) }
}

/** Each operator of a long sum names all that stands before it; more than this nobody reads again. */
const longestName = 80

function named(expression: MetricExpression, text: string): Phrase {
  return expression.kind === 'number'
    ? phrase('value/number', { value: expression.value })
    : phrase('value/opaque', {
        text: text.length <= longestName ? text : `${text.slice(0, longestName - 1)}…`,
      })
}

function shortText(expression: MetricExpression): string {
  if (expression.kind === 'series') return expression.metric.name
  if (expression.kind === 'method') return shortText(expression.target)
  if (expression.kind === 'call') return `${expression.name}(…)`
  return expression.kind === 'binary' ? shortOperation(expression) : print(expression)
}

/** Brackets only where the shape of the tree would be lost without them. */
function shortOperation({ operator, left, right }: BinaryOperation): string {
  const adds = (one: MetricExpression) =>
    one.kind === 'binary' && (one.operator === '+' || one.operator === '-')
  const short = (one: MetricExpression, bracketed: boolean) =>
    bracketed ? `(${shortText(one)})` : shortText(one)
  const binds = operator === '*' || operator === '/'
  return `${short(left, binds && adds(left))} ${operator} ${short(right, right.kind === 'binary' && (binds || operator === '-'))}`
}
