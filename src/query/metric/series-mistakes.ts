import { closeBracket, closeParenthesis, isComparison, isTagPart, openBrace } from '../characters.js'
import { codeAt, endOfTag, found, insertion, replacement, report, type Scanner } from '../scanner.js'
import type { MetricName } from './ast.js'

/** `x[5m]` and `x{a="b"}[5m]` of PromQL */
export function rangeSelector(scanner: Scanner): void {
  const start = scanner.at
  let end = start
  while (end < scanner.end && codeAt(scanner, end) !== closeBracket) end += 1
  const isClosed = codeAt(scanner, end) === closeBracket
  end = isClosed ? end + 1 : endOfTag(scanner, start)
  scanner.at = end
  report(scanner, 'range-selector', start, end, 'A range in brackets belongs to PromQL.', {
    hint: 'The evaluation window stands once, at the start of a monitor query: `avg(last_5m):`.',
    repair: [replacement(start, end, '')],
  })
}

/** `avg:{env:prod}`, `avg:`, `avg:*{…}` */
export function expectedMetric(scanner: Scanner): MetricName {
  const start = scanner.at
  const message = `The name of a metric is expected here, not ${found(scanner)}.`
  let end = start
  while (isTagPart(codeAt(scanner, end)) && !isComparison(codeAt(scanner, end))) end += 1
  report(scanner, 'expected-metric', start, Math.max(end, start + 1), message, {
    hint: 'A metric name starts with a letter and holds letters, digits, `_` and `.`, as in `system.load.1`.',
  })
  scanner.at = end
  return { kind: 'metric-name', span: { start, end }, name: scanner.text.slice(start, end) }
}

/** `count(v: v >)`, and what else does not read as `v >= 0`. */
export function expectedValueCondition(scanner: Scanner): void {
  const start = scanner.at
  const message = `A comparison such as \`v >= 0\` or \`)\` is expected here, not ${found(scanner)}.`
  report(scanner, 'expected-value-condition', start, start + 1, message, {
    hint: 'Write for example `count(v: v >= 0):`.',
  })
  let at = start
  while (at < scanner.end && codeAt(scanner, at) !== closeParenthesis && codeAt(scanner, at) !== openBrace)
    at += 1
  scanner.at = codeAt(scanner, at) === closeParenthesis ? at + 1 : at
}

/** `sum:(m{*}` without its `)`. */
export function unclosedAggregatorParenthesis(scanner: Scanner, open: number, end: number): void {
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` where the series ends.',
    repair: [insertion(end, ')')],
  })
  scanner.at = end
}
