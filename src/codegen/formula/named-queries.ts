import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json } from '../../model/index.js'
import {
  childrenOf,
  type MetricExpression,
  parseFormula,
  parseMetricQuery,
  print,
} from '../../query/index.js'
import type { Code } from '../code/index.js'
import { expressionCode } from '../to-builder/expression.js'

/**
 * One expression for each formula over named queries. The builders name the queries of an expression themselves, so
 * this is undefined where the names, their order or the texts are others than the builders would write.
 */
export function namedQueries(
  queries: Json | undefined,
  formulas: readonly (Json | undefined)[],
): readonly Code[] | undefined {
  const nodes = queryNodes(queries)
  const trees = formulas.map(formulaTree)
  if (nodes === undefined || !trees.every(tree => tree !== undefined)) return undefined
  if (trees.flatMap(namesIn).filter(isFirst).join() !== [...nodes.keys()].join()) return undefined
  return trees.map(tree => expressionCode(withQueries(tree, nodes)))
}

function isFirst(name: string, index: number, names: readonly string[]): boolean {
  return names.indexOf(name) === index
}

/** The trees of `[{ name: 'query1', data_source: 'metrics', query: '…' }]`, if that is all there is to them. */
export function queryNodes(queries: Json | undefined): ReadonlyMap<string, MetricExpression> | undefined {
  if (!Array.isArray(queries)) return undefined
  const nodes = new Map<string, MetricExpression>()
  const texts = new Set<string>()
  for (const [index, query] of queries.entries()) {
    const node = isJsonObject(query) ? queryNode(query, `query${index + 1}`) : undefined
    if (node === undefined || texts.has(print(node))) return undefined
    nodes.set(`query${index + 1}`, node)
    texts.add(print(node))
  }
  return nodes
}

function queryNode(
  query: { readonly [key: string]: Json | undefined },
  name: string,
): MetricExpression | undefined {
  const { name: own, data_source: source, query: text, ...rest } = query
  if (own !== name || source !== 'metrics' || typeof text !== 'string' || Object.keys(rest).length > 0)
    return undefined
  return leafNode(text)
}

/** A query that a formula names as it is: functions and arithmetic would become part of the formula. */
export function leafNode(text: string): MetricExpression | undefined {
  const parsed = parseMetricQuery(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics) || print(parsed.node) !== text) return undefined
  const { node } = parsed
  return node.kind === 'series' || node.kind === 'method' ? node : undefined
}

/** The tree of a formula, or of `{ formula: '…' }`, whose text is in its normal form. */
export function formulaTree(formula: Json | undefined): MetricExpression | undefined {
  const text = isJsonObject(formula) && Object.keys(formula).join() === 'formula' ? formula.formula : formula
  if (typeof text !== 'string') return undefined
  const parsed = parseFormula(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics) || print(parsed.node) !== text) return undefined
  return parsed.node
}

/** The names of queries, in the order in which the builders meet them. */
export function namesIn(tree: MetricExpression): readonly string[] {
  if (tree.kind === 'query-name') return [tree.name]
  return childrenOf(tree).flatMap(child => (isExpression(child) ? namesIn(child) : []))
}

/** The formula with every name replaced by its query. */
export function withQueries(
  tree: MetricExpression,
  queries: ReadonlyMap<string, MetricExpression>,
): MetricExpression {
  const inside = (node: MetricExpression) => withQueries(node, queries)
  switch (tree.kind) {
    case 'query-name':
      return queries.get(tree.name) ?? tree
    case 'call':
      return {
        ...tree,
        arguments: tree.arguments.map(each => (isExpression(each) ? inside(each) : each)),
      }
    case 'binary':
      return { ...tree, left: inside(tree.left), right: inside(tree.right) }
    case 'unary':
      return { ...tree, operand: inside(tree.operand) }
    default:
      return tree
  }
}

const expressionKinds: ReadonlySet<string> = new Set([
  'series',
  'method',
  'opaque',
  'call',
  'binary',
  'unary',
  'number',
  'query-name',
])

function isExpression(node: { readonly kind: string }): node is MetricExpression {
  return expressionKinds.has(node.kind)
}
