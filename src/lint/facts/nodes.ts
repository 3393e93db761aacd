import { type AnyNode, childrenOf, type NodeKind, type NodeOfKind } from '../../query/index.js'
import { memo } from './memo.js'

/** Every node of a tree, outer before inner, in the order of the text. Walked once for all rules. */
export const nodesIn = memo((root: AnyNode): readonly AnyNode[] => {
  const found: AnyNode[] = []
  // A stack instead of recursion: a sum of thousands of terms is a tree as deep.
  const waiting: AnyNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node)
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index]!)
  }
  return found
})

/** The nodes of one kind in a tree. */
export function nodesOfKind<K extends NodeKind>(root: AnyNode, kind: K): NodeOfKind<K>[] {
  return nodesIn(root).filter((node): node is NodeOfKind<K> => node.kind === kind)
}
