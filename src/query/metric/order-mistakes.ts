import type { Span } from '../../diagnostic/index.js'
import { closeParenthesis, isLetter, openBrace, openParenthesis } from '../characters.js'
import {
  beforeBlanks,
  codeAt,
  enter,
  excerpt,
  insertion,
  leave,
  peekAfterBlanks,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import type { GroupBy, MetricExpression, Series } from './ast.js'
import { expectedExpression } from './expression-mistakes.js'
import { parseGroupBy, startsGroupBy } from './group-by-parser.js'
import { endOfName, isWordAt } from './lexer.js'
import { parseScope } from './scope-parser.js'

/** `.as_count` without parentheses: the scanner is behind the name. */
export function missingMethodCall(scanner: Scanner, name: Span): void {
  const text = scanner.text.slice(name.start, name.end)
  report(scanner, 'missing-call-parentheses', name.start, name.end, `\`.${text}\` lacks its parentheses.`, {
    hint: `Write \`.${text}()\`.`,
    // Not an insertion: a parenthesis that is missing behind it may be inserted at the same place.
    repair: [replacement(name.start, name.end, `${text}()`)],
  })
}

/** `avg system.load.1{*}`: true, reported, when a metric follows the blanks after the aggregator. */
export function missingSpaceColon(
  scanner: Scanner,
  nameStart: number,
  nameEnd: number,
  next: number,
): boolean {
  const isClause =
    isWordAt(scanner, next, 'by') || isWordAt(scanner, next, 'where') || isWordAt(scanner, next, 'group')
  if (!isLetter(codeAt(scanner, next)) || isClause) return false
  const name = scanner.text.slice(nameStart, nameEnd)
  const metric = excerpt(scanner, next, endOfName(scanner, next))
  report(
    scanner,
    'missing-space-colon',
    nameEnd,
    next,
    'A colon is missing between the space aggregation and the metric.',
    {
      hint: `Write \`${name}:${metric}\`.`,
      repair: [replacement(nameEnd, next, ':')],
    },
  )
  return true
}

/** `sum by (host) (x)` of PromQL; the scanner is before it, `next` at the word after the aggregator. */
export function promqlAggregation(
  scanner: Scanner,
  name: string,
  start: number,
  next: number,
  parse: (scanner: Scanner) => MetricExpression,
): MetricExpression | undefined {
  if (!isWordAt(scanner, next, 'by')) return undefined
  scanner.at = next
  const known = scanner.diagnostics.length
  const groupBy = parseGroupBy(scanner)
  const isCall = peekAfterBlanks(scanner) === openParenthesis
  if (!isCall) {
    scanner.diagnostics.length = known
    scanner.at = start
    return undefined
  }
  scanner.diagnostics.length = known
  const open = scanner.at
  scanner.at += 1
  const inner = enter(scanner) ? parse(scanner) : expectedExpression(scanner)
  leave(scanner)
  const innerEnd = beforeBlanks(scanner, scanner.at)
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  report(scanner, 'promql-aggregation', start, open, 'An aggregation with `by` in front belongs to PromQL.', {
    hint: `Write \`${name}:metric{scope} ${groupByText(groupBy)}\`.`,
    repair: isBare(inner) ? aroundEdits(name, start, open, innerEnd, scanner.at, groupBy) : undefined,
  })
  return isBare(inner) ? { ...inner, groupBy } : inner
}

function isBare(expression: MetricExpression): expression is Series {
  return (
    expression.kind === 'series' && expression.aggregator === undefined && expression.groupBy === undefined
  )
}

function aroundEdits(
  name: string,
  start: number,
  open: number,
  innerEnd: number,
  end: number,
  groupBy: GroupBy,
) {
  return [replacement(start, open + 1, `${name}:`), replacement(innerEnd, end, ` ${groupByText(groupBy)}`)]
}

function groupByText(groupBy: GroupBy): string {
  return `by {${groupBy.keys.map(key => key.name).join(',')}}`
}

/**
 * A scope or a grouping after a method or a call, where it cannot stand. Gives the expression with the clause where it belongs, or
 * undefined when there is no such clause here.
 */
export function lateClause(
  scanner: Scanner,
  code: number,
  target: MetricExpression,
): MetricExpression | undefined {
  if (isLetter(code)) return startsGroupBy(scanner) ? lateGroupBy(scanner, target) : undefined
  return code === openBrace && innermost(target) !== undefined ? lateScope(scanner, target) : undefined
}

/** The series below a chain of methods, or the only argument of a call. */
function innermost(target: MetricExpression): Series | undefined {
  let node = target
  while (node.kind === 'method') node = node.target
  const only = node.kind === 'call' ? node.arguments[0] : node
  return only?.kind === 'series' ? only : undefined
}

function lateGroupBy(scanner: Scanner, target: MetricExpression): MetricExpression {
  const start = scanner.at
  const known = scanner.diagnostics.length
  const groupBy = parseGroupBy(scanner)
  scanner.diagnostics.length = known
  const series = innermost(target)
  const text = groupByText(groupBy)
  const canMove = series !== undefined && series.groupBy === undefined && groupBy.keys.length > 0
  report(
    scanner,
    'group-by-after-method',
    start,
    scanner.at,
    '`by` stands right after the scope of its metric.',
    {
      hint: `Write \`metric{scope} ${text}\`, and methods or the closing \`)\` after it.`,
      repair: canMove
        ? [insertion(series.span.end, ` ${text}`), replacement(beforeBlanks(scanner, start), scanner.at, '')]
        : undefined,
    },
  )
  return canMove ? withSeries(target, { ...series, groupBy }) : target
}

function lateScope(scanner: Scanner, target: MetricExpression): MetricExpression {
  const start = scanner.at
  const scope = parseScope(scanner)
  const series = innermost(target)
  const text = scanner.text.slice(start, scanner.at)
  const canMove = series !== undefined && series.scope === undefined
  report(scanner, 'scope-after-method', start, scanner.at, 'The scope stands right after its metric.', {
    hint: `Write \`metric${text}\`, and methods after it.`,
    repair: canMove
      ? [insertion(series.metric.span.end, text), replacement(beforeBlanks(scanner, start), scanner.at, '')]
      : undefined,
  })
  return canMove ? withSeries(target, { ...series, scope }) : target
}

/** The same chain of methods over another series. */
function withSeries(target: MetricExpression, series: Series): MetricExpression {
  const chain = []
  let node = target
  for (; node.kind === 'method'; node = node.target) chain.push(node)
  let result: MetricExpression =
    node.kind === 'call' ? { ...node, arguments: [series, ...node.arguments.slice(1)] } : series
  for (const method of chain.reverse()) result = { ...method, target: result }
  return result
}
