import type { Span } from '../../diagnostic/index.js'
import { ampersand, closeParenthesis, endOfText, exclamation, openParenthesis, pipe } from '../characters.js'
import { finish } from '../finish.js'
import { fitted } from '../fitted.js'
import type { ParseResult } from '../result.js'
import { beforeBlanks, enter, leave, peek, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { CompositeExpression } from './ast.js'
import { compositeHabits } from './habits.js'
import { endOfMember } from './lexer.js'
import { expectedMember, readOperator, unclosedGroup, unopenedGroup, wordNot } from './mistakes.js'

/**
 * Parses a composite monitor's query: ids of monitors, or references `${monitor:key}`, joined by `&&`, `||`, `!` and
 * parentheses.
 *
 * @example
 * parseComposite('12345 && !67890')
 */
export function parseComposite(text: string): ParseResult<CompositeExpression> {
  return finish(text, false, parseCompositeExpression, compositeHabits)
}

/** An expression with nothing around it, so that every `)` left over is one too many. */
export function parseCompositeExpression(scanner: Scanner): CompositeExpression {
  const expression = parseOr(scanner)
  while (peekAfterBlanks(scanner) === closeParenthesis) unopenedGroup(scanner)
  return expression
}

/** or = and , { "||" , and } ; */
function parseOr(scanner: Scanner): CompositeExpression {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const first = parseAnd(scanner)
  const operands = [first]
  while (readOperator(scanner, pipe)) operands.push(parseAnd(scanner))
  if (operands.length === 1) return first
  return { kind: 'composite-or', span: spanFrom(scanner, start), operands: fitted(operands) }
}

/** From `start` to the scanner; the spans of operands leave out parentheses around them. */
function spanFrom(scanner: Scanner, start: number): Span {
  return { start, end: beforeBlanks(scanner, scanner.at) }
}

/** and = not , { "&&" , not } ; */
function parseAnd(scanner: Scanner): CompositeExpression {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const first = parseNot(scanner)
  const operands = [first]
  while (readOperator(scanner, ampersand)) operands.push(parseNot(scanner))
  if (operands.length === 1) return first
  return { kind: 'composite-and', span: spanFrom(scanner, start), operands: fitted(operands) }
}

/** not = "!" , not | atom ; */
function parseNot(scanner: Scanner): CompositeExpression {
  const isSymbol = peekAfterBlanks(scanner) === exclamation
  const start = scanner.at
  if (!isSymbol && !wordNot(scanner)) return parseAtom(scanner)
  if (isSymbol) scanner.at += 1
  const operand = enter(scanner) ? parseNot(scanner) : nothing(scanner)
  leave(scanner)
  return { kind: 'composite-not', span: spanFrom(scanner, start), operand }
}

/** atom = id | reference | "(" , or , ")" ; */
function parseAtom(scanner: Scanner): CompositeExpression {
  if (peekAfterBlanks(scanner) === openParenthesis) return parseGroup(scanner)
  const start = scanner.at
  const end = endOfMember(scanner, start)
  if (end === start) return expectedMember(scanner)
  scanner.at = end
  return { kind: 'composite-monitor', span: { start, end }, id: scanner.text.slice(start, end) }
}

function parseGroup(scanner: Scanner): CompositeExpression {
  const open = scanner.at
  scanner.at += 1
  const expression = enter(scanner) ? parseOr(scanner) : nothing(scanner)
  leave(scanner)
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else if (peek(scanner) === endOfText) unclosedGroup(scanner, open)
  return expression
}

function nothing(scanner: Scanner): CompositeExpression {
  return { kind: 'opaque', span: { start: scanner.at, end: scanner.at }, text: '' }
}
