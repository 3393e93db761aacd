import { type Diagnostic, isAcceptable, type TextEdit } from '../diagnostic/index.js'
import { endOfText, isDigit, isLetter, openParenthesis } from './characters.js'
import { withoutLookalikes } from './lookalikes.js'
import { overlap } from './overlap.js'
import { pastedAround } from './pasted.js'
import { requireText } from './required-text.js'
import { type Reading, reread } from './rereading.js'
import type { ParseResult } from './result.js'
import type { Habit } from './rewriting.js'
import {
  endOfTag,
  found,
  peek,
  peekAfterBlanks,
  replacement,
  report,
  type Scanner,
  scannerFor,
} from './scanner.js'

/** Reads one language's text from the scanner on, as far as it goes. */
export type Parse<Node> = (scanner: Scanner) => Node

/**
 * Runs a parser over a whole text. What it leaves over is an error. When it fails, the text is looked at again for what no
 * grammar knows: characters of another keyboard, quotes or JSON around the query, and the habits of other languages.
 */
export function finish<Node extends object>(
  text: string,
  formula: boolean,
  parse: Parse<Node>,
  habits: readonly Habit[],
): ParseResult<Node> {
  requireText(text, 'query')
  const scanner = scannerFor(text, formula)
  const node = readWhole(scanner, parse)
  const { diagnostics } = scanner
  if (diagnostics.length === 0 && !scanner.unusual) return { ok: true, node, diagnostics }
  return secondReading(scanner, node, parse, habits)
}

function readWhole<Node>(scanner: Scanner, parse: Parse<Node>): Node {
  const node = parse(scanner)
  if (peekAfterBlanks(scanner) !== endOfText) leftOver(scanner)
  return node
}

function secondReading<Node extends object>(
  first: Scanner,
  node: Node,
  parse: Parse<Node>,
  habits: readonly Habit[],
): ParseResult<Node> {
  const { text, formula, diagnostics } = first
  const around = isAcceptable(diagnostics) ? undefined : pastedAround(text)
  if (around !== undefined) return { ok: false, diagnostics: [around] }
  // What a habit takes out of quotes is no longer a text that keeps its characters.
  const read = (written: string) => readAgain(withoutLookalikes(written)?.text ?? written, formula, parse)
  const plain = withoutLookalikes(text)
  const base = plain === undefined ? { node, diagnostics } : read(text)
  const reading = reread(plain?.text ?? text, base, habits, read) ?? base
  return resultOf(reading.node, [
    ...withoutOverlap(plain?.diagnostics ?? [], reading),
    ...reading.diagnostics,
  ])
}

function readAgain<Node>(text: string, formula: boolean, parse: Parse<Node>): Reading<Node> {
  const scanner = scannerFor(text, formula)
  const node = readWhole(scanner, parse)
  return { node, diagnostics: scanner.diagnostics }
}

/** What is replaced anyway need not be respelled first. */
function withoutOverlap(lookalikes: readonly Diagnostic[], { diagnostics }: Reading<unknown>): Diagnostic[] {
  const edits = diagnostics.flatMap(({ repair }) => repair ?? []).filter(({ span }) => span.end > span.start)
  const isFree = (edit: TextEdit) => !edits.some(other => overlap(edit.span, other.span))
  return lookalikes.map(entry => ({ ...entry, repair: (entry.repair ?? []).filter(isFree) }))
}

function resultOf<Node>(node: Node, diagnostics: readonly Diagnostic[]): ParseResult<Node> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const told = diagnostics.filter(one => !isEcho(one, errors))
  return { ok: errors.length === 0, node, diagnostics: inTextOrder(told) }
}

/** What cannot be read for a mistake inside it: the mistake says all there is to say. */
function isEcho({ code, severity, span }: Diagnostic, errors: readonly Diagnostic[]): boolean {
  return (
    code === 'query/unknown-syntax' &&
    severity !== 'error' &&
    span !== undefined &&
    errors.some(
      error => error.span !== undefined && error.span.start >= span.start && error.span.end <= span.end,
    )
  )
}

function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

/** Text after the end of what the grammar could read. */
export function leftOver(scanner: Scanner): void {
  const start = scanner.at
  const end = Math.max(start + 1, endOfTag(scanner, start))
  const code = peek(scanner)
  const shown = scanner.text.slice(start, Math.min(end, start + 30))
  if (/^\s*select\b/i.test(scanner.text)) {
    report(scanner, 'sql-select', 0, end, 'This is SQL.', {
      hint: 'Write for example `avg:system.load.1{env:prod} by {host}`.',
    })
  } else if (isLetter(code) || isDigit(code) || code === openParenthesis) {
    report(scanner, 'missing-operator', start, end, `Something is missing before \`${shown}\`.`, {
      hint: 'Write an operator before it, or take it away.',
    })
  } else if (isStrayEnd(scanner.text.slice(start, scanner.end))) strayEnd(scanner, start)
  else {
    const hint = '%^&|'.includes(shown[0]!) ? 'Only `+ - * /` combine metrics.' : 'Take it away.'
    report(scanner, 'unexpected-text', start, end, `\`${shown}\` is not expected here.`, { hint })
  }
}

function isStrayEnd(rest: string): boolean {
  return rest.length < 4 && /^(?:[;.,"'`\\]|[)\]]+)\s*$/.test(rest)
}

/** The full stop, comma, semicolon, quote or bracket of the text that the query was copied from. */
function strayEnd(scanner: Scanner, start: number): void {
  report(scanner, 'unexpected-text', start, start + 1, `The query ends before ${found(scanner)}.`, {
    hint: 'Take it away.',
    repair: [replacement(start, scanner.end, '')],
  })
}
