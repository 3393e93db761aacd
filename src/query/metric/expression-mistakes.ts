import {
  closeBrace,
  closeParenthesis,
  dollar,
  endOfText,
  isQuote,
  isTagPart,
  openBrace,
} from '../characters.js'
import type { NumberLiteral, Opaque } from '../node.js'
import { canonicalNumber, readNumber } from '../number-literal.js'
import { endOfQuoted } from '../quoting.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  endOfTag,
  found,
  insertion,
  peek,
  replacement,
  report,
  reportOnce,
  type Scanner,
} from '../scanner.js'

/** Nothing that a query can be made of: an operator at the end, `> 5` without anything before it. */
export function expectedExpression(scanner: Scanner): Opaque {
  const start = scanner.at
  const code = peek(scanner)
  const message = `A metric, a number or a function is expected here, not ${found(scanner)}.`
  const end = code === openBrace ? endOfBraces(scanner, start) : endOfStray(scanner, start)
  reportOnce(scanner, 'expected-expression', start, Math.max(end, start + 1), message, {
    hint: expectedHint(code),
  })
  scanner.at = end
  return { kind: 'opaque', span: { start, end }, text: scanner.text.slice(start, end) }
}

function endOfStray(scanner: Scanner, start: number): number {
  const code = codeAt(scanner, start)
  if (code === dollar) return endOfTag(scanner, start)
  if (isQuote(code)) return Math.max(endOfQuoted(scanner.text, start, scanner.end), start + 1)
  let end = start
  while (isStray(codeAt(scanner, end))) end += 1
  return end
}

/** A scope without a metric is skipped as a whole. */
function endOfBraces(scanner: Scanner, start: number): number {
  let end = start + 1
  while (end < scanner.end && codeAt(scanner, end) !== openBrace && codeAt(scanner, end) !== closeBrace)
    end += 1
  return codeAt(scanner, end) === closeBrace ? end + 1 : start + 1
}

function expectedHint(code: number): string {
  if (code === dollar) return 'Template variables such as `$env` stand inside the braces of a scope.'
  if (code === openBrace) return 'Write the metric before its scope, as in `avg:system.load.1{env:prod}`.'
  return 'Write for example `avg:system.load.1{*}`.'
}

/** Characters that no expression starts with and no reader further out waits for. */
function isStray(code: number): boolean {
  return isTagPart(code) && !/[<>=!+\-*/.\w]/.test(String.fromCharCode(code))
}

/** `.5` */
export function leadingDot(scanner: Scanner, sign: '' | '-' = ''): NumberLiteral {
  const start = scanner.at
  const dotAt = start + sign.length
  scanner.at = dotAt + 1
  const { end } = readNumber(scanner, dotAt + 1, false).span
  const text = sign + canonicalNumber(`0${scanner.text.slice(dotAt, end)}`)
  report(scanner, 'leading-dot', start, end, 'A number needs a digit before its point.', {
    hint: `Write \`${text}\`.`,
    repair: [insertion(dotAt, '0')],
  })
  return { kind: 'number', span: { start, end }, value: Number(text), text }
}

/** A `(` whose `)` is missing at the scanner. */
export function unclosedParenthesis(scanner: Scanner, open: number): void {
  const end = beforeBlanks(scanner, scanner.at)
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` where it ends.',
    repair: [insertion(end, ')')],
  })
}

/** A `)` without its `(`; the scanner is at it and moves on. */
export function unopenedParenthesis(scanner: Scanner): void {
  const at = scanner.at
  scanner.at += codeAt(scanner, at) === closeParenthesis ? 1 : 0
  report(scanner, 'unopened-parenthesis', at, at + 1, 'This `)` closes nothing.', {
    hint: 'Take it away, or write the `(` that belongs to it.',
    repair: [replacement(at, at + 1, '')],
  })
}

/** True when nothing follows the character at the scanner. */
export function isAlone(scanner: Scanner): boolean {
  return codeAt(scanner, afterBlanks(scanner, scanner.at + 1)) === endOfText
}

/** `*` alone is what some places call a query that only filters; it is kept as it is. */
export function filterOnly(scanner: Scanner): Opaque {
  const start = scanner.at
  scanner.at = start + 1
  const span = { start, end: scanner.at }
  report(scanner, 'filter-only', span.start, span.end, 'This is a filter without a metric.', {
    severity: 'warning',
    hint: 'Write for example `avg:system.load.1{*}` where a metric is asked for.',
  })
  return { kind: 'opaque', span, text: '*' }
}
