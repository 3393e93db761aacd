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
  let result = ''
  let from = 0
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    result += `${text.slice(from, at)}${'\\'.repeat(backslashesBefore(text, at, from) + 1)}`
    from = at
  }
  if (from === 0 && !text.endsWith('\\')) return result + text
  return result + text.slice(from) + '\\'.repeat(backslashesBefore(text, text.length, from))
}

function backslashesBefore(text: string, at: number, from: number): number {
  let count = 0
  while (at - count > from && text.charCodeAt(at - count - 1) === backslash) count += 1
  return count
}

/** What was meant by the raw text between two quotes. */
export function unquoted(raw: string, quote: Quote): string {
  if (!raw.includes('\\')) return raw
  let result = ''
  let from = 0
  for (const { start, end } of escapesIn(raw, quote)) {
    result += raw.slice(from, start)
    from = end
  }
  return result + raw.slice(from)
}

/** Backslashes that only the quote needs: half of a row of them before a quote or the end, the odd one included. */
interface Escape {
  readonly start: number
  readonly end: number
}

function escapesIn(raw: string, quote: Quote): Escape[] {
  const escapes: Escape[] = []
  const code = quote.charCodeAt(0)
  for (let at = raw.indexOf('\\'); at !== -1; at = raw.indexOf('\\', at)) {
    const start = at
    while (raw.charCodeAt(at) === backslash) at += 1
    const count = at - start
    if (at === raw.length || raw.charCodeAt(at) === code)
      escapes.push({ start, end: start + count - (count >> 1) })
  }
  return escapes
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

/** Where each offset of the unquoted text lies in the raw text between the quotes: a character that was escaped starts at its backslash. */
export function offsetsIn(raw: string, quote: Quote): (offset: number) => number {
  if (!raw.includes('\\')) return offset => offset
  const escapes = escapesIn(raw, quote)
  const places: number[] = []
  const removed: number[] = [0]
  for (const { start, end } of escapes) {
    places.push(start - removed.at(-1)!)
    removed.push(removed.at(-1)! + end - start)
  }
  return offset => offset + removed[placesBelow(places, offset)]!
}

/** How many of the rising numbers lie below `offset`. */
function placesBelow(places: readonly number[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
