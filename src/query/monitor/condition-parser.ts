import {
  endOfText,
  equals,
  exclamation,
  greaterThan,
  isBlank,
  isDigit,
  isLetter,
  lessThan,
  minus,
  plus,
} from '../characters.js'
import type { NumberLiteral, Word } from '../node.js'
import { readNumber } from '../number-literal.js'
import { afterBlanks, codeAt, endOfWord, peek, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { Comparator, Condition } from './ast.js'
import { checkAfterThreshold, expectedThreshold, readWrongComparator } from './condition-mistakes.js'

/** condition = cmp , threshold ; `previousEnd` is where the text before it ends */
export function parseCondition(scanner: Scanner, previousEnd: number): Condition {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const comparator = readComparator(scanner) ?? readWrongComparator(scanner, previousEnd)
  if (comparator === undefined) return missingCondition(start)
  const threshold = parseThreshold(scanner)
  checkAfterThreshold(scanner, threshold)
  return { kind: 'condition', span: { start, end: threshold.span.end }, comparator, threshold }
}

/** A place for what is not there, so that the tree is whole; an error was reported. */
function missingCondition(start: number): Condition {
  const span = { start, end: start }
  return { kind: 'condition', span, comparator: '>', threshold: { kind: 'word', span, text: '' } }
}

/** cmp = ">" | ">=" | "<" | "<=" | "==" | "!=" ; anything longer is a mistake */
function readComparator(scanner: Scanner): Comparator | undefined {
  const code = peek(scanner)
  const next = codeAt(scanner, scanner.at + 1)
  const withEquals = next === equals
  if (isBlank(next) && codeAt(scanner, afterBlanks(scanner, scanner.at + 1)) === equals) return undefined
  const comparator = comparatorOf(code, withEquals)
  if (comparator === undefined || (!withEquals && isComparisonPart(next))) return undefined
  if (withEquals && isComparisonPart(codeAt(scanner, scanner.at + 2))) return undefined
  scanner.at += comparator.length
  return comparator
}

function comparatorOf(code: number, withEquals: boolean): Comparator | undefined {
  if (code === greaterThan) return withEquals ? '>=' : '>'
  if (code === lessThan) return withEquals ? '<=' : '<'
  if (code === equals && withEquals) return '=='
  return code === exclamation && withEquals ? '!=' : undefined
}

function isComparisonPart(code: number): boolean {
  return code === equals || code === greaterThan || code === lessThan
}

/** threshold = [ "-" ] , number | "threshold" ; */
function parseThreshold(scanner: Scanner): NumberLiteral | Word {
  const code = peekAfterBlanks(scanner)
  const start = scanner.at
  if (isDigit(code)) return readNumber(scanner, start, false)
  if (code === minus || code === plus) {
    scanner.at += 1
    if (isDigit(peekAfterBlanks(scanner))) return readNumber(scanner, start, code === minus)
    scanner.at = start
  }
  if (isLetter(code)) {
    const end = endOfWord(scanner, start)
    if (scanner.text.slice(start, end) === 'threshold') {
      scanner.at = end
      return { kind: 'word', span: { start, end }, text: 'threshold' }
    }
  }
  return expectedThreshold(scanner, code === endOfText)
}
