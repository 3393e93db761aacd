import type { CompositeExpression } from './composite/ast.js'
import type { MessageNode } from './message/ast.js'
import type { MetricNode } from './metric/ast.js'
import type { MonitorNode } from './monitor/ast.js'
import type { SearchExpression } from './search/ast.js'

/** Every node of every tree. */
export type AnyNode = MetricNode | MonitorNode | CompositeExpression | SearchExpression | MessageNode

/** The words that tell nodes apart. */
export type NodeKind = AnyNode['kind']

export type NodeOfKind<Kind extends NodeKind> = Extract<AnyNode, { readonly kind: Kind }>

type KeysWithNodes<Node> = {
  [Key in keyof Node]-?: NonNullable<Node[Key]> extends
    | { readonly kind: string }
    | readonly { readonly kind: string }[]
    ? Key
    : never
}[keyof Node]

/** Kind → the keys under which its children stand, in the order of the text. A kind without its row does not compile. */
export const childKeys: {
  readonly [Kind in NodeKind]: readonly (KeysWithNodes<NodeOfKind<Kind>> & string)[]
} = {
  opaque: [],
  number: [],
  string: [],
  word: [],

  'query-list': ['queries'],
  series: ['aggregator', 'metric', 'scope', 'groupBy'],
  'space-aggregator': ['conditions'],
  'value-condition': ['value'],
  'metric-name': [],
  scope: ['filter'],
  'filter-all': [],
  'filter-tag': [],
  'filter-in': [],
  'filter-variable': [],
  'filter-not': ['operand'],
  'filter-and': ['operands'],
  'filter-or': ['operands'],
  'filter-list': ['operands'],
  'group-by': ['keys'],
  'tag-key': [],
  'tag-list': ['keys'],
  call: ['arguments'],
  method: ['target', 'arguments'],
  'named-argument': ['value'],
  binary: ['left', 'right'],
  unary: ['operand'],
  'query-name': [],

  'metric-monitor': ['head', 'expression', 'condition'],
  condition: ['threshold'],
  'window-head': ['window'],
  'change-head': ['window', 'shift'],
  window: [],
  'service-check': ['check', 'steps'],
  'event-monitor': ['search', 'steps', 'condition'],
  'embedded-search': ['expression'],
  step: ['arguments'],
  'step-named-argument': ['value'],
  'formula-monitor': ['formula', 'steps', 'condition'],
  'slo-monitor': ['slo', 'steps', 'condition'],
  composite: ['expression'],
  placeholder: [],

  'composite-monitor': [],
  'composite-not': ['operand'],
  'composite-and': ['operands'],
  'composite-or': ['operands'],

  'search-all': [],
  'search-term': [],
  'search-phrase': [],
  'search-range': [],
  'search-comparison': [],
  'search-field': ['value'],
  'search-function': [],
  'search-variable': [],
  'search-not': ['operand'],
  'search-and': ['operands'],
  'search-or': ['operands'],

  message: ['parts'],
  'message-text': [],
  'message-comment': [],
  'message-variable': [],
  'message-block': ['arguments', 'body', 'otherwise'],
  'message-subexpression': ['arguments'],
  'message-function': ['arguments'],
  'message-raw': [],
  'message-handle': [],
}

/** The children of a node, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = []
  for (const key of childKeys[node.kind]) {
    const value: unknown = Reflect.get(node, key)
    if (Array.isArray(value)) children.push(...(value as AnyNode[]))
    else if (value !== undefined) children.push(value as AnyNode)
  }
  return children
}

/** What to do at each kind of node; `parents` are the nodes around it, the nearest last. */
export type Visitor = {
  readonly [Kind in NodeKind]?: (node: NodeOfKind<Kind>, parents: readonly AnyNode[]) => void
} & {
  /** Called for every node before the one of its kind. */
  readonly enter?: (node: AnyNode, parents: readonly AnyNode[]) => void
  /** Called for every node after its children. */
  readonly leave?: (node: AnyNode, parents: readonly AnyNode[]) => void
}

/**
 * Goes through a tree from the outside in, in the order of the text. A long sum is a deep tree, so this does not recurse.
 *
 * @example
 * visit(query, { 'metric-name': node => metrics.push(node.name) })
 */
export function visit(root: AnyNode, visitor: Visitor): void {
  const parents: AnyNode[] = []
  const waiting: { readonly node: AnyNode; readonly leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { node, leaving } = step
    if (leaving) {
      parents.pop()
      visitor.leave?.(node, parents)
      continue
    }
    enterNode(visitor, node, parents)
    parents.push(node)
    waiting.push({ node, leaving: true })
    for (const child of childrenOf(node).reverse()) waiting.push({ node: child, leaving: false })
  }
}

function enterNode(visitor: Visitor, node: AnyNode, parents: readonly AnyNode[]): void {
  visitor.enter?.(node, parents)
  const call: unknown = visitor[node.kind]
  if (typeof call === 'function') call(node, parents)
}
