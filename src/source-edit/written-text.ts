import type { Span } from '../diagnostic/index.js'

/** A piece of text as it stands in a source file: what it means, and where each of its characters was written. */
export interface WrittenText {
  readonly value: string
  /** Offset in the file of each code unit of `value`, and of the end behind the last one. */
  readonly offsets: readonly number[]
  /** What must be escaped in it. */
  readonly quote: Quote
}

export type Quote = "'" | '"' | '`'

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
}

const escapeSequence = /^\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))/

/** Reads the text of a string or template literal between the offsets of its delimiters. */
export function readWritten(file: string, { start, end }: Span, quote: Quote): WrittenText {
  let value = ''
  const offsets: number[] = []
  let at = start
  while (at < end) {
    const { text, length } = characterAt(file, at, quote)
    for (let unit = 0; unit < text.length; unit += 1) offsets.push(at)
    value += text
    at += length
  }
  offsets.push(end)
  return { value, offsets, quote }
}

function characterAt(file: string, at: number, quote: Quote): { text: string; length: number } {
  const character = file[at]!
  if (character !== '\\') {
    // A template literal's line ends are always read as one line feed.
    if (quote === '`' && character === '\r') return { text: '\n', length: file[at + 1] === '\n' ? 2 : 1 }
    return { text: character, length: 1 }
  }
  const match = escapeSequence.exec(file.slice(at, at + 12))
  if (match === null) return { text: character, length: 1 }
  const [whole, braced, four, two, other] = match
  const code = braced ?? four ?? two
  if (code !== undefined)
    return { text: String.fromCodePoint(Number.parseInt(code, 16)), length: whole.length }
  return { text: meaningOf(other ?? ''), length: whole.length }
}

function meaningOf(escaped: string): string {
  if (/^[\r\n\u2028\u2029]/.test(escaped)) return ''
  return Object.hasOwn(simpleEscapes, escaped) ? simpleEscapes[escaped]! : escaped
}

/** A text as it must be written inside these quotes. */
export function escaped(text: string, quote: Quote): string {
  const slashed = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  if (quote === '`') return slashed.replaceAll('${', '\\${')
  return slashed
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\u0000-\u001F\u2028\u2029]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
