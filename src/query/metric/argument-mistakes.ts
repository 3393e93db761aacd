import {
  closeParenthesis,
  comma,
  endOfText,
  isComparison,
  isDigit,
  isLetter,
  isQuote,
  isWordPart,
  percent,
} from '../characters.js'
import type { Opaque, StringLiteral, Word } from '../node.js'
import { endOfQuoted } from '../quoting.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  endOfTag,
  endOfWord,
  found,
  insertion,
  peek,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import type { Argument, FunctionCall, MethodCall, MetricExpression, Series } from './ast.js'
import { readString, stringLiteral } from './lexer.js'

/** Says that the arguments go on at the scanner although no comma stands there. */
export const goOn = -2

type CallCheck = (scanner: Scanner, call: FunctionCall) => MetricExpression

/** Calls that are looked at as a whole; the API refuses the words of some of these functions without quotes. */
const callChecks = new Map<string, CallCheck>([
  ...['anomalies', 'outliers', 'forecast', 'top', 'top_offset'].map(name => [name, unquotedWords] as const),
  ...['avg', 'sum', 'min', 'max', 'count', 'average', 'mean', 'total'].map(
    name => [name, aggregatorAsFunction] as const,
  ),
  ...['logs', 'rum', 'events', 'audits'].map(name => [name, eventSearch] as const),
])

const units = new Map([
  ['s', 1],
  ['sec', 1],
  ['m', 60],
  ['min', 60],
  ['h', 3600],
  ['d', 86400],
  ['w', 604800],
])

/** `f(a, b,)`: the scanner is at the parenthesis and moves behind it. */
export function trailingArgumentComma(scanner: Scanner): void {
  const end = beforeBlanks(scanner, scanner.at)
  scanner.at += 1
  report(scanner, 'trailing-comma', end - 1, end, 'Nothing follows this comma.', {
    hint: 'Take the comma away, or write the argument that is missing.',
    repair: [replacement(end - 1, end, '')],
  })
}

/** A quoted text; where its closing quote is missing it ends at the next comma or parenthesis. */
export function readStringArgument(scanner: Scanner): StringLiteral {
  const end = endOfQuoted(scanner.text, scanner.at, scanner.end)
  if (end !== -1 && !swallowsArguments(scanner, end)) return readString(scanner, end)
  return unclosedString(scanner)
}

/** `'basic, 2, direction='` is no text anybody meant: something else than a comma follows it. */
function swallowsArguments(scanner: Scanner, end: number): boolean {
  const next = codeAt(scanner, end)
  return isWordPart(next) && scanner.text.slice(scanner.at, end).includes(',')
}

function unclosedString(scanner: Scanner): StringLiteral {
  const start = scanner.at
  const quote = scanner.text[start]!
  let at = start + 1
  while (at < scanner.end && codeAt(scanner, at) !== comma && codeAt(scanner, at) !== closeParenthesis)
    at += 1
  const end = beforeBlanks(scanner, at)
  scanner.at = end
  report(scanner, 'missing-quote', start, end, 'The quote of this text is never closed.', {
    hint: `Write \`${scanner.text.slice(start, end)}${quote}\`.`,
    repair: [insertion(end, quote)],
  })
  return stringLiteral(start, end, scanner.text.slice(start + 1, end))
}

/** `basic'` */
export function missingOpeningQuote(scanner: Scanner, start: number, end: number): StringLiteral {
  const quote = scanner.text[end]!
  scanner.at = end + 1
  report(scanner, 'missing-quote', start, end + 1, 'The quote of this text is never opened.', {
    hint: `Write \`${quote}${scanner.text.slice(start, end)}${quote}\`.`,
    repair: [insertion(start, quote)],
  })
  return stringLiteral(start, end + 1, scanner.text.slice(start, end))
}

/** `direction: 'both'` */
export function colonInNamedArgument(scanner: Scanner, at: number): void {
  report(scanner, 'colon-in-named-argument', at, at + 1, 'A named argument is written name=value.', {
    hint: 'Write `=` instead of the colon.',
    repair: [replacement(at, at + 1, '=')],
  })
}

/** `interval=` with nothing behind it. */
export function expectedNamedValue(scanner: Scanner): Word {
  const start = scanner.at
  const message = `A value is expected after \`=\`, not ${found(scanner)}.`
  const code = peek(scanner)
  const end = code === comma || code === closeParenthesis ? start : endOfTag(scanner, start)
  report(scanner, 'expected-value', start, Math.max(end, start + 1), message, {
    hint: "Write a text in quotes or a number, as in `direction='both'` or `interval=60`.",
  })
  scanner.at = end
  return { kind: 'word', span: { start, end }, text: scanner.text.slice(start, end) }
}

/**
 * Something else than `,` or `)` follows an argument. Gives what the reader goes on with: the comma, the parenthesis, `goOn` when
 * another argument starts at the scanner, or the end of the text when the call is not closed.
 */
export function endOfArgument(scanner: Scanner, open: number, args: Argument[], start: number): number {
  const last = args.at(-1)!
  const code = peek(scanner)
  if (last.kind === 'number' && scanner.at === last.span.end && (isLetter(code) || code === percent)) {
    args[args.length - 1] = calendarAlignment(scanner, args.at(-2), last) ?? numberWithUnit(scanner, last)
  }
  return codeAfterArgument(scanner, open, args, start)
}

function codeAfterArgument(scanner: Scanner, open: number, args: Argument[], start: number): number {
  const argumentEnd = beforeBlanks(scanner, scanner.at)
  scanner.at = afterBlanks(scanner, scanner.at)
  const code = peek(scanner)
  if (code === comma || code === closeParenthesis) return code
  if (isLetter(code) || isDigit(code) || isQuote(code)) return missingComma(scanner, argumentEnd)
  const end = code === endOfText || isComparison(code) ? undefined : endOfBalanced(scanner)
  if (end === undefined) return unclosedCall(scanner, open, argumentEnd)
  args[args.length - 1] = opaqueArgument(scanner, start, end)
  return peek(scanner)
}

function missingComma(scanner: Scanner, argumentEnd: number): number {
  const start = scanner.at
  const end = isQuote(peek(scanner)) ? start + 1 : endOfTag(scanner, start)
  report(scanner, 'missing-comma', start, end, 'The arguments of a function are separated by commas.', {
    hint: 'Write a comma before this.',
    repair: [insertion(argumentEnd, ',')],
  })
  return goOn
}

function unclosedCall(scanner: Scanner, open: number, argumentEnd: number): number {
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` after the last argument.',
    repair: [insertion(argumentEnd, ')')],
  })
  return endOfText
}

/** How far unknown text is followed to its end; without a bound, many of them would cost the square of the text's length. */
const longestUnknown = 1000

/** Where the comma or parenthesis after the balanced text at the scanner stands; undefined when there is none. */
function endOfBalanced(scanner: Scanner): number | undefined {
  const limit = Math.min(scanner.end, scanner.at + longestUnknown)
  let depth = 0
  for (let at = scanner.at; at < limit; at += 1) {
    const character = scanner.text[at]!
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character) && depth > 0) depth -= 1
    else if (depth === 0 && (character === ',' || character === ')')) return at
  }
  return undefined
}

function opaqueArgument(scanner: Scanner, start: number, limit: number): Opaque {
  const end = beforeBlanks(scanner, limit)
  scanner.at = limit
  const text = scanner.text.slice(start, end)
  report(
    scanner,
    'unknown-syntax',
    start,
    end,
    'This argument is written in a way that dogma does not know.',
    {
      severity: 'warning',
      hint: 'It is kept as it is.',
    },
  )
  return { kind: 'opaque', span: { start, end }, text }
}

const calendarBuckets: ReadonlySet<string> = new Set(['daily', 'weekly', 'monthly', 'yearly'])

/**
 * `12am` and `1st` of `.rollup(sum, daily, 12am)`: where a calendar bucket starts. The API names these spellings for the
 * calendar intervals of other queries. https://docs.datadoghq.com/api/latest/product-analytics/
 */
function calendarAlignment(
  scanner: Scanner,
  bucket: Argument | undefined,
  { span }: Argument,
): Word | undefined {
  if (bucket?.kind !== 'word' || !calendarBuckets.has(bucket.text)) return undefined
  const end = endOfWord(scanner, span.end)
  const text = scanner.text.slice(span.start, end)
  if (!/^\d{1,2}(am|pm|st|nd|rd|th)$/i.test(text)) return undefined
  scanner.at = end
  return { kind: 'word', span: { start: span.start, end }, text }
}

/** `5m` where seconds stand, `90%`. */
function numberWithUnit(scanner: Scanner, number: Argument & { kind: 'number' }): Argument {
  const { start, end } = number.span
  const unitEnd = peek(scanner) === percent ? end + 1 : endOfWord(scanner, end)
  const unit = scanner.text.slice(end, unitEnd)
  const factor = units.get(unit)
  const value = factor === undefined ? number.value : number.value * factor
  const text = factor === undefined ? number.text : String(value)
  scanner.at = unitEnd
  report(scanner, 'number-with-unit', start, unitEnd, 'A number stands without a unit here.', {
    hint: factor === undefined ? `Write \`${text}\`.` : `Write \`${text}\`, the number of seconds.`,
    repair: [replacement(start, unitEnd, text)],
  })
  return { ...number, span: { start, end: unitEnd }, value, text }
}

/** Looks at a call as a whole: habits of PromQL, and words that need quotes. */
export function checkCall(scanner: Scanner, call: FunctionCall): MetricExpression {
  const check = callChecks.get(call.name) ?? (isPercentileName(call.name) ? aggregatorAsFunction : undefined)
  return check === undefined ? call : check(scanner, call)
}

/** `p95(trace.http.request{*})` */
function isPercentileName(name: string): boolean {
  return name.charCodeAt(0) === 0x70 && /^p\d{2}$/.test(name)
}

function unquotedWords(scanner: Scanner, call: FunctionCall): FunctionCall {
  for (const argument of call.arguments.slice(1)) {
    if (argument.kind === 'series') namedWithColon(scanner, argument)
    if (argument.kind !== 'word' && argument.kind !== 'query-name') continue
    const { start, end } = argument.span
    const text = scanner.text.slice(start, end)
    report(scanner, 'missing-quote', start, end, `\`${text}\` is a text and needs quotes.`, {
      hint: `Write \`'${text}'\`.`,
      // One replacement: an insertion at the end could stand behind the parenthesis that is missing there too.
      repair: [replacement(start, end, `'${text}'`)],
    })
  }
  return call
}

const argumentNames = new Set([
  'direction',
  'alert_window',
  'interval',
  'seasonality',
  'timezone',
  'count_default_zero',
  'history',
  'model',
])

/** `direction: both`, which reads as a metric with its aggregation */
function namedWithColon(scanner: Scanner, { aggregator, metric, span }: Series): void {
  if (aggregator === undefined || !argumentNames.has(aggregator.name)) return
  const right = `${aggregator.name}='${metric.name}'`
  report(
    scanner,
    'colon-in-named-argument',
    span.start,
    span.end,
    'A named argument is written name=value.',
    {
      hint: `Write \`${right}\`.`,
      repair: [replacement(span.start, span.end, right)],
    },
  )
}

/** `logs("…")` where a metric stands */
function eventSearch(scanner: Scanner, call: FunctionCall): FunctionCall {
  if (call.arguments[0]?.kind !== 'string') return call
  const { start, end } = call.nameSpan
  report(scanner, 'event-search', start, end, `\`${call.name}("…")\` is a search, not a metric.`, {
    hint: `Write it as a query of its own: \`${call.name}("…").rollup("count").last("5m") > 3\`.`,
  })
  return call
}

/** `avg(system.load.1{*})` for `avg:system.load.1{*}` */
function aggregatorAsFunction(scanner: Scanner, call: FunctionCall): MetricExpression {
  const [only, ...others] = call.arguments
  if (scanner.formula || only?.kind !== 'series' || only.aggregator !== undefined || others.length > 0)
    return call
  const { nameSpan, span, name } = call
  report(
    scanner,
    'aggregator-as-function',
    nameSpan.start,
    nameSpan.end,
    `\`${name}\` is a space aggregation, not a function.`,
    {
      hint: `Write \`${name}:${only.metric.name}{…}\`.`,
      repair: [replacement(nameSpan.end, only.span.start, ':'), replacement(only.span.end, span.end, '')],
    },
  )
  const aggregator = { kind: 'space-aggregator', span: nameSpan, name } as const
  return { ...only, span, aggregator } satisfies Series
}

/** Looks at a method as a whole. */
export function checkMethod(scanner: Scanner, method: MethodCall): void {
  if (method.name === 'by') groupByAsMethod(scanner, method)
  const [first, second] = method.arguments
  if (method.name !== 'rollup' || first?.kind !== 'number' || second?.kind !== 'word') return
  const { start } = first.span
  const { end } = second.span
  const right = `${second.text}, ${first.text}`
  report(
    scanner,
    'rollup-arguments-reversed',
    start,
    end,
    'The arguments of `rollup` are in the wrong order.',
    {
      hint: `The aggregation stands first: \`.rollup(${right})\`.`,
      repair: [replacement(start, end, right)],
    },
  )
}

/** `.by(host)` of event queries */
function groupByAsMethod(scanner: Scanner, method: MethodCall): void {
  const { nameSpan, span } = method
  report(scanner, 'group-by-as-method', nameSpan.start, span.end, 'A metric is not grouped by a method.', {
    hint: 'Write `by {…}` right after the scope.',
  })
}
