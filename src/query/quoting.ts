import { backslash } from './characters.js'
/**
 * How a text stands between quotes. Only what the quote needs is escaped: a quote inside gets a backslash, and so do the
 * backslashes right before a quote. Every other backslash belongs to the text itself, as in `@path:a\:b`; hence a query that is
 * read and written back never changes.
 */

export type Quote = '"' | "'"

/** The text with quotes around it. */
export function quoted(text: string, quote: Quote): string {
  return quote + escaped(text, quote) + quote
}

/** The text as it stands between quotes. */
export function escaped(text: string, quote: Quote): string {
  if (!text.includes(quote) && !text.endsWith('\\')) return text
  let result = ''
  let backslashes = 0
  for (const character of text) {
    if (character === '\\') {
      backslashes += 1
      result += character
      continue
    }
    if (character === quote) result += '\\'.repeat(backslashes + 1)
    backslashes = 0
    result += character
  }
  return result + '\\'.repeat(backslashes)
}

/** What was meant by the raw text between two quotes. */
export function unquoted(raw: string, quote: Quote): string {
  if (!raw.includes('\\')) return raw
  let result = ''
  let backslashes = 0
  for (const character of raw) {
    if (character === '\\') {
      backslashes += 1
      continue
    }
    result += '\\'.repeat(character === quote ? backslashes >> 1 : backslashes)
    backslashes = 0
    result += character
  }
  return result + '\\'.repeat(backslashes >> 1)
}

/** Where the string that starts with a quote at `start` ends, its closing quote included; -1 when it has none before `end`. */
export function endOfQuoted(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start)
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === backslash) at += 1
  }
  return -1
}

/** Where each offset of the unquoted text lies in the raw text between the quotes. */
export function offsetsIn(raw: string, quote: Quote): (offset: number) => number {
  if (!raw.includes('\\')) return offset => offset
  const code = quote.charCodeAt(0)
  const places: number[] = []
  for (let at = 0; at < raw.length; ) {
    const start = at
    while (raw.charCodeAt(at) === backslash) at += 1
    const run = at - start
    const isQuoteNext = raw.charCodeAt(at) === code
    const isLast = at === raw.length
    const kept = isQuoteNext || isLast ? run >> 1 : run
    for (let index = 0; index < kept; index += 1) places.push(start + (kept === run ? index : index * 2))
    if (isLast) break
    places.push(isQuoteNext ? at - 1 : at)
    at += 1
  }
  return offset => (offset < places.length ? places[offset]! : raw.length)
}
