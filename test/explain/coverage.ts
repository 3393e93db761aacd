import type { Explanation } from '../../src/explain/index.js'
import { type AnyNode, childrenOf, type NodeKind } from '../../src/query/index.js'

/**
 * How each kind of node is explained: by a part of its `own`, by the parts of its `children`, or by the sentence of the
 * `parent` that names it. A new kind does not compile until it is placed here.
 */
const explainedBy: Readonly<Record<NodeKind, 'own' | 'children' | 'parent'>> = {
  opaque: 'own',
  number: 'parent',
  string: 'parent',
  word: 'parent',
  'query-list': 'own',
  series: 'children',
  'space-aggregator': 'own',
  'value-condition': 'parent',
  'metric-name': 'own',
  scope: 'own',
  'filter-all': 'parent',
  'filter-tag': 'parent',
  'filter-in': 'parent',
  'filter-variable': 'parent',
  'filter-not': 'parent',
  'filter-and': 'parent',
  'filter-or': 'parent',
  'filter-list': 'parent',
  'group-by': 'own',
  'tag-key': 'parent',
  'tag-list': 'parent',
  call: 'own',
  method: 'own',
  'named-argument': 'own',
  binary: 'own',
  unary: 'own',
  'query-name': 'own',
  'metric-monitor': 'children',
  condition: 'own',
  'window-head': 'own',
  'change-head': 'own',
  window: 'parent',
  'service-check': 'children',
  'event-monitor': 'children',
  'embedded-search': 'own',
  step: 'own',
  'step-named-argument': 'parent',
  'formula-monitor': 'own',
  'slo-monitor': 'own',
  composite: 'children',
  placeholder: 'own',
  'composite-monitor': 'own',
  'composite-not': 'own',
  'composite-and': 'own',
  'composite-or': 'own',
  'search-all': 'parent',
  'search-term': 'parent',
  'search-phrase': 'parent',
  'search-range': 'parent',
  'search-comparison': 'parent',
  'search-field': 'parent',
  'search-function': 'parent',
  'search-variable': 'parent',
  'search-not': 'parent',
  'search-and': 'parent',
  'search-or': 'parent',
  message: 'children',
  'message-text': 'own',
  'message-comment': 'own',
  'message-variable': 'own',
  'message-block': 'own',
  'message-subexpression': 'own',
  'message-function': 'own',
  'message-raw': 'own',
  'message-handle': 'own',
}

/** Every kind of node there is. */
export const explainedKinds = Object.keys(explainedBy) as readonly NodeKind[]

/** The nodes of a tree that no part of the explanation is about. */
export function unexplained(explanation: Explanation, source: string, root: AnyNode): readonly AnyNode[] {
  const parts = explanation.parts.filter(part => part.source === source)
  const missing: AnyNode[] = []
  const search = (node: AnyNode, parentExplained: boolean) => {
    const own = parts.some(
      part =>
        part.nodeKind === node.kind && part.span.start === node.span.start && part.span.end === node.span.end,
    )
    const how = explainedBy[node.kind]
    const fine =
      own || how === 'children' || (how === 'parent' && parentExplained) || isSilent(node, parentExplained)
    if (!fine) missing.push(node)
    for (const child of childrenOf(node)) search(child, own || (how === 'parent' && parentExplained))
  }
  search(root, false)
  return missing
}

/** Blank text between the blocks of a message, and opaque pieces and signed numbers that the sentence around them quotes. */
function isSilent(node: AnyNode, parentExplained: boolean): boolean {
  if (node.kind === 'message-text') return node.text.trim() === ''
  if (node.kind === 'unary') return parentExplained && node.operand.kind === 'number'
  return node.kind === 'opaque' && parentExplained
}
