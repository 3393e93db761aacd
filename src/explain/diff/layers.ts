import {
  type Argument,
  type FunctionCall,
  isExpression,
  type MethodCall,
  type MetricExpression,
  print,
} from '../../query/index.js'
import { filledArguments, plainValue, rowOf } from '../call.js'
import { change, type DraftChange, sameValue } from './change.js'

/** One function around an expression, with its arguments by name or position. */
export interface Layer {
  readonly name: string
  /** As it is written, with `…` in place of what it is applied to. */
  readonly written: string
  readonly arguments: ReadonlyMap<string | number, string>
}

/** An expression without the functions around it, and these from the outside in. */
export interface Layered {
  readonly core: MetricExpression
  readonly layers: readonly Layer[]
}

/** Takes the functions with one operand off an expression; `+x` is `x`. */
export function layered(expression: MetricExpression): Layered {
  const { kind } = expression
  if (kind === 'method') return under(expression.target, methodLayer(expression))
  if (kind === 'unary') {
    const { operator, operand } = expression
    if (operand.kind === 'number') return { core: expression, layers: [] }
    return operator === '+'
      ? layered(operand)
      : under(operand, { name: '-', written: '-…', arguments: new Map() })
  }
  if (kind !== 'call') return { core: expression, layers: [] }
  const operands = expression.arguments.filter(isOperand)
  const [operand] = operands
  return operand === undefined || operands.length > 1
    ? { core: expression, layers: [] }
    : under(operand, callLayer(expression, operand))
}

function under(inner: MetricExpression, layer: Layer): Layered {
  const { core, layers } = layered(inner)
  return { core, layers: [layer, ...layers] }
}

/** Numbers, also negative ones, are settings of a function, not what it is applied to. */
function isOperand(argument: Argument): argument is MetricExpression {
  if (!isExpression(argument) || argument.kind === 'number') return false
  return !(argument.kind === 'unary' && argument.operand.kind === 'number')
}

function methodLayer(node: MethodCall): Layer {
  const written = `.${node.name}(${node.arguments.map(print).join(', ')})`
  return { name: `.${node.name}`, written, arguments: settingsOf(node, undefined) }
}

function callLayer(node: FunctionCall, operand: MetricExpression): Layer {
  const texts = node.arguments.map(argument => (argument === operand ? '…' : print(argument)))
  return {
    name: node.name,
    written: `${node.name}(${texts.join(', ')})`,
    arguments: settingsOf(node, operand),
  }
}

function settingsOf(
  node: FunctionCall | MethodCall,
  operand: MetricExpression | undefined,
): ReadonlyMap<string | number, string> {
  const row = rowOf(node)
  const filled =
    row === undefined ? node.arguments.map(argument => ({ argument })) : filledArguments(node, row)
  const settings = new Map<string | number, string>()
  for (const [index, one] of filled.entries()) {
    const { argument } = one
    if (argument === operand) continue
    const known = 'parameter' in one && one.parameter?.variadic !== true ? one.parameter?.name : undefined
    const name = argument.kind === 'named-argument' ? argument.name : (known ?? index + 1)
    settings.set(name, String(plainValue(argument)))
  }
  return settings
}

/** The functions added, removed, in another order, or with other arguments. */
export function layerChanges(
  place: string,
  before: readonly Layer[],
  after: readonly Layer[],
  of: { readonly of?: string },
): readonly DraftChange[] {
  const pairs = pairsOf(before, after)
  const kept = new Set(pairs.flatMap(pair => [pair.before, pair.after]))
  const order = after.flatMap(layer => pairs.findIndex(pair => pair.after === layer)).filter(at => at >= 0)
  return [
    ...after
      .filter(layer => !kept.has(layer))
      .map(({ name, written }) => change(place, 'diff/function-added', { name, written, ...of })),
    ...before
      .filter(layer => !kept.has(layer))
      .map(({ name, written }) => change(place, 'diff/function-removed', { name, written, ...of })),
    ...(sameValue(
      order,
      [...order].sort((a, b) => a - b),
    )
      ? []
      : [orderChange(place, pairs, order, of)]),
    ...pairs.flatMap(pair => argumentChanges(place, pair, of)),
  ]
}

interface Pair {
  readonly before: Layer
  readonly after: Layer
}

/** The n-th use of a function belongs to its n-th use in the other expression. */
function pairsOf(before: readonly Layer[], after: readonly Layer[]): readonly Pair[] {
  const taken = new Set<Layer>()
  return before.flatMap(layer => {
    const other = after.find(one => one.name === layer.name && !taken.has(one))
    if (other === undefined) return []
    taken.add(other)
    return [{ before: layer, after: other }]
  })
}

function orderChange(
  place: string,
  pairs: readonly Pair[],
  order: readonly number[],
  of: { readonly of?: string },
): DraftChange {
  // Layers go from the outside in; what is applied first is said first.
  const before = pairs.map(pair => pair.before.name).reverse()
  const after = order.map(at => pairs[at]!.after.name).reverse()
  return change(place, 'diff/function-order', { before, after, ...of })
}

function argumentChanges(
  place: string,
  { before, after }: Pair,
  of: { readonly of?: string },
): readonly DraftChange[] {
  const names = new Set([...before.arguments.keys(), ...after.arguments.keys()])
  return [...names].flatMap(argument => {
    const [was, is] = [before.arguments.get(argument), after.arguments.get(argument)]
    if (was === is) return []
    const texts = { ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
    return [change(place, 'diff/argument', { function: after.name, argument, ...texts, ...of })]
  })
}
