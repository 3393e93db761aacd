import { closeParenthesis } from '../characters.js'
import type { StringLiteral } from '../node.js'
import { endOfQuoted, type Quote, unquoted } from '../quoting.js'
import { beforeBlanks, insertion, report, type Scanner } from '../scanner.js'

/** The place of a text between quotes, without and with them. */
export interface QuotedText {
  readonly quote: Quote
  readonly start: number
  readonly end: number
  readonly innerStart: number
  readonly innerEnd: number
}

/** q = '"' text '"' | "'" text "'" ; the scanner is at the quote */
export function readQuotedText(scanner: Scanner): QuotedText {
  const start = scanner.at
  const quote: Quote = scanner.text[start] === "'" ? "'" : '"'
  const close = endOfQuoted(scanner.text, start, scanner.end)
  const isClosed = close !== -1
  const innerEnd = isClosed ? close - 1 : unclosedQuote(scanner, start, quote)
  scanner.at = isClosed ? close : innerEnd
  return { quote, start, end: scanner.at, innerStart: start + 1, innerEnd }
}

/** The same as a node. Its quotes are those of the normal form. */
export function readQuoted(scanner: Scanner): StringLiteral {
  const { quote, start, end, innerStart, innerEnd } = readQuotedText(scanner)
  const value = unquoted(scanner.text.slice(innerStart, innerEnd), quote)
  return { kind: 'string', span: { start, end }, value, quote: '"' }
}

/** A quote without its partner: the text ends before the next parenthesis. */
function unclosedQuote(scanner: Scanner, start: number, quote: Quote): number {
  let at = start + 1
  while (at < scanner.end && scanner.text.charCodeAt(at) !== closeParenthesis) at += 1
  const end = Math.max(beforeBlanks(scanner, at), start + 1)
  report(scanner, 'missing-quote', start, start + 1, 'This quote is never closed.', {
    hint: `Write \`${quote}\` where the text ends.`,
    repair: [insertion(end, quote)],
  })
  return end
}
