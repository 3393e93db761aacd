import type { Span } from '../diagnostic/index.js'
import { element } from './elements.js'
import type { Token } from './tokens.js'

/**
 * A text as nodes: each token a `<span class="tok-…">`, the marked piece inside `<mark>`. Every character of the text stays
 * text.
 */
export function textNodes(text: string, tokens: readonly Token[], marked?: Span): readonly Node[] {
  if (marked === undefined) return slice(text, tokens, { start: 0, end: text.length })
  const { start, end } = marked
  const mark = element('mark', { class: start === end ? 'insertion' : 'piece' })
  mark.append(...slice(text, tokens, marked))
  return [
    ...slice(text, tokens, { start: 0, end: start }),
    mark,
    ...slice(text, tokens, { start: end, end: text.length }),
  ]
}

function slice(text: string, tokens: readonly Token[], { start, end }: Span): readonly Node[] {
  const nodes: Node[] = []
  let at = start
  for (const token of tokens) {
    const from = Math.max(token.start, start)
    const to = Math.min(token.end, end)
    if (to <= from) continue
    if (from > at) nodes.push(document.createTextNode(text.slice(at, from)))
    nodes.push(element('span', { class: `tok-${token.kind}` }, text.slice(from, to)))
    at = to
  }
  if (at < end) nodes.push(document.createTextNode(text.slice(at, end)))
  return nodes
}

/** Makes the nodes those of an element. Those at both ends that stay need not be laid out again: a key changes few of many. */
export function showNodes(parent: Element, nodes: readonly Node[]): void {
  const shown = [...parent.childNodes]
  const shorter = Math.min(shown.length, nodes.length)
  let start = 0
  while (start < shorter && shown[start]!.isEqualNode(nodes[start]!)) start += 1
  let end = 0
  while (end < shorter - start && shown.at(-1 - end)!.isEqualNode(nodes.at(-1 - end)!)) end += 1
  const after = shown[shown.length - end] ?? null
  for (const node of shown.slice(start, shown.length - end)) node.remove()
  for (const node of nodes.slice(start, nodes.length - end)) parent.insertBefore(node, after)
}
