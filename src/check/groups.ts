import { functionNamed } from '../catalog/index.js'
import {
  type Argument,
  type BinaryOperation,
  type FunctionCall,
  type MetricExpression,
  tagListOf,
} from '../query/index.js'
import { expressionOf } from './argument-values.js'
import type { Report } from './report.js'
import { eachExpression } from './walk.js'

/** The keys a result is grouped by. Undefined: one number for each point, or not known. */
type Groups = ReadonlySet<string> | undefined

/**
 * `query/group-mismatch`: arithmetic joins groups by equal tags, so two sides that are grouped by different keys have
 * no group in common. https://docs.datadoghq.com/dashboards/functions/arithmetic/
 */
export function checkGroupMismatch(root: MetricExpression, report: Report): void {
  groupsOf(root, { named: unknown, report })
}

/** The same for a formula; `named` gives the keys by which a query of that name is grouped. */
export function checkFormulaGroups(
  formula: MetricExpression,
  named: (name: string) => readonly string[],
  report: Report,
): void {
  const groups = (name: string) => {
    const keys = named(name)
    return keys.length === 0 ? undefined : new Set(keys)
  }
  groupsOf(formula, { named: groups, report })
}

interface GroupsContext {
  readonly named: (name: string) => Groups
  readonly report: Report
}

function unknown(): Groups {
  return undefined
}

/** The keys by which the result of an expression is grouped; functions such as `count_nonzero` leave no groups. */
export function resultGroupKeysOf(root: MetricExpression): readonly string[] {
  const keys = new Set<string>()
  const waiting: (MetricExpression | Argument)[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'series') for (const key of node.groupBy?.keys ?? []) keys.add(key.name)
    if (node.kind === 'binary') waiting.push(node.right, node.left)
    if (node.kind === 'unary') waiting.push(node.operand)
    if (node.kind === 'method') waiting.push(node.target)
    if (node.kind === 'tag-list') for (const key of node.keys) keys.add(key.name)
    if (node.kind === 'call') waiting.push(...groupedArguments(node))
  }
  return [...keys]
}

/** The arguments of which the groups stay, the last first. */
function groupedArguments(call: FunctionCall): readonly Argument[] {
  const tags = tagListOf(call)
  if (tags !== undefined) return [tags]
  return functionNamed(call.name, 'call')?.removesGroups === true ? [] : call.arguments.toReversed()
}

/** The keys by which an expression is grouped, of all its queries together. */
export function groupKeysOf(root: MetricExpression): readonly string[] {
  const keys = new Set<string>()
  eachExpression(root, node => {
    if (node.kind === 'series') for (const key of node.groupBy?.keys ?? []) keys.add(key.name)
  })
  return [...keys]
}

function groupsOf(node: MetricExpression, context: GroupsContext): Groups {
  switch (node.kind) {
    case 'query-name':
      return context.named(node.name)
    case 'series':
      return node.groupBy === undefined ? undefined : new Set(node.groupBy.keys.map(key => key.name))
    case 'method': {
      let target: MetricExpression = node
      while (target.kind === 'method') target = target.target
      return groupsOf(target, context)
    }
    case 'unary':
      return groupsOf(node.operand, context)
    case 'binary':
      return groupsOfSum(node, context)
    case 'call': {
      const inner = node.arguments.map(argument => {
        const expression = expressionOf(argument)
        return expression === undefined ? undefined : groupsOf(expression, context)
      })
      const tags = tagListOf(node)
      if (tags !== undefined)
        return tags.keys.length === 0 ? undefined : new Set(tags.keys.map(key => key.name))
      return functionNamed(node.name, 'call')?.removesGroups === true ? undefined : inner[0]
    }
    default:
      return undefined
  }
}

/** From the leftmost operand on: `a + b + c` is nested to the left, as deep as it is long. */
function groupsOfSum(root: BinaryOperation, context: GroupsContext): Groups {
  const spine: BinaryOperation[] = []
  let leftmost: MetricExpression = root
  while (leftmost.kind === 'binary') {
    spine.push(leftmost)
    leftmost = leftmost.left
  }
  let groups = groupsOf(leftmost, context)
  for (let index = spine.length - 1; index >= 0; index -= 1) {
    const operation = spine[index]!
    const right = groupsOf(operation.right, context)
    if (groups !== undefined && right !== undefined) compare(operation, groups, right, context.report)
    groups ??= right
  }
  return groups
}

function compare(
  operation: BinaryOperation,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  report: Report,
): void {
  const shared = [...left].filter(key => right.has(key)).length
  if (shared === left.size && shared === right.size) return
  const disjoint = shared === 0
  report({
    code: 'query/group-mismatch',
    // Real accounts hold such queries, also with disjoint keys, so it is not refused; it just gives nothing.
    severity: 'warning',
    message: `The sides of \`${operation.operator}\` are grouped differently, by ${listed(left)} and by ${listed(right)}; ${
      disjoint ? 'no group of one matches a group of the other' : 'only groups with equal tags match'
    }.`,
    span: operation.span,
    hint: `Group both sides by the same keys, such as \`by {${[...left].join(',')}}\`.`,
  })
}

function listed(keys: ReadonlySet<string>): string {
  return `{${[...keys].join(',')}}`
}
