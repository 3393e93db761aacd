import { runsOf } from './inline.js'
import { widthOf } from './width.js'

/** Puts colour on inline code; the default shows it between backticks as it is. */
export type Paint = (code: string) => string

// Japanese breaks between any two characters, except before closing marks and after opening ones.
const noLineStart = new Set(
  '、。，．,.・:;：；？！?!)]}）」』】〕〉》”’…ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々%'.split(''),
)
const noLineEnd = new Set('([{（「『【〔〈《“‘'.split(''))

interface Word {
  readonly text: string
  readonly width: number
  /** A blank stood before it. */
  readonly spaced: boolean
}

/** Breaks a sentence into lines of at most `width` columns; words longer than that stay whole. */
export function wrap(sentence: string, width: number, paint: Paint): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of wordsOf(sentence, paint)) {
    const gap = word.spaced && line !== '' ? 1 : 0
    if (line !== '' && used + gap + word.width > width) {
      lines.push(line)
      line = word.text
      used = word.width
    } else {
      line += (gap === 1 ? ' ' : '') + word.text
      used += gap + word.width
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function wordsOf(sentence: string, paint: Paint): readonly Word[] {
  const words: Word[] = []
  let opened = false
  for (const piece of piecesOf(sentence, paint)) {
    const last = words.at(-1)
    // A closing mark stays with the word before it, and a word with the bracket that opens it.
    if (last !== undefined && !piece.spaced && (opened || noLineStart.has(piece.first))) {
      words[words.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width }
    } else {
      words.push(piece)
    }
    opened = noLineEnd.has(piece.last)
  }
  return words
}

interface Piece extends Word {
  readonly first: string
  readonly last: string
}

const plainText = /^[\s!-~]*$/
const plainPieces = /\s+|[!-~]+/g
const anyPieces = /\s+|[!-~\u00A0-\u024F\u2010-\u2027\u2190-\u22FF]+|./gsu

/** Inline code breaks only at its blanks; Latin words stay whole; every other character stands alone. */
function piecesOf(sentence: string, paint: Paint): readonly Piece[] {
  const pieces: Piece[] = []
  let spaced = false
  for (const run of runsOf(sentence)) {
    if (run.code) {
      pieces.push(...codePieces(run.text, spaced, paint))
      spaced = false
      continue
    }
    for (const match of run.text.matchAll(plainText.test(run.text) ? plainPieces : anyPieces)) {
      const text = match[0]
      if (text.trim() === '') {
        spaced = true
        continue
      }
      pieces.push({ text, width: widthOf(text), spaced, first: [...text][0]!, last: [...text].at(-1)! })
      spaced = false
    }
  }
  return pieces
}

function codePieces(code: string, spaced: boolean, paint: Paint): readonly Piece[] {
  const shown = `\`${code}\``
  const words = shown.split(' ')
  return words.map((text, index) => ({
    text: paint(text),
    width: widthOf(text),
    spaced: index > 0 || spaced,
    first: text[0] ?? '',
    last: text.at(-1) ?? '',
  }))
}
