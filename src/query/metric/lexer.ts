import { doubleQuote, isNamePart } from '../characters.js'
import type { StringLiteral } from '../node.js'
import { type Quote, unquoted } from '../quoting.js'
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

/** The string from the scanner to `end`, both quotes included. */
export function readString(scanner: Scanner, end: number): StringLiteral {
  const start = scanner.at
  const quote: Quote = codeAt(scanner, start) === doubleQuote ? '"' : "'"
  scanner.at = end
  return stringLiteral(start, end, unquoted(scanner.text.slice(start + 1, end - 1), quote))
}

/** A string of the metric language; its quotes are those of the normal form. */
export function stringLiteral(start: number, end: number, value: string): StringLiteral {
  return { kind: 'string', span: { start, end }, value, quote: value.includes("'") ? '"' : "'" }
}
