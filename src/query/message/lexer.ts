import type { Diagnostic, Severity, TextEdit } from '../../diagnostic/index.js'

/** Where the reading of one template stands. */
export interface MessageScanner {
  readonly text: string
  readonly diagnostics: Diagnostic[]
  /** The type of the monitor whose message it is, where that is known. */
  readonly type: string | undefined
  at: number
  failed: boolean
  /** In the tag that is being read, words stand without quotes. */
  isBare: boolean
  /** The next occurrence found of a closing sign, so that a missing one is searched for only once. */
  readonly ahead: Map<string, { readonly from: number; readonly found: number }>
}

export function scannerOf(text: string, type?: string): MessageScanner {
  return { text, diagnostics: [], type, at: 0, failed: false, isBare: false, ahead: new Map() }
}

/** Nobody reads more; a megabyte of stray tags must not become a million objects. */
const reportLimit = 100

export interface Report {
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly repair?: readonly TextEdit[]
}

/** Adds a diagnostic about a piece of the template. */
export function report(scanner: MessageScanner, start: number, end: number, about: Report): void {
  const isFirstError = about.severity === 'error' && !scanner.failed
  if (about.severity === 'error') scanner.failed = true
  if (scanner.diagnostics.length >= reportLimit && !isFirstError) return
  scanner.diagnostics.push({ ...about, span: { start, end } })
}

export function edit(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text }
}

/** Offset of the next `sign` at or behind `from`, or -1. */
export function nextOf(scanner: MessageScanner, sign: string, from: number): number {
  const known = scanner.ahead.get(sign)
  if (known !== undefined && known.from <= from && (known.found === -1 || known.found >= from))
    return known.found
  const found = scanner.text.indexOf(sign, from)
  scanner.ahead.set(sign, { from, found })
  return found
}

/** Offset of the next `{` or `@` at or behind `from`, or the end of the text. */
export function nextSpecial(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 123 || code === 64) return at
  }
  return text.length
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000
}

/** Letters, digits, `_`, `-`, `@`, `$` and what lies outside ASCII: one segment of a path. */
export function isSegmentCharacter(code: number): boolean {
  if (code >= 97 && code <= 122) return true
  if (code >= 64 && code <= 90) return true
  if (code >= 48 && code <= 57) return true
  return code === 95 || code === 45 || code === 36 || code === 58 || code === 47 || isLetterBeyondAscii(code)
}

/** Outside ASCII, and neither blank nor typographic or full-width punctuation. */
export function isLetterBeyondAscii(code: number): boolean {
  if (code < 0xa1) return false
  const isPunctuation =
    (code >= 0x2010 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65)
  return !isPunctuation
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(text.charCodeAt(at))) at += 1
  return at
}
