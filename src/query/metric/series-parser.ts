import type { Span } from '../../diagnostic/index.js'
import {
  closeParenthesis,
  colon,
  dot,
  equals,
  greaterThan,
  isDigit,
  isLetter,
  lessThan,
  minus,
  openBrace,
  openBracket,
  openParenthesis,
} from '../characters.js'
import type { NumberLiteral } from '../node.js'
import { readNumber } from '../number-literal.js'
import { afterBlanks, codeAt, found, peek, peekAfterBlanks, report, type Scanner } from '../scanner.js'
import type { GroupBy, MetricName, Scope, Series, SpaceAggregator, ValueCondition } from './ast.js'
import { parseGroupBy, startsGroupBy } from './group-by-parser.js'
import { endOfName, isWordAt } from './lexer.js'
import { parseScope } from './scope-parser.js'
import {
  expectedMetric,
  expectedValueCondition,
  rangeSelector,
  unclosedAggregatorParenthesis,
} from './series-mistakes.js'

/**
 * series = [ space-agg , ":" ] , metric-name , [ scope ] , [ group ] ;
 *        | [ space-agg , ":" ] , "(" , series , ")" ;
 * The scanner is behind the aggregator's colon.
 */
export function parseAggregated(scanner: Scanner, start: number, aggregator: SpaceAggregator): Series {
  const code = peekAfterBlanks(scanner)
  if (code === openParenthesis) return parseParenthesized(scanner, start, aggregator)
  if (!isLetter(code)) return withoutMetric(scanner, start, aggregator)
  return parseSelector(scanner, start, aggregator, scanner.at, endOfName(scanner, scanner.at))
}

/** The metric name at `nameStart`–`nameEnd` and what belongs to it. */
export function parseSelector(
  scanner: Scanner,
  start: number,
  aggregator: SpaceAggregator | undefined,
  nameStart: number,
  nameEnd: number,
): Series {
  const end = beforeMethod(scanner, nameStart, nameEnd)
  scanner.at = end
  const metric: MetricName = {
    kind: 'metric-name',
    span: { start: nameStart, end },
    name: scanner.text.slice(nameStart, end),
  }
  let code = peekAfterBlanks(scanner)
  let scope: Scope | undefined
  let groupBy: GroupBy | undefined
  if (code === openBrace) {
    scope = parseScope(scanner)
    code = peekAfterBlanks(scanner)
  }
  if ((code | 0x20) === 0x62 && startsGroupBy(scanner)) {
    groupBy = parseGroupBy(scanner)
    code = peekAfterBlanks(scanner)
  }
  if (code === openBracket) rangeSelector(scanner)
  return seriesOf(start, aggregator, metric, scope, groupBy)
}

/** Where a name ends without the method that follows it: the `.rollup` of `a.b.rollup(` is no part of the metric. */
export function beforeMethod(scanner: Scanner, nameStart: number, nameEnd: number): number {
  if (codeAt(scanner, nameEnd) !== openParenthesis) return nameEnd
  let lastDot = nameEnd - 1
  while (lastDot > nameStart && scanner.text.charCodeAt(lastDot) !== dot) lastDot -= 1
  return lastDot > nameStart ? lastDot : nameEnd
}

/** Each shape is written out: a key that is added later costs every tree a second object. */
function seriesOf(
  start: number,
  aggregator: SpaceAggregator | undefined,
  metric: MetricName,
  scope: Scope | undefined,
  groupBy: GroupBy | undefined,
): Series {
  const span = { start, end: (groupBy ?? scope ?? metric).span.end }
  if (aggregator === undefined) return withoutAggregator(span, metric, scope, groupBy)
  if (scope === undefined) {
    if (groupBy === undefined) return { kind: 'series', span, aggregator, metric }
    return { kind: 'series', span, aggregator, metric, groupBy }
  }
  if (groupBy === undefined) return { kind: 'series', span, aggregator, metric, scope }
  return { kind: 'series', span, aggregator, metric, scope, groupBy }
}

function withoutAggregator(
  span: Span,
  metric: MetricName,
  scope: Scope | undefined,
  groupBy: GroupBy | undefined,
): Series {
  if (scope === undefined) {
    if (groupBy === undefined) return { kind: 'series', span, metric }
    return { kind: 'series', span, metric, groupBy }
  }
  if (groupBy === undefined) return { kind: 'series', span, metric, scope }
  return { kind: 'series', span, metric, scope, groupBy }
}

/** `sum:(m{*}).weighted()`: the parentheses mean nothing. */
function parseParenthesized(scanner: Scanner, start: number, aggregator: SpaceAggregator): Series {
  const open = scanner.at
  scanner.at += 1
  const code = peekAfterBlanks(scanner)
  if (!isLetter(code)) return withoutMetric(scanner, start, aggregator)
  const inner = parseSelector(scanner, start, aggregator, scanner.at, endOfName(scanner, scanner.at))
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else unclosedAggregatorParenthesis(scanner, open, inner.span.end)
  return { ...inner, span: { start, end: scanner.at } }
}

function withoutMetric(scanner: Scanner, start: number, aggregator: SpaceAggregator): Series {
  const metric = expectedMetric(scanner)
  const scope = peek(scanner) === openBrace ? parseScope(scanner) : undefined
  return seriesOf(start, aggregator, metric, scope, undefined)
}

/** True where the parenthesis at `open` after `count` holds `v: …`. */
export function startsCountValues(scanner: Scanner, open: number): boolean {
  const inside = afterBlanks(scanner, open + 1)
  if ((codeAt(scanner, inside) | 0x20) !== 0x76) return false
  return codeAt(scanner, afterBlanks(scanner, inside + 1)) === colon
}

/** count-values = "count" , "(" , "v:" , "v" , cmp , number , [ "and" , "v" , cmp , number ] , ")" ; */
export function parseCountValues(
  scanner: Scanner,
  start: number,
  nameEnd: number,
  open: number,
): SpaceAggregator {
  const name = scanner.text.slice(start, nameEnd)
  scanner.at = afterBlanks(scanner, afterBlanks(scanner, open + 1) + 1) + 1
  const conditions: ValueCondition[] = []
  do {
    const condition = parseValueCondition(scanner)
    if (condition === undefined) break
    conditions.push(condition)
  } while (skipAnd(scanner))
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else expectedValueCondition(scanner)
  const aggregator: SpaceAggregator = {
    kind: 'space-aggregator',
    span: { start, end: scanner.at },
    name,
    conditions,
  }
  skipColon(scanner)
  return aggregator
}

function skipAnd(scanner: Scanner): boolean {
  if ((peekAfterBlanks(scanner) | 0x20) !== 0x61 || !isWordAt(scanner, scanner.at, 'and')) return false
  scanner.at += 3
  return true
}

function skipColon(scanner: Scanner): void {
  if (peekAfterBlanks(scanner) === colon) {
    scanner.at += 1
    return
  }
  const message = `A colon is expected between the aggregator and its metric, not ${found(scanner)}.`
  report(scanner, 'missing-space-colon', scanner.at, scanner.at + 1, message, {
    hint: 'Write for example `count(v: v>=0):my.metric{*}`.',
    repair: [{ span: { start: scanner.at, end: scanner.at }, text: ':' }],
  })
}

/** "v" , cmp , number */
function parseValueCondition(scanner: Scanner): ValueCondition | undefined {
  const start = scanner.at
  if ((peekAfterBlanks(scanner) | 0x20) !== 0x76) return undefined
  const from = scanner.at
  scanner.at += 1
  const comparator = readValueComparator(scanner)
  const value = comparator === undefined ? undefined : readSigned(scanner)
  if (comparator !== undefined && value !== undefined) {
    return { kind: 'value-condition', span: { start: from, end: scanner.at }, comparator, value }
  }
  scanner.at = start
  return undefined
}

function readValueComparator(scanner: Scanner): ValueCondition['comparator'] | undefined {
  const code = peekAfterBlanks(scanner)
  if (code !== lessThan && code !== greaterThan) return undefined
  scanner.at += 1
  const orEqual = peek(scanner) === equals
  if (orEqual) scanner.at += 1
  if (code === lessThan) return orEqual ? '<=' : '<'
  return orEqual ? '>=' : '>'
}

function readSigned(scanner: Scanner): NumberLiteral | undefined {
  const negative = peekAfterBlanks(scanner) === minus
  const start = scanner.at
  if (negative) scanner.at += 1
  return isDigit(peekAfterBlanks(scanner)) ? readNumber(scanner, start, negative) : undefined
}
