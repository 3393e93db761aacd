import { visible } from '../diagnostic/index.js'
import { element } from './elements.js'

/** A sentence as nodes: its inline code, by Markdown's rule of equal fences, becomes `<code>`; everything is text. */
export function inline(sentence: string): readonly Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const match of sentence.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)) {
    if (match.index > at) nodes.push(plain(sentence.slice(at, match.index)))
    nodes.push(element('code', {}, visible(unpadded(match[2]!))))
    at = match.index + match[0].length
  }
  if (at < sentence.length) nodes.push(plain(sentence.slice(at)))
  return nodes
}

const plain = (text: string) => document.createTextNode(visible(text))

/** One blank on both sides belongs to a fence around backticks. */
function unpadded(code: string): string {
  return code.includes('`') && /^ .* $/s.test(code) ? code.slice(1, -1) : code
}
