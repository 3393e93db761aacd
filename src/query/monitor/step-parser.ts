import {
  blank,
  closeParenthesis,
  comma,
  dot,
  endOfText,
  equals,
  isDigit,
  isLetter,
  isQuote,
  minus,
  openParenthesis,
} from '../characters.js'
import { fitted } from '../fitted.js'
import type { NumberLiteral, StringLiteral, Word } from '../node.js'
import { readNumber } from '../number-literal.js'
import { afterBlanks, codeAt, endOfWord, peek, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { Step, StepArgument, StepNamedArgument } from './ast.js'
import { readWindow } from './lexer.js'
import { readQuoted } from './quoted-parser.js'
import { endOfStepArgument, expectedStep, missingStepParentheses, readBareArgument } from './step-mistakes.js'

/** { "." , name , "(" , [ argument , { "," , argument } ] , ")" } */
export function parseSteps(scanner: Scanner): Step[] {
  const steps: Step[] = []
  while (peekAfterBlanks(scanner) === dot) {
    const step = parseStep(scanner)
    if (step === undefined) break
    steps.push(step)
  }
  return fitted(steps)
}

function parseStep(scanner: Scanner): Step | undefined {
  const start = scanner.at
  scanner.at += 1
  peekAfterBlanks(scanner)
  const nameStart = scanner.at
  const nameEnd = endOfWord(scanner, nameStart)
  if (nameEnd === nameStart) return expectedStep(scanner, start)
  const nameSpan = { start: nameStart, end: nameEnd }
  const name = scanner.text.slice(nameStart, nameEnd)
  scanner.at = nameEnd
  const isCalled = peekAfterBlanks(scanner) === openParenthesis
  if (!isCalled) missingStepParentheses(scanner, nameSpan)
  const args = isCalled ? parseStepArguments(scanner) : []
  return { kind: 'step', span: { start, end: scanner.at }, name, nameSpan, arguments: fitted(args) }
}

function parseStepArguments(scanner: Scanner): StepArgument[] {
  const open = scanner.at
  scanner.at += 1
  const args: StepArgument[] = []
  for (let code = peekAfterBlanks(scanner); code !== closeParenthesis; code = peekAfterBlanks(scanner)) {
    if (code === endOfText || code === comma) {
      if (!endOfStepArgument(scanner, open, args)) return args
      continue
    }
    args.push(parseStepArgument(scanner, code))
    const after = peekAfterBlanks(scanner)
    if (after === comma && codeAt(scanner, afterBlanks(scanner, scanner.at + 1)) !== closeParenthesis)
      scanner.at += 1
    else if (after !== closeParenthesis && !endOfStepArgument(scanner, open, args)) return args
  }
  scanner.at += 1
  return args
}

/** argument = q | number | window | word | name , "=" , ( q | number | word ) ; */
function parseStepArgument(scanner: Scanner, code: number): StepArgument {
  if (isLetter(code)) {
    const start = scanner.at
    const end = endOfWord(scanner, start)
    const next = afterBlanks(scanner, end)
    if (codeAt(scanner, next) === equals) return parseNamed(scanner, start, end, next)
  }
  return parseStepValue(scanner, code)
}

function parseNamed(scanner: Scanner, start: number, nameEnd: number, equalsAt: number): StepNamedArgument {
  scanner.at = equalsAt + 1
  const value = parseNamedValue(scanner, peekAfterBlanks(scanner))
  const span = { start, end: value.span.end }
  return { kind: 'step-named-argument', span, name: scanner.text.slice(start, nameEnd), value }
}

function parseNamedValue(scanner: Scanner, code: number): StringLiteral | NumberLiteral | Word {
  if (isQuote(code)) return readQuoted(scanner)
  return readSignedNumber(scanner) ?? readBareArgument(scanner)
}

function parseStepValue(scanner: Scanner, code: number): StepArgument {
  if (isQuote(code)) return readQuoted(scanner)
  const number = readSignedNumber(scanner)
  if (number !== undefined) return number
  const start = scanner.at
  const window = readWindow(scanner)
  if (window !== undefined && endsArgument(peek(scanner))) return window
  scanner.at = start
  return readBareArgument(scanner)
}

/** A number that is nothing else: `10d` is a window. */
function readSignedNumber(scanner: Scanner): NumberLiteral | undefined {
  const start = scanner.at
  const negative = peek(scanner) === minus
  if (!isDigit(codeAt(scanner, negative ? start + 1 : start))) return undefined
  if (negative) scanner.at += 1
  const number = readNumber(scanner, start, negative)
  const next = codeAt(scanner, afterBlanks(scanner, scanner.at))
  if (endsArgument(next) || next === dot) return number
  scanner.at = start
  return undefined
}

function endsArgument(code: number): boolean {
  return code === comma || code === closeParenthesis || code === endOfText || code === blank
}
