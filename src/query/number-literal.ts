import { dot, isDigit, minus, plus } from './characters.js'
import type { NumberLiteral } from './node.js'
import type { Scanner } from './scanner.js'

/** An exponent that would need more digits than this stays an exponent. */
const longestExpansion = 40

/**
 * Reads `digits [ "." digits ] [ exponent ]` at the scanner; the caller has seen the first digit, and says whether a sign
 * was read before it, at `start`.
 */
export function readNumber(scanner: Scanner, start: number, negative: boolean): NumberLiteral {
  const { text, end } = scanner
  const from = scanner.at
  let at = from
  let whole = 0
  while (at < end && isDigit(text.charCodeAt(at))) {
    whole = whole * 10 + text.charCodeAt(at) - 48
    at += 1
  }
  const wholeEnd = at
  at = endOfFraction(text, at, end)
  at = endOfExponent(text, at, end)
  scanner.at = at
  const plain = at === wholeEnd && at - from <= 15 && (at - from === 1 || text.charCodeAt(from) !== 48)
  const written = text.slice(from, at)
  const digits = plain ? written : canonicalNumber(written)
  const value = plain ? whole : Number(written)
  const zero = value === 0
  return {
    kind: 'number',
    span: { start, end: at },
    value: negative && !zero ? -value : value,
    text: negative && !zero ? `-${digits}` : digits,
  }
}

/** `"." digits`, when a digit follows the dot. */
function endOfFraction(text: string, from: number, end: number): number {
  if (from + 1 >= end || text.charCodeAt(from) !== dot || !isDigit(text.charCodeAt(from + 1))) return from
  return endOfDigits(text, from + 1, end)
}

/** `( "e" | "E" ) , [ sign ] , digits`, when all of it is there. */
function endOfExponent(text: string, from: number, end: number): number {
  if (from >= end || (text.charCodeAt(from) | 0x20) !== 0x65) return from
  const sign = text.charCodeAt(from + 1)
  const digits = sign === plus || sign === minus ? from + 2 : from + 1
  return digits < end && isDigit(text.charCodeAt(digits)) ? endOfDigits(text, digits, end) : from
}

function endOfDigits(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  return at
}

/**
 * The normal form of an unsigned number: no needless zeros, no exponent unless it is huge. Works on the digits, so that a
 * long decimal keeps every one of them.
 */
export function canonicalNumber(written: string): string {
  const exponentAt = written.search(/[eE]/)
  const mantissa = exponentAt === -1 ? written : written.slice(0, exponentAt)
  const exponent = exponentAt === -1 ? 0 : Number(written.slice(exponentAt + 1))
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = withoutLeadingZeros(whole + fraction)
  if (digits === '') return '0'
  return placePoint(digits, exponent - fraction.length)
}

/** `digits` times ten to the power of `scale`. */
function placePoint(digits: string, scale: number): string {
  const significant = withoutTrailingZeros(digits)
  const shift = scale + digits.length - significant.length
  if (shift >= 0) {
    if (shift > longestExpansion) return `${significant}e${shift}`
    return significant + '0'.repeat(shift)
  }
  if (-shift > longestExpansion + significant.length) return `${significant}e${shift}`
  const padded = significant.padStart(1 - shift, '0')
  return `${padded.slice(0, shift)}.${padded.slice(shift)}`
}

function withoutLeadingZeros(digits: string): string {
  let from = 0
  while (from < digits.length && digits.charCodeAt(from) === 48) from += 1
  return digits.slice(from)
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1
  return digits.slice(0, end)
}
