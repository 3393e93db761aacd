import { functionNamed } from '../catalog/index.js'
import {
  type Argument,
  childrenOf,
  isExpression,
  type MetricExpression,
  type Series,
  tagListOf,
} from '../query/index.js'

/** Every series of an expression, in reading order. */
export function seriesIn(expression: MetricExpression): readonly Series[] {
  const found: Series[] = []
  collect(expression, found)
  return found
}

function collect(node: MetricExpression | Argument, found: Series[]): void {
  switch (node.kind) {
    case 'series':
      found.push(node)
      return
    case 'call':
      for (const argument of node.arguments) collect(argument, found)
      return
    case 'method':
      collect(node.target, found)
      return
    case 'binary':
      collect(node.left, found)
      collect(node.right, found)
      return
    case 'unary':
      collect(node.operand, found)
  }
}

/** The groups of each query that a formula names. */
export type GroupsByName = ReadonlyMap<string, readonly string[]>

const noNames: GroupsByName = new Map()

/** The tags by which the result has a line each; functions that count groups leave none. */
export function groupsOf(expression: MetricExpression, names: GroupsByName = noNames): readonly string[] {
  switch (expression.kind) {
    case 'series':
      return expression.groupBy?.keys.map(key => key.name) ?? []
    case 'query-name':
      return names.get(expression.name) ?? []
    case 'method':
      return groupsOf(expression.target, names)
    case 'unary':
      return groupsOf(expression.operand, names)
    case 'binary': {
      const left = groupsOf(expression.left, names)
      return left.length > 0 ? left : groupsOf(expression.right, names)
    }
    case 'call':
      return callGroups(expression, names)
    default:
      return []
  }
}

/** True where the groups of the result are not those of what stands within: they are counted, or combined once more. */
export function regroups(call: Extract<MetricExpression, { kind: 'call' }>): boolean {
  return tagListOf(call) !== undefined || functionNamed(call.name, 'call')?.removesGroups === true
}

function callGroups(
  call: Extract<MetricExpression, { kind: 'call' }>,
  names: GroupsByName,
): readonly string[] {
  if (regroups(call)) return tagListOf(call)?.keys.map(key => key.name) ?? []
  for (const argument of call.arguments) {
    if (!isExpression(argument)) continue
    const groups = groupsOf(argument, names)
    if (groups.length > 0) return groups
  }
  return []
}

/**
 * Arithmetic with at least one `as_count()`: the account then adds up each part over the window before it computes.
 * https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
export function hasCountedArithmetic(expression: MetricExpression): boolean {
  const known = countedArithmetic.get(expression)
  if (known !== undefined) return known
  const counted = has(expression, isArithmetic) && has(expression, isCount)
  countedArithmetic.set(expression, counted)
  return counted
}

/** True when something in the expression is read with `as_count()`. */
export function isCounted(expression: MetricExpression): boolean {
  return has(expression, isCount)
}

/** Asked for each condition, window and caution of one monitor; a tree never changes. */
const countedArithmetic = new WeakMap<MetricExpression, boolean>()

type Node = Parameters<typeof childrenOf>[0]

const isArithmetic = (node: Node) => node.kind === 'binary'
const isCount = (node: Node) => node.kind === 'method' && node.name === 'as_count'

/** True when the expression or something in it fits. */
export function has(
  node: Parameters<typeof childrenOf>[0],
  fits: (node: Parameters<typeof childrenOf>[0]) => boolean,
): boolean {
  if (fits(node)) return true
  for (const child of childrenOf(node)) if (has(child, fits)) return true
  return false
}

/** The interval in seconds to which `.rollup(…)` fixes every series; undefined when one is left to Datadog. */
export function rollupSeconds(expression: MetricExpression): number | undefined {
  switch (expression.kind) {
    case 'method':
      return expression.name === 'rollup'
        ? intervalOf(expression.arguments)
        : rollupSeconds(expression.target)
    case 'unary':
      return rollupSeconds(expression.operand)
    case 'binary':
      return commonSeconds([expression.left, expression.right])
    case 'call':
      return commonSeconds(
        expression.arguments.filter(
          one =>
            one.kind === 'series' || one.kind === 'method' || one.kind === 'binary' || one.kind === 'call',
        ),
      )
    default:
      return undefined
  }
}

function commonSeconds(expressions: readonly MetricExpression[]): number | undefined {
  const intervals = new Set(expressions.filter(one => one.kind !== 'number').map(rollupSeconds))
  return intervals.size === 1 ? [...intervals][0] : undefined
}

function intervalOf(given: readonly Argument[]): number | undefined {
  const number = given.find(argument => argument.kind === 'number')
  return number?.kind === 'number' ? number.value : undefined
}

/** Every function call of an expression. */
export function callsIn(
  expression: MetricExpression,
): readonly Extract<MetricExpression, { kind: 'call' }>[] {
  const found: Extract<MetricExpression, { kind: 'call' }>[] = []
  const search = (node: Parameters<typeof childrenOf>[0]) => {
    if (node.kind === 'call') found.push(node)
    for (const child of childrenOf(node)) search(child)
  }
  search(expression)
  return found
}

/** The metrics that something is divided by. */
export function divisionsIn(expression: MetricExpression): readonly string[] {
  const found: string[] = []
  const search = (node: Parameters<typeof childrenOf>[0]) => {
    if (node.kind === 'binary' && node.operator === '/')
      found.push(...seriesIn(node.right).map(one => one.metric.name))
    for (const child of childrenOf(node)) search(child)
  }
  search(expression)
  return found
}
