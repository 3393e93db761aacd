import {
  closeBrace,
  closeBracket,
  closeParenthesis,
  comma,
  dollar,
  isAngle,
  isBlank,
  isComparison,
  isLetter,
  isTagPart,
  openBrace,
  openBracket,
} from '../characters.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  endOfTag,
  found,
  insertion,
  peekAfterBlanks,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import type { Filter, GroupBy, MetricName, Scope, SpaceAggregator } from './ast.js'
import { parseGroupBy, startsGroupBy } from './group-by-parser.js'
import { isWordAt } from './lexer.js'
import { parseScope } from './scope-parser.js'

/** A series while it is read; mistakes may still add what stands in the wrong order. */
export interface SeriesDraft {
  readonly start: number
  readonly aggregator: SpaceAggregator | undefined
  readonly metric: MetricName
  scope: Scope | undefined
  groupBy: GroupBy | undefined
}

/** How far a `}` is looked for that has no `{`; without a bound a long text of words would cost the square of its length. */
const longestScope = 400

/** True when something follows that belongs to the series but not at this place, or not in this spelling. */
function atSeriesMistake(scanner: Scanner, code: number, draft: SeriesDraft): boolean {
  if (code === openBrace || code === openBracket) return true
  if (isLetter(code) && isSelect(draft)) return true
  if (isLetter(code)) return startsClause(scanner) || startsGroupBy(scanner) || lacksBrace(scanner, draft)
  return code === dollar && lacksBrace(scanner, draft)
}

/** The clauses of other languages, and ours in another order; every pass moves on. */
export function recoverInSeries(scanner: Scanner, draft: SeriesDraft): void {
  for (
    let code = peekAfterBlanks(scanner);
    atSeriesMistake(scanner, code, draft);
    code = peekAfterBlanks(scanner)
  ) {
    if (isSelect(draft)) sqlSelect(scanner, draft)
    else if (code === openBracket) rangeSelector(scanner)
    else if (code === openBrace) lateScope(scanner, draft)
    else if (isWordAt(scanner, scanner.at, 'where')) whereClause(scanner, draft)
    else if (isWordAt(scanner, scanner.at, 'group')) sqlGroupBy(scanner, draft)
    else if (startsGroupBy(scanner)) secondGroupBy(scanner, draft)
    else unopenedScope(scanner, draft)
  }
}

function isSelect(draft: SeriesDraft): boolean {
  return draft.aggregator === undefined && draft.metric.name.toLowerCase() === 'select'
}

/** `SELECT avg(x) FROM …`: nothing of it can be kept. */
function sqlSelect(scanner: Scanner, draft: SeriesDraft): void {
  report(scanner, 'sql-select', draft.start, draft.metric.span.end, 'This is SQL.', {
    hint: 'Write for example `avg:system.load.1{env:prod} by {host}`.',
  })
  scanner.at = scanner.end
}

function startsClause(scanner: Scanner): boolean {
  if (isWordAt(scanner, scanner.at, 'where')) return true
  return (
    isWordAt(scanner, scanner.at, 'group') && isWordAt(scanner, afterBlanks(scanner, scanner.at + 5), 'by')
  )
}

/** `avg:x env:prod}`: a closing brace comes before anything that could open one. */
function lacksBrace(scanner: Scanner, draft: SeriesDraft): boolean {
  if (draft.scope !== undefined || draft.groupBy !== undefined) return false
  let at = scanner.at
  const limit = at + longestScope
  while (at < limit && isScopePart(codeAt(scanner, at))) {
    if (isWordAt(scanner, at, 'by') && isBlank(codeAt(scanner, at - 1))) return false
    at += 1
  }
  return codeAt(scanner, at) === closeBrace
}

function isScopePart(code: number): boolean {
  return isTagPart(code) || code === comma || isBlank(code)
}

function unopenedScope(scanner: Scanner, draft: SeriesDraft): void {
  const start = scanner.at
  let end = start
  while (codeAt(scanner, end) !== closeBrace) end += 1
  report(scanner, 'unopened-brace', end, end + 1, 'This `}` closes nothing.', {
    hint: 'Write `{` before the scope.',
    repair: [replacement(draft.metric.span.end, start, '{')],
  })
  const text = scanner.text.slice(start, end)
  const span = { start, end: end + 1 }
  const filter: Filter = { kind: 'opaque', span: { start, end }, text }
  draft.scope = { kind: 'scope', span, filter }
  scanner.at = end + 1
}

/** `x[5m]` and `x{a="b"}[5m]` of PromQL */
function rangeSelector(scanner: Scanner): void {
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

/** `avg:x by {host}{env:prod}`, or a second scope. */
function lateScope(scanner: Scanner, draft: SeriesDraft): void {
  const start = scanner.at
  const scope = parseScope(scanner)
  if (draft.scope !== undefined) {
    report(scanner, 'second-scope', start, scanner.at, 'A metric has one scope only.', {
      hint: 'Write all conditions in one pair of braces, separated by commas.',
    })
    return
  }
  draft.scope = scope
  const text = scanner.text.slice(start, scanner.at)
  report(scanner, 'group-by-before-scope', start, scanner.at, 'The scope stands before `by`.', {
    hint: `Write ${'`'}${draft.metric.name}${text} by {…}${'`'}.`,
    repair: [
      insertion(draft.metric.span.end, text),
      replacement(beforeBlanks(scanner, start), scanner.at, ''),
    ],
  })
}

function secondGroupBy(scanner: Scanner, draft: SeriesDraft): void {
  const start = scanner.at
  const groupBy = parseGroupBy(scanner)
  const first = draft.groupBy
  if (first === undefined) {
    draft.groupBy = groupBy
    return
  }
  const keys = [...first.keys, ...groupBy.keys].map(key => key.name)
  report(scanner, 'second-group-by', start, scanner.at, 'A series is grouped once.', {
    hint: `Write \`by {${keys.join(',')}}\`.`,
    repair: [replacement(first.span.start, scanner.at, `by {${keys.join(',')}}`)],
  })
}

/** `GROUP BY host` of SQL */
function sqlGroupBy(scanner: Scanner, draft: SeriesDraft): void {
  const start = scanner.at
  scanner.at = afterBlanks(scanner, start + 5)
  const known = scanner.diagnostics.length
  const groupBy = parseGroupBy(scanner)
  draft.groupBy = groupBy
  scanner.diagnostics.length = known
  const right = `by {${groupBy.keys.map(key => key.name).join(',')}}`
  report(scanner, 'sql-group-by', start, scanner.at, '`GROUP BY` belongs to SQL.', {
    hint: `Write \`${right}\`.`,
    repair: [replacement(start, scanner.at, right)],
  })
}

/** `WHERE env = 'prod' AND …` of SQL */
function whereClause(scanner: Scanner, draft: SeriesDraft): void {
  const start = scanner.at
  const from = afterBlanks(scanner, start + 5)
  const end = endOfWhere(scanner, from)
  scanner.at = end
  const conditions = scanner.text
    .slice(from, end)
    .replace(/\s*(?:==?|:)\s*(["']?)([^\s"',{}()]*)\1/g, ':$2')
    .trim()
  const existing = draft.scope?.filter.kind === 'filter-all' ? draft.scope : undefined
  const canMove = (draft.scope === undefined || existing !== undefined) && /^[^"'{}]+$/.test(conditions)
  const right = `{${conditions}}`
  report(scanner, 'where-clause', start, end, '`WHERE` belongs to SQL; conditions stand in the scope.', {
    hint: canMove ? `Write \`${draft.metric.name}${right}\`.` : 'Write them in the braces after the metric.',
    repair: canMove ? [replacement(draft.metric.span.end, end, right)] : undefined,
  })
}

/** A `WHERE` runs to the grouping, the comparison with a number, or a bracket. */
function endOfWhere(scanner: Scanner, from: number): number {
  let at = from
  for (; at < scanner.end; at += 1) {
    const code = codeAt(scanner, at)
    if (code === closeParenthesis || isAngle(code) || code === openBrace) break
    if (isBlank(code)) {
      const next = afterBlanks(scanner, at)
      if (isWordAt(scanner, next, 'group') || isWordAt(scanner, next, 'by')) break
    }
  }
  return beforeBlanks(scanner, at)
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

const spaceAggregators = new Set(['avg', 'sum', 'min', 'max', 'count'])

/** The names of space aggregators that are read as such where their colon is missing. */
export function isSpaceAggregator(name: string): boolean {
  return spaceAggregators.has(name) || (name.length < 9 && /^p\d+(\.\d+)?$/.test(name))
}
