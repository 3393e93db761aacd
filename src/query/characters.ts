/** Codes of the characters that the grammars name, and the classes of characters they are made of. */

export const tab = 0x09
export const newline = 0x0a
export const carriageReturn = 0x0d
export const blank = 0x20
export const exclamation = 0x21
export const doubleQuote = 0x22
export const dollar = 0x24
export const percent = 0x25
export const ampersand = 0x26
export const singleQuote = 0x27
export const openParenthesis = 0x28
export const closeParenthesis = 0x29
export const asterisk = 0x2a
export const plus = 0x2b
export const comma = 0x2c
export const minus = 0x2d
export const dot = 0x2e
export const slash = 0x2f
export const zero = 0x30
export const nine = 0x39
export const colon = 0x3a
export const lessThan = 0x3c
export const equals = 0x3d
export const greaterThan = 0x3e
export const atSign = 0x40
export const openBracket = 0x5b
export const backslash = 0x5c
export const closeBracket = 0x5d
const underscore = 0x5f
export const openBrace = 0x7b
export const pipe = 0x7c
export const closeBrace = 0x7d
export const tilde = 0x7e

/** Stands for “no character”: the end of the text. Larger than every code, and of no class. */
export const endOfText = 0x10000

const letterBit = 1
const digitBit = 2
const nameBit = 4
const tagBit = 8
const blankBit = 16

/** The classes of every code, and of `endOfText`: one look-up tells what a character may be part of. */
const classes = new Uint8Array(endOfText + 1)
classes.fill(tagBit, 0x80, endOfText)
classes.fill(tagBit, exclamation, tilde + 1)
for (const code of [
  comma,
  openBrace,
  closeBrace,
  openParenthesis,
  closeParenthesis,
  doubleQuote,
  singleQuote,
])
  classes[code] = 0
classes.fill(letterBit | nameBit | tagBit, 0x41, 0x5b)
classes.fill(letterBit | nameBit | tagBit, 0x61, 0x7b)
classes.fill(digitBit | nameBit | tagBit, zero, nine + 1)
classes[underscore] = letterBit | nameBit | tagBit
classes[dot] = nameBit | tagBit
classes.fill(blankBit, tab, carriageReturn + 1)
classes[blank] = blankBit

/** A letter or `_`: what a name starts with. */
export function isLetter(code: number): boolean {
  return (classes[code]! & letterBit) !== 0
}

export function isDigit(code: number): boolean {
  return code >= zero && code <= nine
}

/** A letter, digit or `_`. */
export function isWordPart(code: number): boolean {
  return (classes[code]! & (letterBit | digitBit)) !== 0
}

/** A letter, digit, `_` or `.`: what metric names and percentiles consist of. */
export function isNamePart(code: number): boolean {
  return (classes[code]! & nameBit) !== 0
}

/** What a tag's key or value may hold: everything but blanks, quotes and `, { } ( )`. Letters of any script count. */
export function isTagPart(code: number): boolean {
  return (classes[code]! & tagBit) !== 0
}

export function isBlank(code: number): boolean {
  return (classes[code]! & blankBit) !== 0
}

export function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote
}

/** `<` or `>` */
export function isAngle(code: number): boolean {
  return code === lessThan || code === greaterThan
}

/** A character that a comparison can start with. */
export function isComparison(code: number): boolean {
  return isAngle(code) || code === equals || code === exclamation
}
