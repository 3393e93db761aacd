import type { TextEdit } from '../../diagnostic/index.js'
import type { Opaque } from '../node.js'
import { isBlank } from './characters.js'
import {
  afterBlanks,
  edit,
  endsWord,
  fail,
  isName,
  lookahead,
  operatorAt,
  type SearchScanner,
  spanBetween,
  warn,
} from './lexer.js'

/** What a word behind the name of a field is in SQL; `end` is where it ends. */
const words: ReadonlyMap<string, (scanner: SearchScanner, end: number) => void> = new Map([
  ['LIKE', warnLike],
  ['CONTAINS', warnLike],
  ['IN', (scanner, end) => warnMembership(scanner, end, [])],
  ['IS', warnNull],
  ['BETWEEN', (scanner, end) => warnBetween(scanner, end, [])],
])

/** `service LIKE '%web%'`, `service in (a, b)`: the word before this one looks like a field. */
export function checkSqlWord(scanner: SearchScanner, word: string, end: number): void {
  words.get(word.toUpperCase())?.(scanner, end)
}

function warnLike(scanner: SearchScanner, end: number): void {
  const valueStart = afterBlanks(scanner.text, end)
  const value = literalAt(scanner.text, valueStart)
  const isPart = scanner.text[end - 1]!.toUpperCase() === 'S'
  // In prose, `like` and `contains` are words like others.
  if (!/["'/%*]/.test(scanner.text.slice(valueStart, value.end))) return
  const pattern = (isPart ? `/${value.text}/` : value.text)
    .replace(/^\/(?:\.\*)?(.*?)(?:\.\*)?\/$/, '*$1*')
    .replaceAll('%', '*')
    .replaceAll(' ', '?')
  warn(
    scanner,
    scanner.bareStart,
    end,
    'search/sql-comparison',
    '`LIKE` is searched for as a word; there is no such operator here.',
    'Write `field:pattern`, where `*` stands for any text and `?` for one character.',
    value.text !== '' && [edit(scanner, scanner.bareEnd, value.end, `:${pattern}`)],
  )
}

/** `@http.status_code BETWEEN 500 AND 599` */
function warnBetween(scanner: SearchScanner, end: number, negation: readonly TextEdit[]): void {
  const { text, bareStart, bareEnd } = scanner
  const written = text.slice(end, end + lookahead)
  const [whole, lower, upper] = /^\s+([\w.*-]+)\s+(?:AND|and|TO|to)\s+([\w.*-]+)/.exec(written) ?? []
  if (whole === undefined) return
  const range = `:[${lower} TO ${upper}]`
  warn(
    scanner,
    bareStart,
    end + whole.length,
    'search/sql-comparison',
    `\`BETWEEN\` is searched for as a word; there is no such operator here.`,
    `Write \`${negation.length > 0 ? '-' : ''}${text.slice(bareStart, bareEnd)}${range}\`.`,
    [...negation, edit(scanner, bareEnd, end + whole.length, range)],
  )
}

/** `@user.id IS NULL`, `@user.id is not null` */
function warnNull(scanner: SearchScanner, end: number): void {
  const { text, bareStart, bareEnd } = scanner
  const [whole, exists] = /^\s+(not\s+)?null\b/i.exec(text.slice(end, end + lookahead)) ?? []
  if (whole === undefined) return
  const sign = exists === undefined ? '-' : ''
  warn(
    scanner,
    bareStart,
    end + whole.length,
    'search/sql-comparison',
    '`IS NULL` is searched for as words; there is no such operator here.',
    `Write \`${sign}${text.slice(bareStart, bareEnd)}:*\`.`,
    [
      ...(exists === undefined ? [edit(scanner, bareStart, bareStart, '-')] : []),
      edit(scanner, bareEnd, end + whole.length, ':*'),
    ],
  )
}

/** `service NOT IN (a, b)`, `@x NOT BETWEEN 1 AND 2`; `end` is where `NOT` ends. */
export function checkNotIn(scanner: SearchScanner, end: number): void {
  const { text, bareStart } = scanner
  const at = afterBlanks(text, end)
  const negation = [edit(scanner, bareStart, bareStart, '-')]
  if (isWordAt(text, at, 'IN')) warnMembership(scanner, at + 2, negation)
  else if (isWordAt(text, at, 'BETWEEN')) warnBetween(scanner, at + 'BETWEEN'.length, negation)
}

function isWordAt(text: string, at: number, word: string): boolean {
  const end = at + word.length
  return text.slice(at, end).toUpperCase() === word && endsWord(text, end)
}

/** A list of SQL, if one stands behind `end`. */
function warnMembership(scanner: SearchScanner, end: number, negation: readonly TextEdit[]): void {
  const open = afterBlanks(scanner.text, end)
  if (scanner.text[open] !== '(') return
  const inner = scanner.text.slice(open + 1, open + lookahead)
  const close = inner.indexOf(')')
  const list = `:(${orList(inner.slice(0, close))})`
  warn(
    scanner,
    scanner.bareStart,
    end,
    'search/sql-comparison',
    '`IN` is searched for as a word; there is no such operator here.',
    'Write `field:(a OR b)`.',
    close !== -1 && [...negation, edit(scanner, scanner.bareEnd, open + 2 + close, list)],
  )
}

function orList(inner: string): string {
  const values = inner.split(',').map(value => value.trim().replaceAll("'", '"'))
  return values.filter(value => value !== '').join(' OR ')
}

/** `status = 'error'`, `status != 5`, `status <> 5`; the scanner stands at the sign, and behind the value afterwards. */
export function reportForeignOperator(scanner: SearchScanner): Opaque {
  const { text } = scanner
  const start = scanner.at
  const operator = operatorAt(text, start)
  const value = literalAt(text, afterBlanks(text, start + operator.length))
  scanner.at = Math.max(value.end, start + operator.length)
  const isNegated = operator.startsWith('!') || operator === '<>'
  fail(
    scanner,
    start,
    start + operator.length,
    'search/sql-comparison',
    `\`${operator}\` is no operator of searches.`,
    `Write \`${isNegated ? '-field:value' : 'field:value'}\`, or put the text in quotes to search for it.`,
    value.text !== '' && scanner.bareStart !== -1 && comparisonRepair(scanner, isNegated, value),
  )
  scanner.bareStart = -1
  const node = text.slice(start, scanner.at)
  return { kind: 'opaque', span: spanBetween(scanner, start, scanner.at), text: node }
}

function comparisonRepair(scanner: SearchScanner, isNegated: boolean, value: Literal): TextEdit[] {
  const written = isName(value.text, 0, value.text.length)
    ? value.text
    : `"${value.text.replaceAll('"', '\\"')}"`
  const colon = edit(scanner, scanner.bareEnd, value.end, `:${written}`)
  return isNegated ? [edit(scanner, scanner.bareStart, scanner.bareStart, '-'), colon] : [colon]
}

interface Literal {
  /** Without its quotes. */
  readonly text: string
  readonly end: number
}

/** A value of SQL: in single or double quotes, or a bare word. */
function literalAt(text: string, start: number): Literal {
  const quote = text[start]
  if (quote === "'" || quote === '"') {
    const close = text.slice(start + 1, start + lookahead).indexOf(quote)
    if (close !== -1) return { text: text.slice(start + 1, start + 1 + close), end: start + close + 2 }
  }
  let end = start
  while (end < text.length && !isBlank(text.charCodeAt(end)) && !'()[]{}"'.includes(text[end]!)) end += 1
  return { text: text.slice(start, end), end }
}
