import { functionNamed } from '../../catalog/index.js'
import { nearest } from '../../diagnostic/index.js'
import { type Argument, type FunctionCall, functionForm } from '../../query/index.js'
import { aggregate, isAggregator } from '../aggregate.js'
import type { TimeSpan } from '../series-input.js'
import { combine, type Mismatch } from './combine.js'
import type { Compiled, CompiledLines, CompileOperand } from './compiled.js'
import { type ExpressionContext, mostBuckets } from './context.js'
import { type Implementation, implementations, type LineFacts } from './functions/index.js'
import { compileLeaf } from './leaf.js'
import { finite, gridOver, type Lines, presentValues, type Values } from './line.js'
import { textOf } from './read-leaf.js'

/** A function around a query. */
export function compileCall(
  node: FunctionCall,
  context: ExpressionContext,
  compile: CompileOperand,
): Compiled | undefined {
  const row = functionNamed(node.name, functionForm(node))
  const implementation = row === undefined ? undefined : implementations[row.name]
  if (implementation === undefined) return refuseFunction(node, context)
  const first = node.arguments[0]
  if (first === undefined) return refuseArguments(node, context)
  const numbers = node.arguments.flatMap(numberOf)
  const span = Number(/_(\d+)$/.exec(node.name)?.[1] ?? 1)
  const call: Call = { node, context, compile, numbers, span }
  if (implementation.kind === 'points') return compilePoints(call, implementation)
  if (implementation.kind === 'line' && implementation.beforeSpace && isLeaf(first)) {
    return beforeSpace(call, implementation, first)
  }
  const target = compile(first, context)
  if (target === undefined) return undefined
  if (target.kind === 'constant') return refuseArguments(node, context)
  return applied(call, implementation, target)
}

interface Call {
  readonly node: FunctionCall
  readonly context: ExpressionContext
  readonly compile: CompileOperand
  readonly numbers: readonly number[]
  readonly span: number
}

type Target = Exclude<Implementation, { readonly kind: 'points' }>

function applied(call: Call, implementation: Target, target: CompiledLines): CompiledLines | undefined {
  const facts = { numbers: call.numbers, span: call.span, step: target.step, holdsGauge: target.holdsGauge }
  switch (implementation.kind) {
    case 'point':
      return mapValues(target, values =>
        values.map(value =>
          value === undefined ? undefined : finite(implementation.apply(value, call.numbers)),
        ),
      )
    case 'line':
      return isOutOfPlace(call, implementation)
        ? refuseReduced(call)
        : mapValues(target, values => implementation.apply(values, facts))
    case 'groups':
      return acrossGroups(target, implementation, facts)
    case 'shift':
      return shifted(target, implementation.seconds(call.numbers))
    case 'lookback':
      return call.context.reduceWith === undefined ? movingRollup(call, target) : refuseReduced(call)
  }
}

/** `pow(query, 2)`, `min(a, b, c)` */
function compilePoints(
  { node, context, compile }: Call,
  implementation: Extract<Implementation, { readonly kind: 'points' }>,
): Compiled | undefined {
  const operands = node.arguments.map(argument => compile(argument, context))
  const known = operands.filter(operand => operand !== undefined)
  if (known.length < operands.length) return undefined
  const combined = combine(known, implementation.apply, context.reduceWith !== undefined)
  return typeof combined === 'string' ? refuseMismatch(combined, node, context) : combined
}

/** `diff(sum:x{*} by {queue})` takes the difference of each series before they are added up. */
function beforeSpace(
  call: Call,
  implementation: Extract<Implementation, { readonly kind: 'line' }>,
  leaf: Parameters<typeof compileLeaf>[0],
): CompiledLines | undefined {
  if (call.context.reduceWith !== undefined) return refuseReduced(call)
  const facts = { numbers: call.numbers, span: call.span, step: call.context.step, holdsGauge: false }
  return compileLeaf(leaf, call.context, values => implementation.apply(values, facts))
}

function isLeaf(argument: Argument): argument is Parameters<typeof compileLeaf>[0] {
  return argument.kind === 'series' || argument.kind === 'method'
}

function mapValues(target: CompiledLines, change: (values: Values) => Values): CompiledLines {
  const mapped = (lines: Lines): Lines =>
    new Map([...lines].map(([key, line]) => [key, { ...line, values: change(line.values) }]))
  const { absentValue } = target
  return {
    ...target,
    absentValue: absentValue === undefined ? undefined : change([absentValue])[0],
    evaluate: span => mapped(target.evaluate(span)),
  }
}

function acrossGroups(
  target: CompiledLines,
  implementation: Extract<Implementation, { readonly kind: 'groups' }>,
  facts: LineFacts,
): CompiledLines {
  const keys = implementation.removesGroups ? [] : target.keys
  const evaluate = (span: TimeSpan) => implementation.apply(target.evaluate(span), facts)
  return { ...target, keys, absentValue: undefined, evaluate }
}

function shifted(target: CompiledLines, seconds: number): CompiledLines {
  return {
    ...target,
    evaluate: span => target.evaluate({ from: span.from - seconds, to: span.to - seconds }),
  }
}

/** `moving_rollup(query, 600, 'max')`: reaches back before the window. */
function movingRollup({ node, numbers, context }: Call, target: CompiledLines): CompiledLines | undefined {
  const [seconds] = numbers
  const aggregator = node.arguments.map(argument => textOf(argument)).find(text => text !== undefined)
  if (seconds === undefined || seconds <= 0 || aggregator === undefined || !isAggregator(aggregator)) {
    return refuseArguments(node, context)
  }
  const size = Math.max(1, Math.round(seconds / target.step))
  if (size > mostBuckets) return refuseArguments(node, context)
  return {
    ...target,
    evaluate: span => {
      const wanted = gridOver(span, target.step).length
      const lines = target.evaluate({ from: span.from - (size - 1) * target.step, to: span.to })
      return new Map(
        [...lines].map(([key, line]) => [
          key,
          { ...line, values: moving(line.values, size, aggregator).slice(-wanted) },
        ]),
      )
    },
  }
}

function moving(values: Values, size: number, aggregator: string): Values {
  return values.map((_, slot) =>
    aggregate(aggregator, presentValues(values.slice(Math.max(0, slot - size + 1), slot + 1))),
  )
}

function numberOf(argument: Argument): number[] {
  if (argument.kind === 'number') return [argument.value]
  const isNegated = argument.kind === 'unary' && argument.operand.kind === 'number'
  if (!isNegated || argument.operand.kind !== 'number') return []
  return [argument.operator === '-' ? -argument.operand.value : argument.operand.value]
}

function isOutOfPlace({ context }: Call, { worksOnOneValue }: { readonly worksOnOneValue?: true }): boolean {
  return context.reduceWith !== undefined && worksOnOneValue !== true
}

function refuseReduced({ node, context }: Call): undefined {
  return context.refuse(
    'function-of-one-value',
    `\`${node.name}(…)\` needs a line of points, but here each part is first reduced to one value.`,
    node,
    'That happens in arithmetic with `.as_count()` and with percentiles of the window.',
  )
}

function refuseArguments(node: FunctionCall, context: ExpressionContext): undefined {
  return context.refuse('arguments', `\`${node.name}(…)\` does not have the arguments it needs.`, node)
}

const reasons: Readonly<Record<string, string>> = {
  anomalies: 'The expected band comes from weeks of history; it is simulated only around the whole query.',
  forecast: 'The prediction comes from history that a simulation does not have.',
  outliers: 'The algorithm that compares the groups is not published.',
  autosmooth: 'Datadog chooses the span itself.',
}

function refuseFunction(node: FunctionCall, context: ExpressionContext): undefined {
  const row = functionNamed(node.name, functionForm(node))
  if (row !== undefined) {
    const reason = reasons[row.name] ?? 'How Datadog computes it in a monitor is not known well enough.'
    return context.refuse('function', `\`${node.name}(…)\` is not simulated. ${reason}`, node)
  }
  const meant = nearest(node.name, Object.keys(implementations))
  const hint = meant === undefined ? undefined : `Did you mean \`${meant}\`?`
  return context.refuse('function', `\`${node.name}\` is not a function of Datadog.`, node, hint)
}

const mismatches: Readonly<Record<Mismatch, string>> = {
  groups: 'The two sides are not grouped by the same keys.',
  steps: 'The two sides have rollups of different intervals; how Datadog aligns them is not documented.',
}

/** Reports why two sides cannot be combined. */
export function refuseMismatch(
  mismatch: Mismatch,
  node: Parameters<ExpressionContext['refuse']>[2],
  context: ExpressionContext,
): undefined {
  return context.refuse(`mixed-${mismatch}`, mismatches[mismatch], node)
}
