import { dot, isDigit, minus, plus, zero } from './characters.js'
import type { NumberLiteral } from './node.js'
import type { Scanner } from './scanner.js'

/** An exponent that would need more digits than this stays an exponent. */
const longestExpansion = 40

/** Up to so many digits a division by a power of ten gives the same value as reading the text, and faster. */
const exactDigits = 15
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power)

/**
 * Reads `digits [ "." digits ] [ exponent ]` at the scanner; the caller has seen the first digit, and says whether a sign
 * was read before it, at `start`.
 */
export function readNumber(scanner: Scanner, start: number, negative: boolean): NumberLiteral {
  const { text, end } = scanner
  const from = scanner.at
  let digits = 0
  let at = from
  for (; at < end && isDigit(text.charCodeAt(at)); at += 1) digits = digits * 10 + text.charCodeAt(at) - zero
  const wholeEnd = at
  if (at + 1 < end && text.charCodeAt(at) === dot && isDigit(text.charCodeAt(at + 1))) {
    for (at += 1; at < end && isDigit(text.charCodeAt(at)); at += 1)
      digits = digits * 10 + text.charCodeAt(at) - zero
  }
  const mantissaEnd = at
  at = endOfExponent(text, at, end)
  scanner.at = at
  const written = text.slice(from, at)
  const isShort = at === mantissaEnd && at - from <= exactDigits
  const power = mantissaEnd > wholeEnd ? mantissaEnd - wholeEnd - 1 : 0
  const value = isShort ? digits / powersOfTen[power]! : Number(written)
  const normal = isShort && isNormal(text, from, wholeEnd, at) ? written : canonicalNumber(written)
  const signed = negative && value !== 0
  return {
    kind: 'number',
    span: { start, end: at },
    value: signed ? -value : value,
    text: signed ? `-${normal}` : normal,
  }
}

/** No zero that could be left out: none before the whole part, none at the end of the fraction. */
function isNormal(text: string, from: number, wholeEnd: number, end: number): boolean {
  if (text.charCodeAt(from) === zero && wholeEnd > from + 1) return false
  return wholeEnd === end || text.charCodeAt(end - 1) !== zero
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
  while (from < digits.length && digits.charCodeAt(from) === zero) from += 1
  return digits.slice(from)
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === zero) end -= 1
  return digits.slice(0, end)
}
