import { nearest } from '../../diagnostic/index.js'
import {
  closeBrace,
  closeBracket,
  closeParenthesis,
  isLetter,
  openBrace,
  openBracket,
  openParenthesis,
} from '../characters.js'
import { endOfName } from '../metric/lexer.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  excerpt,
  found,
  insertion,
  peek,
  replacement,
  report,
  reportOnce,
  type Scanner,
  standsAt,
} from '../scanner.js'
import type { Window, WindowHead } from './ast.js'

const timeAggregators = new Set(['avg', 'sum', 'min', 'max', 'percentile'])

const otherNames = new Map([
  ['average', 'avg'],
  ['mean', 'avg'],
  ['total', 'sum'],
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['med', 'percentile'],
])

const units: readonly (readonly [RegExp, Window['unit']])[] = [
  [/^(mo|months?)$/i, 'mo'],
  [/^(m|mns?|mins?|minutes?|分間?)$/i, 'm'],
  [/^(h|hrs?|hours?|時間)$/i, 'h'],
  [/^(d|days?|日)$/i, 'd'],
  [/^(w|weeks?|週間?)$/i, 'w'],
  [/^(s|secs?|seconds?|秒)$/i, 's'],
]

/** True when the text starts with an evaluation head, however its window is spelled. */
export function startsHead(scanner: Scanner): boolean {
  const { at } = scanner
  if (!isLetter(peek(scanner))) return false
  const nameEnd = endOfName(scanner, at)
  const open = afterBlanks(scanner, nameEnd)
  const bracket = codeAt(scanner, open)
  if (bracket !== openParenthesis && bracket !== openBracket && bracket !== openBrace) return false
  if (bracket === openParenthesis && standsAt(scanner.text, open + 1, 'last_')) return true
  const name = scanner.text.slice(at, nameEnd)
  if (bracket === openParenthesis && (name === 'change' || name === 'pct_change')) return true
  const isAggregator = isTimeAggregator(name)
  if (looksLikeWindow(scanner, open + 1)) return bracket === openParenthesis || isAggregator
  return isAggregator && /^[^(){}:,]*\)\s*:/.test(scanner.text.slice(open + 1, open + 40))
}

/** `last_5m)`, `last 5 min)`, `5m)`, `"last_5m")`, `):` */
function looksLikeWindow(scanner: Scanner, from: number): boolean {
  const limit = Math.min(scanner.end, from + 40)
  const text = scanner.text.slice(from, limit)
  return /^\s*["']?\s*((last|current|next|past|previous)\b|(last|current|next|past)[_\d-]|\d+\s*[a-z]*\s*["']?\s*[)\]},]|\)\s*:)/i.test(
    text,
  )
}

/** The aggregator's name, with what is wrong about it. */
export function checkTimeAggregator(scanner: Scanner, start: number, end: number): string {
  const name = scanner.text.slice(start, end)
  if (isTimeAggregator(name)) return name
  const meant = otherNames.get(name.toLowerCase()) ?? nearest(name, timeAggregators)
  report(
    scanner,
    'unknown-time-aggregator',
    start,
    Math.max(end, start + 1),
    `\`${name}\` is not an aggregation over time.`,
    {
      hint: meant === undefined ? 'Write `avg`, `sum`, `min`, `max` or `percentile`.' : `Write \`${meant}\`.`,
      repair: meant === undefined ? undefined : [replacement(start, end, meant)],
    },
  )
  return meant ?? name
}

function isTimeAggregator(name: string): boolean {
  return timeAggregators.has(name) || /^p\d+(\.\d+)?$/.test(name)
}

/** `avg:system.load.1{*} > 4`: the evaluation window is missing. */
export function missingHead(scanner: Scanner): WindowHead {
  const at = scanner.at
  const span = { start: at, end: at }
  const isWhole = /^[^a-z]*$|(?<!["'])(?:last|next)_\d/i.test(scanner.text.slice(at))
  report(
    scanner,
    'missing-head',
    at,
    at + 1,
    'A metric monitor query starts with the time aggregation and its evaluation window.',
    {
      hint: `Write for example \`avg(last_5m):${isWhole ? '…' : excerpt(scanner, at, beforeBlanks(scanner, scanner.end))}\`.`,
      repair: isWhole ? undefined : [insertion(at, 'avg(last_5m):')],
    },
  )
  return { kind: 'window-head', span, aggregator: 'avg', window: lastFiveMinutes(at, at) }
}

function lastFiveMinutes(start: number, end: number): Window {
  return { kind: 'window', span: { start, end }, form: 'last', amount: 5, unit: 'm' }
}

/** `avg(last_5m)avg:x{*}` */
export function missingHeadColon(scanner: Scanner, start: number, end: number): void {
  reportOnce(scanner, 'missing-head-colon', end, end + 1, 'A colon is missing after the evaluation window.', {
    hint: `Write \`${excerpt(scanner, start, end)}:\`.`,
    repair: [insertion(end, ':')],
  })
}

/** `avg[last_5m]:`, `avg{last_5m}:`, `change(avg, last_5m)`: no `(` at `open`. Gives where the window starts. */
export function wrongHeadBracket(scanner: Scanner, open: number): number {
  const code = codeAt(scanner, open)
  const isBracket = code === openBracket || code === openBrace
  const from = isBracket ? open + 1 : open
  const close = endOfWindowText(scanner, from)
  const closing = isBracket && closesHead(codeAt(scanner, close)) ? [replacement(close, close + 1, ')')] : []
  report(scanner, 'wrong-bracket', open, open + 1, 'The evaluation window stands in parentheses.', {
    hint: 'Write for example `avg(last_5m)`.',
    repair: [replacement(open, from, '('), ...closing],
  })
  return from
}

function closesHead(code: number): boolean {
  return code === closeBracket || code === closeBrace
}

/** A head without its `)`. */
export function expectedHeadClose(scanner: Scanner): void {
  if (closesHead(peek(scanner))) {
    scanner.at += 1
    return
  }
  const end = beforeBlanks(scanner, scanner.at)
  reportOnce(
    scanner,
    'unclosed-parenthesis',
    scanner.at,
    scanner.at + 1,
    `A \`)\` is expected here, not ${found(scanner)}.`,
    {
      hint: 'Write `)` after the window.',
      repair: [insertion(end, ')')],
    },
  )
}

/** `change(avg(last_5m))` and `change(avg(last_5m) last_1h)` */
export function expectedHeadComma(scanner: Scanner): void {
  const { at } = scanner
  const message = `A comma and the time to compare with are expected here, not ${found(scanner)}.`
  const isClosed = peek(scanner) === closeParenthesis
  reportOnce(scanner, 'missing-comma', at, at + 1, message, {
    hint: 'Write for example `change(avg(last_5m),last_1h):`.',
    repair: [insertion(at, isClosed ? ',last_1h' : ',')],
  })
}

/** A window in another spelling: the scanner is at it, and moves before what closes it. */
export function readWrongWindow(scanner: Scanner): Window {
  const start = scanner.at
  const end = endOfWindowText(scanner, start)
  const written = scanner.text.slice(start, end)
  const meant = windowMeant(written)
  scanner.at = end
  reportOnce(scanner, 'window-spelling', start, Math.max(end, start + 1), wrongWindowMessage(written), {
    hint:
      meant === undefined ? 'Write for example `last_5m`, `last_1h` or `last_1d`.' : `Write \`${meant}\`.`,
    repair: meant === undefined ? undefined : [replacement(start, end, meant)],
  })
  return lastFiveMinutes(start, end)
}

function wrongWindowMessage(written: string): string {
  if (written === '') return 'The evaluation window is missing.'
  return `\`${written}\` is not an evaluation window.`
}

/** Up to the bracket, comma or colon that ends it. */
function endOfWindowText(scanner: Scanner, start: number): number {
  const limit = Math.min(scanner.end, start + 40)
  let at = start
  while (at < limit && !/[),\]}:{(]/.test(scanner.text[at]!)) at += 1
  return Math.max(beforeBlanks(scanner, at), start)
}

function windowMeant(written: string): string | undefined {
  const match =
    /^["']?\s*(last|current|next|past|previous|now|l[a-z]{2,3}(?=_)|過去|直近)?[\s_-]*(\d+)[\s_-]*([^\s\d"'_]+)?([\s_]+ago)?\s*["']?$/i.exec(
      written,
    )
  if (match === null) return written === '' ? 'last_5m' : sumOfUnits(written)
  const form = (match[1] ?? 'last').toLowerCase()
  const unit = match[3] === undefined ? 'm' : units.find(([pattern]) => pattern.test(match[3]!))?.[1]
  if (unit === undefined) return undefined
  const start = form === 'current' || form === 'next' ? form : 'last'
  if (unit !== 's') return match[4] === undefined ? `${start}_${match[2]}${unit}` : `${match[2]}${unit}_ago`
  return Number(match[2]) >= 60 ? `${start}_${Math.round(Number(match[2]) / 60)}m` : undefined
}

const minutesIn: Readonly<Partial<Record<Window['unit'], number>>> = { m: 1, h: 60, d: 1440, w: 10_080 }

/** `last_1.5h` and `last_1h30m`, in minutes. */
function sumOfUnits(written: string): string | undefined {
  const match = /^["']?\s*(?:(?:last|past)[\s_-]*)?((?:\d+(?:\.\d+)?\s*[a-z]+\s*)+)["']?$/i.exec(written)
  let minutes = 0
  for (const [, amount, name] of match?.[1]?.matchAll(/([\d.]+)\s*([a-z]+)/gi) ?? []) {
    const unit = units.find(([pattern]) => pattern.test(name!))?.[1]
    minutes += Number(amount) * ((unit && minutesIn[unit]) ?? Number.NaN)
  }
  return Number.isInteger(minutes) && minutes > 0 ? `last_${minutes}m` : undefined
}
