import {
  asterisk,
  closeParenthesis,
  colon,
  comma,
  dot,
  endOfText,
  equals,
  isBlank,
  isDigit,
  isLetter,
  isQuote,
  minus,
  openBrace,
  openParenthesis,
  plus,
  slash,
} from '../characters.js'
import { finish } from '../finish.js'
import { fitted } from '../fitted.js'
import type { Word } from '../node.js'
import { readNumber } from '../number-literal.js'
import type { ParseResult } from '../result.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  endOfWord,
  enter,
  leave,
  peekAfterBlanks,
  type Scanner,
} from '../scanner.js'
import {
  checkCall,
  checkMethod,
  colonInNamedArgument,
  endOfArgument,
  expectedNamedValue,
  goOn,
  missingOpeningQuote,
  readStringArgument,
  trailingArgumentComma,
} from './argument-mistakes.js'
import type {
  Argument,
  BinaryOperation,
  FunctionCall,
  MetricExpression,
  NamedArgument,
  QueryList,
  SpaceAggregator,
} from './ast.js'
import {
  expectedExpression,
  filterOnly,
  isAlone,
  leadingDot,
  unclosedParenthesis,
  unopenedParenthesis,
} from './expression-mistakes.js'
import { formulaHabits, metricHabits } from './habits.js'
import { endOfName } from './lexer.js'
import { missingMethodCall } from './order-mistakes.js'
import {
  beforeMethod,
  parseAggregated,
  parseCountValues,
  parseSelector,
  startsCountValues,
} from './series-parser.js'
import { parseTagList } from './tag-list-parser.js'

/**
 * Parses a metric query: one expression, or several separated by commas as in the old `q` of a dashboard request.
 *
 * @example
 * parseMetricQuery('avg:system.load.1{env:prod} by {host}')
 */
export function parseMetricQuery(text: string): ParseResult<MetricExpression | QueryList> {
  return finish(text, false, parseQuery, metricHabits)
}

/**
 * Parses a formula: the grammar of metric queries with the names of sibling queries as leaves.
 *
 * @example
 * parseFormula('100 * errors / hits')
 */
export function parseFormula(text: string): ParseResult<MetricExpression> {
  return finish(text, true, parseWholeExpression, formulaHabits)
}

/** query = expr , { "," , expr } ; */
function parseQuery(scanner: Scanner): MetricExpression | QueryList {
  if (peekAfterBlanks(scanner) === asterisk && isAlone(scanner)) return filterOnly(scanner)
  const start = scanner.at
  const first = parseWholeExpression(scanner)
  if (peekAfterBlanks(scanner) !== comma) return first
  const queries = [first]
  while (peekAfterBlanks(scanner) === comma) {
    scanner.at += 1
    queries.push(parseWholeExpression(scanner))
  }
  return { kind: 'query-list', span: { start, end: beforeBlanks(scanner, scanner.at) }, queries }
}

/** An expression with nothing around it, so that every `)` left over is one too many. */
export function parseWholeExpression(scanner: Scanner): MetricExpression {
  peekAfterBlanks(scanner)
  const start = scanner.at
  let expression = parseExpression(scanner)
  while (peekAfterBlanks(scanner) === closeParenthesis) {
    unopenedParenthesis(scanner)
    const target = parsePostfixOf(scanner, expression, start)
    expression = parseSum(scanner, parseProduct(scanner, target, start), start)
  }
  return expression
}

/** expr = term , { ("+"|"-") , term } ; */
function parseExpression(scanner: Scanner): MetricExpression {
  peekAfterBlanks(scanner)
  const start = scanner.at
  return parseSum(scanner, parseTerm(scanner), start)
}

function parseSum(scanner: Scanner, first: MetricExpression, start: number): MetricExpression {
  let left = first
  for (
    let code = peekAfterBlanks(scanner);
    code === plus || code === minus;
    code = peekAfterBlanks(scanner)
  ) {
    scanner.at += 1
    left = binary(scanner, start, code === plus ? '+' : '-', left, parseTerm(scanner))
  }
  return left
}

/** term = unary , { ("*"|"/") , unary } ; */
function parseTerm(scanner: Scanner): MetricExpression {
  peekAfterBlanks(scanner)
  const start = scanner.at
  return parseProduct(scanner, parseUnary(scanner), start)
}

function parseProduct(scanner: Scanner, first: MetricExpression, start: number): MetricExpression {
  let left = first
  for (
    let code = peekAfterBlanks(scanner);
    code === asterisk || code === slash;
    code = peekAfterBlanks(scanner)
  ) {
    scanner.at += 1
    left = binary(scanner, start, code === asterisk ? '*' : '/', left, parseUnary(scanner))
  }
  return left
}

/** The spans of operands leave out parentheses around them, so the text itself says where an operation starts and ends. */
function binary(
  scanner: Scanner,
  start: number,
  operator: BinaryOperation['operator'],
  left: MetricExpression,
  right: MetricExpression,
): BinaryOperation {
  return { kind: 'binary', span: { start, end: beforeBlanks(scanner, scanner.at) }, operator, left, right }
}

/** unary = [ "-" | "+" ] , postfix ; a minus right before a number is the number's sign */
function parseUnary(scanner: Scanner): MetricExpression {
  const code = peekAfterBlanks(scanner)
  const start = scanner.at
  if (code !== minus && code !== plus) return parsePostfixOf(scanner, parsePrimary(scanner, code), start)
  scanner.at += 1
  if (isDigit(peekAfterBlanks(scanner)) && code === minus) return readNumber(scanner, start, true)
  const operand = enter(scanner) ? parseUnary(scanner) : expectedExpression(scanner)
  leave(scanner)
  const span = { start, end: beforeBlanks(scanner, scanner.at) }
  return { kind: 'unary', span, operator: code === minus ? '-' : '+', operand }
}

/** postfix = primary , { method } ; the primary starts at `start`, parentheses included */
function parsePostfixOf(scanner: Scanner, primary: MetricExpression, start: number): MetricExpression {
  let target = primary
  for (;;) {
    const code = peekAfterBlanks(scanner)
    if (code === dot && isLetter(codeAt(scanner, afterBlanks(scanner, scanner.at + 1))))
      target = parseMethod(scanner, target, start)
    else return target
  }
}

/** method = "." , name , "(" , [ arg , { "," , arg } ] , ")" ; any name: the catalog knows which exist */
function parseMethod(scanner: Scanner, target: MetricExpression, start: number): MetricExpression {
  const nameStart = afterBlanks(scanner, scanner.at + 1)
  const nameEnd = endOfWord(scanner, nameStart)
  const nameSpan = { start: nameStart, end: nameEnd }
  const name = scanner.text.slice(nameStart, nameEnd)
  scanner.at = nameEnd
  const open = afterBlanks(scanner, nameEnd)
  const called = codeAt(scanner, open) === openParenthesis
  if (!called) missingMethodCall(scanner, nameSpan)
  const args = called ? parseArguments(scanner, open, true) : []
  const span = { start, end: scanner.at }
  const node = { kind: 'method', span, target, name, nameSpan, arguments: args } as const
  checkMethod(scanner, node)
  return node
}

/** primary = number | "(" , expr , ")" | call | series ; */
function parsePrimary(scanner: Scanner, code: number): MetricExpression {
  if (isLetter(code)) return parseNamed(scanner)
  if (isDigit(code)) return readNumber(scanner, scanner.at, false)
  if (code === openParenthesis) return parseGroup(scanner)
  if (code === dot && isDigit(codeAt(scanner, scanner.at + 1))) return leadingDot(scanner)
  return expectedExpression(scanner)
}

function parseGroup(scanner: Scanner): MetricExpression {
  const open = scanner.at
  scanner.at += 1
  const expression = enter(scanner) ? parseExpression(scanner) : expectedExpression(scanner)
  leave(scanner)
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else unclosedParenthesis(scanner, open)
  return expression
}

/** What starts with a name: an aggregator with its series, a call, a metric, or in a formula a query. */
function parseNamed(scanner: Scanner): MetricExpression {
  const start = scanner.at
  const nameEnd = endOfName(scanner, start)
  let code = codeAt(scanner, nameEnd)
  const next = isBlank(code) ? afterBlanks(scanner, nameEnd) : nameEnd
  if (next > nameEnd) code = codeAt(scanner, next)
  if (code === colon) {
    scanner.at = next + 1
    return parseAggregated(scanner, start, spaceAggregator(scanner, start, nameEnd))
  }
  const name = scanner.text.slice(start, nameEnd)
  const isDotted = name.includes('.')
  if (code === openParenthesis && !isDotted) return parseCalled(scanner, name, start, nameEnd, next)
  if (scanner.formula && code !== openBrace) return parseQueryName(scanner, start, nameEnd)
  return parseSelector(scanner, start, undefined, start, nameEnd)
}

/** A bare name of a formula is a query, even with a method behind it; dots make it a metric. */
function parseQueryName(scanner: Scanner, start: number, nameEnd: number): MetricExpression {
  const end = beforeMethod(scanner, start, nameEnd)
  const name = scanner.text.slice(start, end)
  if (name.includes('.')) return parseSelector(scanner, start, undefined, start, nameEnd)
  scanner.at = end
  return { kind: 'query-name', span: { start, end }, name }
}

function spaceAggregator(scanner: Scanner, start: number, end: number): SpaceAggregator {
  return { kind: 'space-aggregator', span: { start, end }, name: scanner.text.slice(start, end) }
}

function parseCalled(
  scanner: Scanner,
  name: string,
  start: number,
  nameEnd: number,
  open: number,
): MetricExpression {
  if (name === 'count' && startsCountValues(scanner, open)) {
    const aggregator = parseCountValues(scanner, start, nameEnd, open)
    return parseAggregated(scanner, start, aggregator)
  }
  return parseCall(scanner, name, start, nameEnd, open)
}

/** call = func-name , "(" , [ arg , { "," , arg } ] , ")" ; */
function parseCall(
  scanner: Scanner,
  name: string,
  start: number,
  nameEnd: number,
  open: number,
): MetricExpression {
  const args = parseArguments(scanner, open, false)
  const span = { start, end: scanner.at }
  const nameSpan = { start, end: nameEnd }
  const node: FunctionCall = { kind: 'call', span, name, nameSpan, arguments: args }
  return checkCall(scanner, node)
}

/** [ arg , { "," , arg } ] , ")" after the parenthesis at `open` */
function parseArguments(scanner: Scanner, open: number, isMethod: boolean): Argument[] {
  scanner.at = open + 1
  if (peekAfterBlanks(scanner) === closeParenthesis) {
    scanner.at += 1
    return []
  }
  const args = enter(scanner) ? parseEachArgument(scanner, open, isMethod) : []
  leave(scanner)
  return fitted(args, 1)
}

function parseEachArgument(scanner: Scanner, open: number, isMethod: boolean): Argument[] {
  let start = scanner.at
  const args = [parseArgument(scanner, 0, isMethod)]
  while (startsNextArgument(scanner, open, args, start)) {
    peekAfterBlanks(scanner)
    start = scanner.at
    args.push(parseArgument(scanner, args.length, isMethod))
  }
  return args
}

/** Moves over what follows an argument, which started at `start`; false at the end of them all. */
function startsNextArgument(scanner: Scanner, open: number, args: Argument[], start: number): boolean {
  let code = peekAfterBlanks(scanner)
  if (code !== comma && code !== closeParenthesis) code = endOfArgument(scanner, open, args, start)
  if (code === goOn) return true
  if (code === endOfText) return false
  scanner.at += 1
  if (code === closeParenthesis) return false
  const isTrailing = peekAfterBlanks(scanner) === closeParenthesis
  if (isTrailing) trailingArgumentComma(scanner)
  return !isTrailing
}

/** arg = kwarg | string | bareword-arg | tag-list | expr ; */
function parseArgument(scanner: Scanner, position: number, isMethod: boolean): Argument {
  const code = peekAfterBlanks(scanner)
  if (isLetter(code)) return parseWordArgument(scanner, position, isMethod)
  if (isQuote(code)) return readStringArgument(scanner)
  const tags = code === openBrace && position > 0 && !isMethod ? parseTagList(scanner) : undefined
  return tags ?? parseExpression(scanner)
}

/** What starts with a letter: `name=value`, a bare word, or an expression. */
function parseWordArgument(scanner: Scanner, position: number, isMethod: boolean): Argument {
  const start = scanner.at
  const end = endOfName(scanner, start)
  const next = afterBlanks(scanner, end)
  const code = codeAt(scanner, next)
  if (code === equals && codeAt(scanner, next + 1) !== equals)
    return parseNamedArgument(scanner, start, end, next)
  if (code === comma || code === closeParenthesis) {
    if (isMethod || (position > 0 && !scanner.formula && !scanner.text.slice(start, end).includes('.'))) {
      return word(scanner, start, end)
    }
  } else if (isQuote(code) && next === end) return missingOpeningQuote(scanner, start, end)
  else if (code === colon && isQuote(codeAt(scanner, afterBlanks(scanner, next + 1)))) {
    colonInNamedArgument(scanner, next)
    return parseNamedArgument(scanner, start, end, next)
  }
  return parseExpression(scanner)
}

function word(scanner: Scanner, start: number, end: number): Word {
  scanner.at = end
  return { kind: 'word', span: { start, end }, text: scanner.text.slice(start, end) }
}

/** kwarg = ident , "=" , ( string | number | ident ) ; */
function parseNamedArgument(
  scanner: Scanner,
  start: number,
  nameEnd: number,
  equalsAt: number,
): NamedArgument {
  const name = scanner.text.slice(start, nameEnd)
  scanner.at = equalsAt + 1
  const value = parseNamedValue(scanner)
  return { kind: 'named-argument', span: { start, end: value.span.end }, name, value }
}

function parseNamedValue(scanner: Scanner): NamedArgument['value'] {
  const code = peekAfterBlanks(scanner)
  const start = scanner.at
  if (isQuote(code)) return readStringArgument(scanner)
  if (isLetter(code)) return word(scanner, start, endOfName(scanner, start))
  if (isDigit(code)) return readNumber(scanner, start, false)
  if (code === minus && isDigit(codeAt(scanner, start + 1))) {
    scanner.at += 1
    return readNumber(scanner, start, true)
  }
  return expectedNamedValue(scanner)
}
