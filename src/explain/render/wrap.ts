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
  text: string
  width: number
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

/** Inline code breaks only at its blanks; Latin words stay whole; every other character stands alone. */
function wordsOf(sentence: string, paint: Paint): readonly Word[] {
  const words: Word[] = []
  let opened = false
  let spaced = false
  const add = (text: string, shown: string) => {
    const last = words.at(-1)
    // A closing mark stays with the word before it, and a word with the bracket that opens it.
    if (last !== undefined && !spaced && (opened || noLineStart.has(text.charAt(0)))) {
      last.text += shown
      last.width += widthOf(text)
    } else {
      words.push({ text: shown, width: widthOf(text), spaced })
    }
    opened = noLineEnd.has(text.charAt(text.length - 1))
    spaced = false
  }
  for (const run of runsOf(sentence)) {
    if (run.code) {
      for (const [index, text] of `\`${run.text}\``.split(' ').entries()) {
        spaced ||= index > 0
        add(text, paint(text))
      }
    } else {
      for (const text of run.text.match(pieces) ?? []) {
        if (text.trim() === '') spaced = true
        else add(text, text)
      }
    }
  }
  return words
}

/** Blanks, a Latin word, a pair of surrogates, or one character. */
const pieces = /\s+|[!-~\u00A0-\u024F\u2010-\u2027\u2190-\u22FF]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|\S/g
