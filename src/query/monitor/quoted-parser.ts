import {
  backslash,
  closeParenthesis,
  comma,
  dot,
  endOfText,
  equals,
  exclamation,
  greaterThan,
  isLetter,
  isQuote,
  lessThan,
} from '../characters.js'
import type { StringLiteral } from '../node.js'
import { endOfQuoted, type Quote, unquoted } from '../quoting.js'
import { afterBlanks, beforeBlanks, codeAt, insertion, report, type Scanner } from '../scanner.js'

/** The place of a text between quotes, without and with them. */
export interface QuotedText {
  readonly quote: Quote
  readonly start: number
  readonly end: number
  readonly innerStart: number
  readonly innerEnd: number
  /** Quotes in it have no backslash, and the account may hold it like that. */
  readonly unescaped?: true
}

/** How far a text with quotes of its own is followed to find the one that closes it. */
const longestRepair = 2000

/**
 * q = '"' text '"' | "'" text "'" ; the scanner is at the quote. A search may hold quotes without a backslash: exports of live
 * monitors do, so the account seems to read up to the `")` before a step.
 */
export function readQuotedText(scanner: Scanner, isSearch = false): QuotedText {
  const start = scanner.at
  const quote: Quote = scanner.text[start] === "'" ? "'" : '"'
  const close = endOfQuoted(scanner.text, start, scanner.end)
  if (close === -1 || !endsQuoted(scanner, close)) return recoverQuoted(scanner, quote, close, isSearch)
  scanner.at = close
  return { quote, start, end: close, innerStart: start + 1, innerEnd: close - 1 }
}

/** The same as a node. Its quotes are those of the normal form. */
export function readQuoted(scanner: Scanner): StringLiteral {
  const { quote, start, end, innerStart, innerEnd } = readQuotedText(scanner)
  const value = unquoted(scanner.text.slice(innerStart, innerEnd), quote)
  return { kind: 'string', span: { start, end }, value, quote: '"' }
}

/** After a text comes another argument, the end of them, a step, or nothing. */
function endsQuoted(scanner: Scanner, close: number): boolean {
  const code = codeAt(scanner, close)
  if (code === closeParenthesis || code === comma || code === dot) return true
  const nextAt = afterBlanks(scanner, close)
  const next = codeAt(scanner, nextAt)
  if (isQuote(next)) return nextAt > close
  return next === closeParenthesis || next === comma || next === dot || isEnd(next)
}

function isEnd(code: number): boolean {
  return (
    code === endOfText || code === lessThan || code === greaterThan || code === equals || code === exclamation
  )
}

/** The quote that closes is missing, or the text holds quotes without a backslash. */
function recoverQuoted(scanner: Scanner, quote: Quote, close: number, isSearch: boolean): QuotedText {
  const start = scanner.at
  const stepAt = endBeforeStep(scanner, start + 1, close === -1 ? scanner.end : close)
  if (close === -1 || stepAt !== undefined) return unclosedQuote(scanner, quote, stepAt)
  const last = lastQuote(scanner, quote, close)
  if (last !== undefined && !isSearch && /^\s*(?:or\b|\|)/i.test(scanner.text.slice(close, close + 20)))
    return eitherTag(scanner, quote, close, last)
  if (last !== undefined) return unescapedQuotes(scanner, quote, last, isSearch)
  scanner.at = close
  return { quote, start, end: close, innerStart: start + 1, innerEnd: close - 1 }
}

/** The `)` of `).step(`, or the one before a comparison. */
function endBeforeStep(scanner: Scanner, from: number, limit: number): number | undefined {
  for (let at = from; at < limit; at += 1) {
    if (codeAt(scanner, at) !== closeParenthesis) continue
    const next = codeAt(scanner, at + 1)
    if (next === dot && isLetter(codeAt(scanner, at + 2))) return at
    const code = codeAt(scanner, afterBlanks(scanner, at + 1))
    if (code === lessThan || code === greaterThan) return at
  }
  return undefined
}

function unclosedQuote(scanner: Scanner, quote: Quote, stepAt: number | undefined): QuotedText {
  const start = scanner.at
  const innerEnd = Math.max(beforeBlanks(scanner, stepAt ?? endBeforeParenthesis(scanner, start)), start + 1)
  scanner.at = innerEnd
  report(scanner, 'missing-quote', start, start + 1, 'This quote is never closed.', {
    hint: `Write \`${quote}\` where the text ends.`,
    repair: [insertion(innerEnd, quote)],
  })
  return { quote, start, end: innerEnd, innerStart: start + 1, innerEnd }
}

function endBeforeParenthesis(scanner: Scanner, start: number): number {
  let at = start + 1
  while (at < scanner.end && codeAt(scanner, at) !== closeParenthesis) at += 1
  return at
}

/** The next quote that has an end of arguments behind it. */
function lastQuote(scanner: Scanner, quote: Quote, from: number): number | undefined {
  const limit = Math.min(scanner.end, from + longestRepair)
  for (let at = from; at < limit; at += 1) {
    if (scanner.text[at] === quote && codeAt(scanner, at + 1) === closeParenthesis) return at
  }
  return undefined
}

/** `.over("env:prod" OR "env:dev")`: only the first can be kept. */
function eitherTag(scanner: Scanner, quote: Quote, close: number, last: number): QuotedText {
  const start = scanner.at
  scanner.at = last + 1
  report(scanner, 'several-tags', start, scanner.at, 'All tags of a step must match; it knows no `OR`.', {
    hint: 'Write a monitor for each, and join them in a composite monitor such as `12345 || 67890`.',
  })
  return { quote, start, end: close, innerStart: start + 1, innerEnd: close - 1 }
}

/** `"service:api "stream aborted""` */
function unescapedQuotes(scanner: Scanner, quote: Quote, last: number, isSearch: boolean): QuotedText {
  const start = scanner.at
  const isStored = isSearch && quote === '"' && codeAt(scanner, afterBlanks(scanner, last + 2)) === dot
  const inner: number[] = []
  for (let at = start + 1; at < last; at += 1) {
    if (scanner.text[at] === quote && codeAt(scanner, at - 1) !== backslash) inner.push(at)
  }
  scanner.at = last + 1
  report(
    scanner,
    'unescaped-quotes',
    inner[0] ?? start,
    (inner.at(-1) ?? start) + 1,
    'A quote inside the quotes ends the text too early.',
    {
      severity: isStored ? 'warning' : 'error',
      hint: `Write \`\\${quote}\` for a quote that belongs to the text.`,
      repair: inner.map(at => insertion(at, '\\')),
    },
  )
  const place = { quote, start, end: last + 1, innerStart: start + 1, innerEnd: last }
  return isStored ? { ...place, unescaped: true } : place
}
