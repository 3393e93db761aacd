import type { Span } from '../diagnostic/index.js'

/** From places in a text to places in a piece that was written for it. */
export type Alignment = (span: Span) => Span | undefined

/**
 * How a written piece lies in a text that was made from it. It must occur there exactly once; blanks may differ, because
 * a query is printed in its normal form and a message loses its indentation. Undefined when it does not.
 *
 * @example
 * alignment('a  >4', 'avg: a > 4')?.({ start: 9, end: 10 }) // { start: 4, end: 5 }: the 4
 */
export function alignment(piece: string, text: string): Alignment | undefined {
  const start = text.indexOf(piece)
  if (piece === '' || piece.trim() === '') return undefined
  if (start !== -1) return text.indexOf(piece, start + 1) === -1 ? shiftedBy(start, piece.length) : undefined
  return looseAlignment(piece, text)
}

function shiftedBy(shift: number, length: number): Alignment {
  return ({ start, end }) =>
    start >= shift && end <= shift + length ? { start: start - shift, end: end - shift } : undefined
}

function looseAlignment(piece: string, text: string): Alignment | undefined {
  const [inPiece, inText] = [withoutBlanks(piece), withoutBlanks(text)]
  const first = inText.characters.indexOf(inPiece.characters)
  if (first === -1 || inText.characters.indexOf(inPiece.characters, first + 1) !== -1) return undefined
  const places = new Map(inPiece.offsets.map((offset, index) => [inText.offsets[first + index]!, offset]))
  return ({ start, end }) => (start === end ? insertionPoint(places, start) : innerSpan(places, start, end))
}

function insertionPoint(places: ReadonlyMap<number, number>, offset: number): Span | undefined {
  const before = places.get(offset - 1)
  const at = before === undefined ? places.get(offset) : before + 1
  return at === undefined ? undefined : { start: at, end: at }
}

function innerSpan(places: ReadonlyMap<number, number>, start: number, end: number): Span | undefined {
  const [first, last] = [places.get(start), places.get(end - 1)]
  return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 }
}

function withoutBlanks(text: string): { characters: string; offsets: number[] } {
  const offsets: number[] = []
  let characters = ''
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/.test(text[at]!)) continue
    characters += text[at]
    offsets.push(at)
  }
  return { characters, offsets }
}
