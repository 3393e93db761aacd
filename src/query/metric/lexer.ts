import { backslash, doubleQuote, isNamePart, isQuote } from '../characters.js'
import type { StringLiteral } from '../node.js'
import { endOfQuoted, type Quote, unquoted } from '../quoting.js'
import { codeAt, type Scanner } from '../scanner.js'

/** The end of the letters, digits, `_` and `.` that start at `at`: a metric, an aggregator, or a function's name. */
export function endOfName(scanner: Scanner, at: number): number {
  const { text, end } = scanner
  let next = at
  while (next < end && isNamePart(text.charCodeAt(next))) next += 1
  return next
}

/** True where the word stands at `at` in either case and no letter follows. `word` is in lower case. */
export function isWordAt(scanner: Scanner, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if ((codeAt(scanner, at + index) | 0x20) !== word.charCodeAt(index)) return false
  }
  return !isNamePart(codeAt(scanner, at + word.length))
}

/** True where a string starts: a quote, or inside a quoted formula a quote with a backslash. */
export function startsString(scanner: Scanner, code: number): boolean {
  return isQuote(code) || (code === backslash && isQuote(codeAt(scanner, scanner.at + 1)))
}

/** The place after the string that starts at the scanner, or -1 when it is not closed. */
export function endOfString(scanner: Scanner): number {
  if (codeAt(scanner, scanner.at) !== backslash) return endOfQuoted(scanner.text, scanner.at, scanner.end)
  const close = scanner.text.indexOf(scanner.text.slice(scanner.at, scanner.at + 2), scanner.at + 2)
  return close === -1 || close + 2 > scanner.end ? -1 : close + 2
}

/** The string from the scanner to `end`, both quotes included. */
export function readString(scanner: Scanner, end: number): StringLiteral {
  const start = scanner.at
  const mark = codeAt(scanner, start) === backslash ? 2 : 1
  const quote: Quote = codeAt(scanner, start + mark - 1) === doubleQuote ? '"' : "'"
  const raw = scanner.text.slice(start + mark, end - mark)
  scanner.at = end
  return stringLiteral(start, end, mark === 2 ? raw : unquoted(raw, quote))
}

/** A string of the metric language; its quotes are those of the normal form. */
export function stringLiteral(start: number, end: number, value: string): StringLiteral {
  return { kind: 'string', span: { start, end }, value, quote: value.includes("'") ? '"' : "'" }
}

