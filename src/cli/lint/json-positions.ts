import type { Span } from '../../diagnostic/index.js'
import type { JsonPath } from '../../lint/index.js'

/** Where a JSON value stands in its text. */
export interface JsonNode {
  readonly start: number
  readonly end: number
  /** Present for objects: where each member and its value stand, in the order of the text. */
  readonly members?: readonly JsonMember[]
  /** Present for arrays. */
  readonly items?: readonly JsonNode[]
}

export interface JsonMember {
  readonly name: string
  readonly start: number
  readonly value: JsonNode
}

/** A value whose end is not reached yet. */
interface Open {
  readonly start: number
  readonly members?: JsonMember[]
  readonly items?: JsonNode[]
  name?: { readonly text: string; readonly start: number }
}

const token = /[\s,:]*("[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]|[^\s,:[\]{}"]+)/y

/** The places of every value in a text that is JSON: one scan, no recursion. Undefined when it is not JSON. */
export function jsonPositions(text: string): JsonNode | undefined {
  const open: Open[] = []
  token.lastIndex = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const word = match[1]!
    const end = token.lastIndex
    const start = end - word.length
    const top = open.at(-1)
    if (word === '{') open.push({ start, members: [] })
    else if (word === '[') open.push({ start, items: [] })
    else if (top?.members && top.name === undefined && word !== '}') top.name = { text: nameOf(word), start }
    else {
      const node = word === '}' || word === ']' ? closed(open.pop(), end) : { start, end }
      const parent = open.at(-1)
      if (node === undefined || parent === undefined) return node
      add(parent, node)
    }
  }
  return undefined
}

function closed(value: Open | undefined, end: number): JsonNode | undefined {
  if (value === undefined) return undefined
  const { start, members, items } = value
  return { start, end, ...(members && { members }), ...(items && { items }) }
}

function add(parent: Open, node: JsonNode): void {
  if (parent.items) parent.items.push(node)
  else if (parent.name !== undefined) {
    parent.members?.push({ name: parent.name.text, start: parent.name.start, value: node })
    delete parent.name
  }
}

function nameOf(word: string): string {
  try {
    return String(JSON.parse(word))
  } catch {
    return word
  }
}

/** The value at a path, or undefined. Of two equal names the last one counts, as it does for `JSON.parse`. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  return nodesAlong(root, path)[path.length]
}

/** The values along a path, from the root on, as far as the path leads. */
export function nodesAlong(root: JsonNode, path: JsonPath): readonly JsonNode[] {
  const nodes = [root]
  for (const step of path) {
    const node = nodes.at(-1)!
    const next =
      typeof step === 'number'
        ? node.items?.[step]
        : node.members?.findLast(member => member.name === step)?.value
    if (next === undefined) return nodes
    nodes.push(next)
  }
  return nodes
}

/** The place in the file of a span of the text that a JSON string means. */
export function spanInString(text: string, node: JsonNode, span: Span): Span {
  return { start: offsetInString(text, node, span.start), end: offsetInString(text, node, span.end) }
}

function offsetInString(text: string, node: JsonNode, offset: number): number {
  let at = node.start + 1
  for (let unit = 0; unit < offset && at < node.end - 1; unit += 1) {
    if (text[at] !== '\\') at += 1
    else at += text[at + 1] === 'u' ? 6 : 2
  }
  return at
}
