import type { Diagnostic, Severity, Span, TextEdit } from '../../diagnostic/index.js'
import { isBlank, isNameCharacter, isSmartQuote, mark, marksOf } from './characters.js'

/** Deeper nesting than this is no search that a person wrote; it would exhaust the stack of every reader of the tree. */
export const depthLimit = 200

/** Nobody reads more; a megabyte of closing brackets must not become a million objects. */
const reportLimit = 100

/** Where the reading of one search stands. `colon` and `marks` tell about the last word read. */
export interface SearchScanner {
  readonly text: string
  readonly spanOf: ((offset: number) => number) | undefined
  readonly diagnostics: Diagnostic[]
  at: number
  depth: number
  colon: number
  marks: number
  /** End of the last clause, before the blanks that follow it. */
  clauseEnd: number
  /** Where the last bare word began and ended, or -1 when something else stands before: `status` of `status = 'error'`. */
  bareStart: number
  bareEnd: number
  /** The field of the last clause when that was a comparison: `@x` of `@x:>5 AND <9`. */
  compared: string
  /** Inside the parentheses of `field:( … )`. */
  inField: boolean
  failed: boolean
  /** Set when nesting went too deep: the rest is skipped, and what is missing because of that is not reported. */
  stopped: boolean
}

/** A scanner at the start of a text. */
export function scannerOf(text: string, spanOf?: (offset: number) => number): SearchScanner {
  return {
    text,
    spanOf,
    diagnostics: [],
    at: 0,
    depth: 0,
    colon: -1,
    marks: 0,
    clauseEnd: 0,
    bareStart: -1,
    bareEnd: -1,
    compared: '',
    inField: false,
    failed: false,
    stopped: false,
  }
}

/** The span of a piece of the searched text, in the text the caller knows. */
export function spanBetween(scanner: SearchScanner, start: number, end: number): Span {
  const { spanOf } = scanner
  return spanOf === undefined ? { start, end } : { start: spanOf(start), end: spanOf(end) }
}

/** One edit of the text the caller knows; inside another query's quotes a quote has a backslash. */
export function edit(scanner: SearchScanner, start: number, end: number, text: string): TextEdit {
  const written = scanner.spanOf === undefined ? text : text.replaceAll('"', '\\"')
  return { span: spanBetween(scanner, start, end), text: written }
}

/** What a report says beside its place. */
export interface Report {
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly repair?: readonly TextEdit[]
}

/** Adds a diagnostic about a piece of the text. */
export function report(scanner: SearchScanner, start: number, end: number, about: Report): void {
  if (scanner.stopped) return
  const isFirstError = about.severity === 'error' && !scanner.failed
  if (about.severity === 'error') scanner.failed = true
  if (scanner.diagnostics.length >= reportLimit && !isFirstError) return
  scanner.diagnostics.push({ ...about, span: spanBetween(scanner, start, end) })
}

/** Where one stands that has a repair only under a condition. */
type Repair = readonly TextEdit[] | false

/** Adds a warning: the search means something, though hardly what was meant. */
export function warn(
  scanner: SearchScanner,
  start: number,
  end: number,
  code: string,
  message: string,
  hint: string,
  repair: Repair = false,
): void {
  tell(scanner, start, end, 'warning', code, message, hint, repair)
}

/** Adds an error: the search cannot be read. */
export function fail(
  scanner: SearchScanner,
  start: number,
  end: number,
  code: string,
  message: string,
  hint: string,
  repair: Repair = false,
): void {
  tell(scanner, start, end, 'error', code, message, hint, repair)
}

function tell(
  scanner: SearchScanner,
  start: number,
  end: number,
  severity: Severity,
  code: string,
  message: string,
  hint: string,
  repair: Repair,
): void {
  const about = { severity, code, message, hint }
  report(scanner, start, end, repair === false ? about : { ...about, repair })
}

/** Warns of a piece that has another meaning here than was meant, and writes what has it in its place. */
export function rewrite(
  scanner: SearchScanner,
  start: number,
  end: number,
  code: string,
  message: string,
  meant: string,
  hint = `Write \`${meant}\`.`,
): void {
  warn(scanner, start, end, code, message, hint, [edit(scanner, start, end, meant)])
}

export function skipBlanks(scanner: SearchScanner): void {
  const { text } = scanner
  let at = scanner.at
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1
  scanner.at = at
}

/** The offset of the first character that is no blank. */
export function afterBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1
  return at
}

/**
 * Reads a word: everything up to a blank, a bracket or a quote; `\x` escapes any character. Colons belong to the word, the
 * first one is remembered: it separates a field from its value.
 */
export function scanWord(scanner: SearchScanner): void {
  const { text } = scanner
  const { length } = text
  let at = scanner.at
  let colon = -1
  let marks = 0
  while (at < length) {
    const met = marksOf(text.charCodeAt(at))
    if (met === 0) {
      at += 1
      continue
    }
    if ((met & mark.stop) !== 0) break
    if ((met & mark.angle) !== 0 && (colon === -1 || at === colon + 1)) break
    if ((met & mark.connective) !== 0 && text.charCodeAt(at + 1) === text.charCodeAt(at)) break
    if ((met & mark.colon) !== 0 && colon === -1) colon = at
    marks |= met
    at += (met & mark.backslash) !== 0 ? 2 : 1
  }
  scanner.at = Math.min(at, length)
  scanner.colon = colon
  scanner.marks = marks
}

/** The offset of the quote that ends the phrase opened before `from`, or -1. */
export function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) return at
    if (code === 92) at += 1
  }
  return -1
}

/** The offset of the next typographic or plain double quote, or -1. */
export function closingSmartQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isSmartQuote(code) || code === 34) return at
  }
  return -1
}

/** The offset after the bound of a range that starts here: up to a blank or bracket, over quoted text. */
export function boundEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      const close = closingQuote(text, at + 1)
      return close === -1 ? at : close + 1
    }
    if ((marksOf(code) & mark.stop) !== 0) break
    at += code === 92 ? 2 : 1
  }
  return Math.min(at, text.length)
}

/** What joins two clauses at this place: `and`, `or`, or nothing. Only capital words join; they end at a blank, bracket or quote. */
export function connectiveAt(text: string, at: number): 'and' | 'or' | undefined {
  const code = text.charCodeAt(at)
  if (code === 65 && text.startsWith('AND', at) && endsWord(text, at + 3)) return 'and'
  if (code === 79 && text.startsWith('OR', at) && endsWord(text, at + 2)) return 'or'
  if (code === 38 && text.charCodeAt(at + 1) === 38) return 'and'
  if (code === 124 && text.charCodeAt(at + 1) === 124) return 'or'
  return undefined
}

/** True when no word without a colon goes on at this place. */
export function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true
  const met = marksOf(text.charCodeAt(at))
  if ((met & mark.connective) !== 0) return text.charCodeAt(at + 1) === text.charCodeAt(at)
  return (met & (mark.stop | mark.angle)) !== 0
}

/** True when the piece is made of name characters only, and is not empty. */
export function isName(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isNameCharacter(text.charCodeAt(at))) return false
  return end > start
}

/** How far ahead a guess looks for the end of a value in single quotes or a list; a fixed limit keeps reading linear. */
export const lookahead = 300

/** The signs of a comparison of another language, at most three of them. */
export function operatorAt(text: string, from: number): string {
  let at = from
  while (at < from + 3 && '=!<>~'.includes(text[at] ?? ' ')) at += 1
  return text.slice(from, at)
}
