import type { Span } from '../diagnostic/index.js'
import type { PartOf } from './explanation.js'
import type { Phrase } from './sentences.js'

/** Collects the parts of one text in reading order. */
export interface Pieces {
  readonly source: string
  readonly text: string
  readonly parts: PartOf<Phrase>[]
}

export function piecesOf(source: string, text: string): Pieces {
  return { source, text, parts: [] }
}

interface Node {
  readonly kind: string
  readonly span: Span
}

/** Adds a piece that is written in the text; `shown` where the node's whole text would be too long. */
export function addPart(
  pieces: Pieces,
  node: Node,
  depth: number,
  does: Phrase,
  shown?: string,
  why?: Phrase,
): void {
  const { source, text } = pieces
  const written = shown ?? text.slice(node.span.start, node.span.end)
  const part = { source, span: node.span, text: written, absent: false, depth, nodeKind: node.kind, does }
  pieces.parts.push(why === undefined || isSaid(pieces, why) ? part : { ...part, why })
}

/** Adds something that is not written at `offset`, but has an effect. */
export function addAbsent(
  pieces: Pieces,
  offset: number,
  depth: number,
  nodeKind: string,
  does: Phrase,
): void {
  const span = { start: offset, end: offset }
  pieces.parts.push({ source: pieces.source, span, text: '', absent: true, depth, nodeKind, does })
}

/** A reason is given once for each text. */
function isSaid(pieces: Pieces, why: Phrase): boolean {
  const [key] = Object.values(why.values)
  return pieces.parts.some(part => part.why?.code === why.code && Object.values(part.why.values)[0] === key)
}
