import type { Diagnostic, TextEdit } from '../diagnostic/index.js'
import { blank, endOfText, isBlank, isTagPart, isWordPart } from './characters.js'

/** Where a parser stands in its text, and what it has to say about it. The only mutable thing of the front end. */
export interface Scanner {
  readonly text: string
  at: number
  /** Where the part that is parsed ends: the end of the text, or the closing quote of an embedded formula. */
  end: number
  /** How deep brackets and prefixes are nested at this place. */
  depth: number
  /** A formula's bare names are queries, a metric query's are metrics. */
  readonly formula: boolean
  /** A character outside ASCII stands where punctuation could have been meant. */
  unusual: boolean
  /** Reading was given up (nested too deep): what would be said now is only a consequence. */
  halted: boolean
  readonly diagnostics: Diagnostic[]
}

/** Deeper queries are refused: nobody writes them, and every reader of a tree may recurse. */
export const depthLimit = 200

/** More messages than anybody reads; the bound keeps a megabyte of mistakes cheap. */
const diagnosticLimit = 100

export function scannerFor(text: string, formula: boolean): Scanner {
  return { text, at: 0, end: text.length, depth: 0, formula, unusual: false, halted: false, diagnostics: [] }
}

/** A scanner for what stands between quotes at `start`–`end`; it reports to the same list. */
export function scannerWithin(scanner: Scanner, start: number, end: number, formula: boolean): Scanner {
  return { ...scanner, at: start, end, formula, unusual: false }
}

export function peek(scanner: Scanner): number {
  return scanner.at < scanner.end ? scanner.text.charCodeAt(scanner.at) : endOfText
}

export function codeAt(scanner: Scanner, at: number): number {
  return at >= 0 && at < scanner.end ? scanner.text.charCodeAt(at) : endOfText
}

/** Moves over blanks and gives the code of what follows. Small, so that it is inlined where nothing is to be moved over. */
export function peekAfterBlanks(scanner: Scanner): number {
  if (scanner.at < scanner.end) {
    const code = scanner.text.charCodeAt(scanner.at)
    if (code > blank) return code
  }
  return skipBlanks(scanner)
}

function skipBlanks(scanner: Scanner): number {
  scanner.at = afterBlanks(scanner, scanner.at)
  return peek(scanner)
}

/** Where the first character that is no blank stands, from `at` on. */
export function afterBlanks(scanner: Scanner, at: number): number {
  let next = at
  while (next < scanner.end && isBlank(scanner.text.charCodeAt(next))) next += 1
  return next
}

/** Where the text before `at` ends when blanks are left off. */
export function beforeBlanks(scanner: Scanner, at: number): number {
  let last = at
  while (last > 0 && isBlank(scanner.text.charCodeAt(last - 1))) last -= 1
  return last
}

/** The end of the letters, digits and `_` that start at `at`. */
export function endOfWord(scanner: Scanner, at: number): number {
  let end = at
  while (end < scanner.end && isWordPart(scanner.text.charCodeAt(end))) end += 1
  return end
}

/** The end of the tag characters that start at `at`. */
export function endOfTag(scanner: Scanner, at: number): number {
  let end = at
  while (end < scanner.end && isTagPart(scanner.text.charCodeAt(end))) end += 1
  return end
}

/** Adds what another parser has to say about a part of the text. */
export function addDiagnostic(scanner: Scanner, diagnostic: Diagnostic): void {
  if (!scanner.halted && scanner.diagnostics.length < diagnosticLimit) scanner.diagnostics.push(diagnostic)
}

/** True where exactly this text stands. A loop: the built-in method costs more than the few characters that words have. */
export function standsAt(text: string, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (text.charCodeAt(at + index) !== word.charCodeAt(index)) return false
  }
  return true
}

/** What is said beside the message and its place. */
export interface Advice {
  readonly hint?: string | undefined
  readonly repair?: readonly TextEdit[] | undefined
  readonly severity?: 'error' | 'warning'
}

/** Adds a diagnostic about `start`–`end`; what is missing at the end of the text has an empty span there. */
export function report(
  scanner: Scanner,
  code: string,
  start: number,
  end: number,
  message: string,
  advice: Advice = {},
): void {
  if (scanner.halted || scanner.diagnostics.length >= diagnosticLimit) return
  const { hint, repair, severity = 'error' } = advice
  const { length } = scanner.text
  scanner.diagnostics.push({
    code: `query/${code}`,
    severity,
    message,
    span: { start: Math.min(start, length), end: Math.min(end, length) },
    ...(hint === undefined ? {} : { hint }),
    ...(repair === undefined ? {} : { repair }),
  })
}

/** Says the same as `report`, unless the last error was about this very place: then it is only a consequence of that one. */
export function reportOnce(
  scanner: Scanner,
  code: string,
  start: number,
  end: number,
  message: string,
  advice: Advice = {},
): void {
  const last = scanner.diagnostics.at(-1)
  if (last?.severity !== 'error' || last.span?.start !== Math.min(start, scanner.text.length))
    report(scanner, code, start, end, message, advice)
}

/** One level deeper; false, with everything that is left skipped, when that is too deep. */
export function enter(scanner: Scanner): boolean {
  scanner.depth += 1
  if (scanner.depth <= depthLimit) return true
  halt(scanner)
  return false
}

function halt(scanner: Scanner): void {
  const message = `The query is nested more than ${depthLimit} levels deep.`
  report(scanner, 'too-deep', scanner.at, scanner.at + 1, message, { hint: 'Split it into several queries.' })
  scanner.halted = true
  scanner.at = scanner.end
}

export function leave(scanner: Scanner): void {
  scanner.depth -= 1
}

/** The character at the scanner, for a sentence: “`x`”, or “the end of the query”. */
export function found(scanner: Scanner): string {
  const point = scanner.at < scanner.end ? scanner.text.codePointAt(scanner.at) : undefined
  return point === undefined ? 'the end of the query' : `\`${String.fromCodePoint(point)}\``
}

/** A piece of the text for a sentence, cut where it is long. */
export function excerpt(scanner: Scanner, start: number, end: number): string {
  const limit = 60
  return end - start > limit ? `${scanner.text.slice(start, start + limit)}…` : scanner.text.slice(start, end)
}

export function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text }
}

export function replacement(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text }
}
