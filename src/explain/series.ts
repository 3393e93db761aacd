import { functionNamed } from '../catalog/index.js'
import {
  type Argument,
  isExpression,
  type MetricExpression,
  print,
  type Series,
  tagListOf,
} from '../query/index.js'

/** Every expression in an expression, itself the first, in reading order. */
function expressionsIn(expression: MetricExpression): readonly MetricExpression[] {
  const known = expressions.get(expression)
  if (known !== undefined) return known
  const found: MetricExpression[] = []
  collect(expression, found)
  expressions.set(expression, found)
  return found
}

/** Each part, condition and caution of one monitor asks for them; a tree never changes. */
const expressions = new WeakMap<MetricExpression, readonly MetricExpression[]>()

function collect(node: MetricExpression | Argument, found: MetricExpression[]): void {
  if (!isExpression(node)) return
  found.push(node)
  switch (node.kind) {
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

/** Every series of an expression, in reading order. */
export function seriesIn(expression: MetricExpression): readonly Series[] {
  return expressionsIn(expression).filter(one => one.kind === 'series')
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
 * An algorithm needs the points. https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
export function hasCountedArithmetic(expression: MetricExpression): boolean {
  if (expression.kind === 'call' && algorithms.has(expression.name)) return false
  return has(expression, isArithmetic) && has(expression, isCount)
}

/** Functions at the root of a monitor that change what the number at its end means. */
export const algorithms: ReadonlySet<string> = new Set(['anomalies', 'outliers', 'forecast'])

/** True when something in the expression is read with `as_count()`. */
export function isCounted(expression: MetricExpression): boolean {
  return has(expression, isCount)
}

const isArithmetic = (one: MetricExpression) => one.kind === 'binary'
const isCount = (one: MetricExpression) => one.kind === 'method' && one.name === 'as_count'

/** True when the expression or something in it fits. */
export function has(expression: MetricExpression, fits: (one: MetricExpression) => boolean): boolean {
  return expressionsIn(expression).some(fits)
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
  return expressionsIn(expression).filter(one => one.kind === 'call')
}

/** The metrics that something is divided by; where values are counted, how many there are. */
export function divisionsIn(expression: MetricExpression): readonly string[] {
  return expressionsIn(expression).flatMap(one =>
    one.kind === 'binary' && one.operator === '/' ? seriesIn(one.right).map(countedName) : [],
  )
}

function countedName({ aggregator, metric }: Series): string {
  return aggregator?.name === 'count' ? `${print(aggregator)}:${metric.name}` : metric.name
}
