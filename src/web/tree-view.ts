import { visible } from '../diagnostic/index.js'
import { type AnyNode, childrenOf } from '../query/index.js'
import { element } from './elements.js'
import type { Words } from './words.js'

/** Deeper parts of the tree are folded at first. */
const openDepth = 3

/** More nodes than anybody unfolds; a megabyte of query must not freeze the page. */
const mostNodes = 2_000

/** The tree as an outline that folds: the kind of each node and the text it stands for. */
export function showTree(
  parent: HTMLElement,
  node: AnyNode | undefined,
  text: string,
  words: Words,
  pointed: (node: AnyNode | undefined) => void,
): void {
  if (node === undefined) {
    parent.replaceChildren(element('p', { class: 'note' }, words('treeNone')))
    return
  }
  const budget = { left: mostNodes }
  const root = element('ul', { class: 'tree' }, branch(node, text, 0, budget, pointed))
  parent.replaceChildren(element('p', { class: 'help' }, words('treeHelp')), root)
}

function branch(
  node: AnyNode,
  text: string,
  depth: number,
  budget: { left: number },
  pointed: (node: AnyNode | undefined) => void,
): HTMLElement {
  budget.left -= 1
  const children = budget.left > 0 ? childrenOf(node) : []
  const label = nodeLabel(node, text)
  if (children.length === 0) {
    const leaf = element('div', { class: 'leaf' }, ...label)
    listen(leaf, node, pointed)
    return element('li', {}, leaf)
  }
  const summary = element('summary', { class: 'branch' }, ...label)
  listen(summary, node, pointed)
  const inner = children.map(child => branch(child, text, depth + 1, budget, pointed))
  const details = element('details', { open: depth < openDepth }, summary, element('ul', {}, ...inner))
  return element('li', {}, details)
}

function nodeLabel({ kind, span }: AnyNode, text: string): readonly Node[] {
  const written = text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const excerpt = written.length > 60 ? `${written.slice(0, 59)}…` : written
  return [element('span', { class: 'kind' }, kind), element('code', {}, visible(excerpt))]
}

function listen(target: HTMLElement, node: AnyNode, pointed: (node: AnyNode | undefined) => void): void {
  target.addEventListener('pointerenter', () => pointed(node))
  target.addEventListener('pointerleave', () => pointed(undefined))
  target.addEventListener('focus', () => pointed(node))
  target.addEventListener('blur', () => pointed(undefined))
}
