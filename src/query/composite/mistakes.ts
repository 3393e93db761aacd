import {
  ampersand,
  closeParenthesis,
  comma,
  endOfText,
  exclamation,
  isBlank,
  isLetter,
  isTagPart,
  openParenthesis,
  pipe,
} from '../characters.js'
import type { Opaque } from '../node.js'
import {
  beforeBlanks,
  codeAt,
  endOfWord,
  found,
  insertion,
  peek,
  peekAfterBlanks,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import { endOfMember } from './lexer.js'

const operators = new Map([
  [ampersand, { symbol: '&&', word: 'and' }],
  [pipe, { symbol: '||', word: 'or' }],
])

/** Moves over `&&` or `||`, in whatever spelling; false when neither is here. `code` is the operator's character. */
export function readOperator(scanner: Scanner, code: number): boolean {
  const next = peekAfterBlanks(scanner)
  const { at } = scanner
  if (next === code) return readSymbol(scanner, code)
  const { symbol, word } = operators.get(code)!
  if (isLetter(next)) {
    const end = endOfWord(scanner, at)
    if (scanner.text.slice(at, end).toLowerCase() !== word) return false
    respelled(scanner, at, end, symbol)
    return true
  }
  return code === ampersand && readMissing(scanner, next)
}

function readSymbol(scanner: Scanner, code: number): boolean {
  const start = scanner.at
  let end = start
  while (codeAt(scanner, end) === code) end += 1
  if (end - start === 2) scanner.at = end
  else respelled(scanner, start, end, operators.get(code)!.symbol)
  return true
}

function respelled(scanner: Scanner, start: number, end: number, symbol: string): void {
  report(
    scanner,
    'composite-operator',
    start,
    end,
    `\`${scanner.text.slice(start, end)}\` is not an operator of a composite.`,
    {
      hint: `Write \`${symbol}\`.`,
      repair: [replacement(start, end, symbol)],
    },
  )
  scanner.at = end
}

/** Two members with nothing or a comma between them. */
function readMissing(scanner: Scanner, next: number): boolean {
  const start = scanner.at
  const isComma = next === comma
  const startsMember = endOfMember(scanner, start) > start || next === openParenthesis || next === exclamation
  if (!isComma && !startsMember) return false
  const end = isComma ? start + 1 : start
  const blank = isBlank(codeAt(scanner, start - 1)) ? '' : ' '
  report(scanner, 'missing-operator', start, start + 1, 'An operator is missing between these monitors.', {
    hint: 'Write `&&` or `||` between them.',
    repair: [replacement(start, end, `${blank}&& `)],
  })
  scanner.at = end
  return true
}

/** `NOT 123`: true, reported, with the scanner behind the word. */
export function wordNot(scanner: Scanner): boolean {
  const { at } = scanner
  if (!isLetter(peek(scanner))) return false
  const end = endOfWord(scanner, at)
  if (scanner.text.slice(at, end).toLowerCase() !== 'not') return false
  const blanksEnd = isBlank(codeAt(scanner, end)) ? end + 1 : end
  report(
    scanner,
    'composite-operator',
    at,
    end,
    `\`${scanner.text.slice(at, end)}\` is not an operator of a composite.`,
    {
      hint: 'Write `!`.',
      repair: [replacement(at, blanksEnd, '!')],
    },
  )
  scanner.at = end
  return true
}

/** Something that is no id where one is needed. */
export function expectedMember(scanner: Scanner): Opaque {
  const start = scanner.at
  const code = peek(scanner)
  const stops = code === endOfText || code === closeParenthesis || code === ampersand || code === pipe
  const end = stops ? start : endOfName(scanner, start)
  const what = end > start ? `\`${scanner.text.slice(start, Math.min(end, start + 30))}\`` : found(scanner)
  report(
    scanner,
    'expected-monitor-id',
    start,
    Math.max(end, start + 1),
    `The id of a monitor is expected here, not ${what}.`,
    {
      hint: 'A composite joins numeric monitor ids, as in `12345 && !67890`.',
    },
  )
  scanner.at = end
  return { kind: 'opaque', span: { start, end }, text: scanner.text.slice(start, end) }
}

/** Up to the next operator, and no further: a text of many operators must not be looked through for each. */
function endOfName(scanner: Scanner, start: number): number {
  let end = start + 1
  if (!isTagPart(codeAt(scanner, start))) return end
  for (let code = codeAt(scanner, end); isTagPart(code); code = codeAt(scanner, end)) {
    if (code === ampersand || code === pipe) return end
    end += 1
  }
  return end
}

export function unclosedGroup(scanner: Scanner, open: number): void {
  const end = beforeBlanks(scanner, scanner.at)
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` where the group ends.',
    repair: [insertion(end, ')')],
  })
}

/** A `)` without its `(`; the scanner moves behind it. */
export function unopenedGroup(scanner: Scanner): void {
  const at = scanner.at
  scanner.at += 1
  report(scanner, 'unopened-parenthesis', at, at + 1, 'This `)` closes nothing.', {
    hint: 'Take it away, or write the `(` that belongs to it.',
    repair: [replacement(at, at + 1, '')],
  })
}
