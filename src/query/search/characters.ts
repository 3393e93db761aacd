/** What a character means to the scanner of searches; bits, so that one look at a table answers every question. */
export const mark = {
  blank: 1,
  /** Ends a word: blanks, brackets, quotes. */
  stop: 2,
  /** `<` and `>` end a word unless they stand inside a value. */
  angle: 4,
  backslash: 8,
  colon: 16,
  /** `&` and `|`: only when doubled they end a word. */
  connective: 32,
  /** Punctuation that other query languages use; its meaning is looked at after the word was read. */
  foreign: 64,
  /** Full-width and typographic look-alikes of the punctuation of this language. */
  lookalike: 128,
} as const

const table = new Uint8Array(128)
for (const character of '()[]{}"') table[character.charCodeAt(0)] = mark.stop
for (const character of ' \t\n\r\f\v') table[character.charCodeAt(0)] = mark.blank | mark.stop
for (const character of '<>') table[character.charCodeAt(0)] = mark.angle
for (const character of '&|') table[character.charCodeAt(0)] = mark.connective | mark.foreign
for (const character of "=,;+!~^'") table[character.charCodeAt(0)] = mark.foreign
table[0x5c] = mark.backslash
table[0x3a] = mark.colon

const names = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789_.-') {
  names[character.charCodeAt(0)] = 1
  names[character.toUpperCase().charCodeAt(0)] = 1
}

/** The bits of one UTF-16 code unit. */
export function marksOf(code: number): number {
  return code < 128 ? table[code]! : marksBeyondAscii(code)
}

function marksBeyondAscii(code: number): number {
  // The ideographic blank separates words for Datadog too; a no-break space comes with text pasted from a page.
  if (code === 0x3000 || code === 0xa0) return mark.blank | mark.stop
  const fullWidth = code >= 0xff01 && code <= 0xff5e
  const typographic = code >= 0x2010 && code <= 0x201f
  return fullWidth || typographic ? mark.lookalike : 0
}

/** Blank, tab, line end, ideographic blank. False for NaN, which is what reading past the end gives. */
export function isBlank(code: number): boolean {
  return code === 32 || (marksOf(code) & mark.blank) !== 0
}

/** Letters, digits, `_`, `.` and `-`, and everything outside ASCII: what names of tags, attributes and variables are made of. */
export function isNameCharacter(code: number): boolean {
  return code < 128 ? names[code] === 1 : code > 127 && marksOf(code) === 0
}

/** `“ ” „ ‟`: typographic double quotes. */
export function isSmartQuote(code: number): boolean {
  return code >= 0x201c && code <= 0x201f
}
