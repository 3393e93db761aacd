import type { TextEdit } from '../../diagnostic/index.js'
import type { Opaque } from '../node.js'
import { isBlank, isNameCharacter, mark } from './characters.js'
import {
  afterBlanks,
  boundEnd,
  connectiveAt,
  edit,
  endsWord,
  isName,
  report,
  type SearchScanner,
  spanBetween,
} from './lexer.js'
import { withoutLookalikes } from './lookalikes.js'
import { checkStage } from './stages.js'

/** How far ahead a guess looks for the end of a value in single quotes or a list; a fixed limit keeps reading linear. */
const lookahead = 120

/** A word without a field: does it come from another query language? `bareStart` still tells of the word before it. */
export function checkBareWord(scanner: SearchScanner, start: number, end: number, marks: number): void {
  if (marks === 0 && (end - start <= 4 || end - start === longestKeyword)) checkKeyword(scanner, start, end)
  if (scanner.text.charCodeAt(start) === 47) warnRegularExpression(scanner, start, end)
  if ((marks & mark.lookalike) !== 0) warnLookalikes(scanner, start, end)
  if ((marks & mark.foreign) === 0) return
  if (!checkAssignment(scanner, start, end) && !checkPipe(scanner, start, end))
    checkPunctuation(scanner, start, end)
}

/** The value of a field that is a word, from `valueStart` to where the scanner stands. */
export function checkFieldValue(
  scanner: SearchScanner,
  start: number,
  valueStart: number,
  marks: number,
): void {
  const end = scanner.at
  const first = scanner.text.charCodeAt(valueStart)
  if (first === 45) warnLeadingMinus(scanner, valueStart)
  else if (first === 47) warnRegularExpression(scanner, valueStart, end)
  else if (first >= 48 && first <= 57) checkDottedRange(scanner, valueStart, end)
  if ((marks & mark.lookalike) !== 0) warnLookalikes(scanner, start, end)
  if ((marks & mark.foreign) === 0) return
  if (first === 33) warnNegatedValue(scanner, start, valueStart)
  else if (first === 61) reportEqualsBehindColon(scanner, valueStart)
  checkPunctuation(scanner, valueStart, end)
}

const keywords = new Map([
  ['or', 'OR'],
  ['Or', 'OR'],
  ['and', 'AND'],
  ['And', 'AND'],
  ['not', 'NOT'],
  ['Not', 'NOT'],
])

/** `BETWEEN` */
const longestKeyword = 7

function checkKeyword(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  const hasField = scanner.bareStart !== -1
  if (hasField && (word === 'LIKE' || word === 'like')) warnLike(scanner, end)
  else if (hasField && (word === 'IN' || word === 'in')) warnIn(scanner, end)
  else if (hasField && (word === 'BETWEEN' || word === 'between')) warnBetween(scanner, end, [])
  const meant = keywords.get(word)
  if (meant !== undefined) checkLowerCase(scanner, start, end, meant)
}

function checkLowerCase(scanner: SearchScanner, start: number, end: number, meant: string): void {
  const { text } = scanner
  const word = text.slice(start, end)
  const next = afterBlanks(text, end)
  const hasNext = next < text.length && text[next] !== ')'
  const hasPrevious = start > 0 && text[start - 1] !== '('
  if (!hasNext || (meant !== 'NOT' && !hasPrevious)) return
  report(scanner, start, end, {
    severity: 'warning',
    code: 'search/lower-case-operator',
    message: `\`${word}\` is searched for as a word, because operators are written in capital letters.`,
    hint: `Write \`${meant}\`, or quote the word when the text itself is meant.`,
    repair: [edit(scanner, start, end, meant)],
  })
}

function warnLike(scanner: SearchScanner, end: number): void {
  const valueStart = afterBlanks(scanner.text, end)
  const value = literalAt(scanner.text, valueStart)
  const pattern = value.text.replaceAll('%', '*').replaceAll(' ', '?')
  report(scanner, scanner.bareStart, end, {
    severity: 'warning',
    code: 'search/sql-comparison',
    message: '`LIKE` is searched for as a word; there is no such operator here.',
    hint: 'Write `field:pattern`, where `*` stands for any text and `?` for one character.',
    ...(value.text !== '' && { repair: [edit(scanner, scanner.bareEnd, value.end, `:${pattern}`)] }),
  })
}

/** `@http.status_code BETWEEN 500 AND 599` */
function warnBetween(scanner: SearchScanner, end: number, negation: readonly TextEdit[]): void {
  const { text, bareStart, bareEnd } = scanner
  const written = text.slice(end, end + lookahead)
  const [whole, lower, upper] = /^\s+([\w.*-]+)\s+(?:AND|and|TO|to)\s+([\w.*-]+)/.exec(written) ?? []
  if (whole === undefined) return
  const range = `:[${lower} TO ${upper}]`
  report(scanner, bareStart, end + whole.length, {
    severity: 'warning',
    code: 'search/sql-comparison',
    message: `\`BETWEEN\` is searched for as a word; there is no such operator here.`,
    hint: `Write \`${negation.length > 0 ? '-' : ''}${text.slice(bareStart, bareEnd)}${range}\`.`,
    repair: [...negation, edit(scanner, bareEnd, end + whole.length, range)],
  })
}

function warnIn(scanner: SearchScanner, end: number): void {
  warnMembership(scanner, end, [])
}

/** `service NOT IN (a, b)`, `@x NOT BETWEEN 1 AND 2`; `end` is where `NOT` ends. */
export function checkNotIn(scanner: SearchScanner, end: number): void {
  const { text, bareStart } = scanner
  const at = afterBlanks(text, end)
  const negation = [edit(scanner, bareStart, bareStart, '-')]
  if (isWordAt(text, at, 'IN')) warnMembership(scanner, at + 2, negation)
  else if (isWordAt(text, at, 'BETWEEN')) warnBetween(scanner, at + longestKeyword, negation)
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
  report(scanner, scanner.bareStart, end, {
    severity: 'warning',
    code: 'search/sql-comparison',
    message: '`IN` is searched for as a word; there is no such operator here.',
    hint: 'Write `field:(a OR b)`.',
    ...(close !== -1 && { repair: [...negation, edit(scanner, scanner.bareEnd, open + 2 + close, list)] }),
  })
}

function orList(inner: string): string {
  const values = inner.split(',').map(value => value.trim().replaceAll("'", '"'))
  return values.filter(value => value !== '').join(' OR ')
}

/** `key=value`, `key!=value`: both are legal or near-legal words, and hardly ever what is meant. */
function checkAssignment(scanner: SearchScanner, start: number, end: number): boolean {
  const { text } = scanner
  let sign = start
  while (sign < end && isName(text, sign, sign + 1)) sign += 1
  // `@` begins the name of an attribute and is no name character elsewhere.
  if (sign === start && text.charCodeAt(start) === 64) {
    sign += 1
    while (sign < end && isName(text, sign, sign + 1)) sign += 1
  }
  const operator = operatorAt(text, sign).slice(0, end - sign)
  if (sign === start || !operator.includes('=') || operator.includes('<') || operator.includes('>'))
    return false
  const isNegated = operator.startsWith('!')
  const valueStart = sign + operator.length
  report(scanner, start, end, {
    severity: isNegated ? 'error' : 'warning',
    code: 'search/equals-sign',
    message: `\`${operator}\` does not compare a field with a value; this is read as one word.`,
    hint: `Write \`${isNegated ? '-' : ''}field:value\`.`,
    repair: [...(isNegated ? [edit(scanner, start, start, '-')] : []), edit(scanner, sign, valueStart, ':')],
  })
  return true
}

function operatorAt(text: string, from: number): string {
  let at = from
  while (at < from + 3 && '=!<>~'.includes(text[at] ?? ' ')) at += 1
  return text.slice(from, at)
}

function checkPipe(scanner: SearchScanner, start: number, end: number): boolean {
  if (end !== start + 1) return false
  const sign = scanner.text[start]
  if (sign !== '|' && sign !== '&') return false
  if (sign === '|' && checkStage(scanner, start)) return true
  const meant = sign === '|' ? 'OR' : 'AND'
  report(scanner, start, end, {
    severity: 'warning',
    code: 'search/single-sign',
    message: `A single \`${sign}\` is searched for as text; a search has no pipe and no stages.`,
    hint: `Write \`${meant}\` (or \`${sign}${sign}\`) to join two searches; count and group in the query around the search.`,
    repair: [edit(scanner, start, end, meant)],
  })
  return true
}

/** `@code:500..599` */
function checkDottedRange(scanner: SearchScanner, start: number, end: number): void {
  const [, lower, upper] =
    /^(\d+(?:\.\d+)?)\.\.\.?(\d+(?:\.\d+)?)$/.exec(scanner.text.slice(start, end)) ?? []
  if (lower === undefined) return
  const meant = `[${lower} TO ${upper}]`
  report(scanner, start, end, {
    severity: 'warning',
    code: 'search/dotted-range',
    message: 'A range is written in brackets; this is searched for as text.',
    hint: `Write \`${meant}\`.`,
    repair: [edit(scanner, start, end, meant)],
  })
}

/** Commas and Lucene's `~` and `^` in a word or value. */
function checkPunctuation(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  const comma = commaBeforeField(word)
  const boost = boostStart(word)
  if (word.endsWith(',') && !word.endsWith('\\,')) warnTrailingComma(scanner, end)
  else if (comma !== -1) warnCommaBetween(scanner, start + comma)
  else if (boost > 0) warnBoost(scanner, start, end, boost)
}

function warnTrailingComma(scanner: SearchScanner, end: number): void {
  const meant = scanner.inField ? ' OR' : ''
  report(scanner, end - 1, end, {
    severity: 'warning',
    code: 'search/comma',
    message: 'A comma does not separate searches; it belongs to the word before it.',
    hint: scanner.inField
      ? 'Write `OR` between the values.'
      : 'Write a blank or `AND` where both must match, `OR` where one is enough.',
    repair: [edit(scanner, end - 1, end, meant)],
  })
}

/** Offset of a comma that is followed by `name:`, or -1. */
function commaBeforeField(word: string): number {
  const colon = word.lastIndexOf(':')
  const comma = colon === -1 ? -1 : word.lastIndexOf(',', colon)
  if (comma === -1 || word[comma - 1] === '\\') return -1
  const nameStart = word[comma + 1] === '@' ? comma + 2 : comma + 1
  return isName(word, nameStart, colon) ? comma : -1
}

function warnCommaBetween(scanner: SearchScanner, comma: number): void {
  report(scanner, comma, comma + 1, {
    severity: 'warning',
    code: 'search/comma',
    message: 'A comma does not separate searches; what follows it is read as part of the value.',
    hint: 'Write a blank or `AND` where both must match, `OR` where one is enough.',
    repair: [edit(scanner, comma, comma + 1, ' ')],
  })
}

/** Offset of `~`, `~2`, `^3` at the end of a word, or -1. */
function boostStart(word: string): number {
  let at = word.length
  while (at > 0 && '0123456789.'.includes(word[at - 1]!)) at -= 1
  const sign = word[at - 1]
  return (sign === '~' || sign === '^') && word[at - 2] !== '\\' ? at - 1 : -1
}

function warnBoost(scanner: SearchScanner, start: number, end: number, boost: number): void {
  report(scanner, start + boost, end, {
    severity: 'warning',
    code: 'search/lucene-suffix',
    message: 'Fuzzy search (`~`) and weights (`^`) of Lucene do not exist here.',
    hint: 'Leave it out; use `*` and `?` for texts that are only partly known.',
    repair: [edit(scanner, start + boost, end, '')],
  })
}

function warnLookalikes(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  const meant = withoutLookalikes(word)
  if (meant === undefined) return
  report(scanner, start, end, {
    severity: 'warning',
    code: 'search/full-width',
    message: 'Full-width punctuation is searched for as text; only its ASCII form has a meaning.',
    hint: `Write \`${meant}\`.`,
    repair: [edit(scanner, start, end, meant)],
  })
}

/** `status:!error` */
function warnNegatedValue(scanner: SearchScanner, start: number, valueStart: number): void {
  report(scanner, valueStart, valueStart + 1, {
    severity: 'warning',
    code: 'search/exclamation-mark',
    message: '`!` does not negate a value.',
    hint: 'Write `-` directly before the field.',
    repair: [edit(scanner, start, start, '-'), edit(scanner, valueStart, valueStart + 1, '')],
  })
}

/** `!status:error`; the scanner stands behind the clause. */
export function warnBang(scanner: SearchScanner, start: number): void {
  report(scanner, start, scanner.at, {
    severity: 'warning',
    code: 'search/exclamation-mark',
    message: '`!` is no operator of searches, so what this matches is uncertain.',
    hint: 'Write `-` or `NOT ` to negate.',
    repair: [edit(scanner, start, start + 1, '-')],
  })
}

/** `- status:error` */
export function warnBlankAfterMinus(scanner: SearchScanner, start: number): void {
  const next = afterBlanks(scanner.text, start + 1)
  if (next >= scanner.text.length) return
  report(scanner, start, next, {
    severity: 'warning',
    code: 'search/blank-after-minus',
    message: 'This `-` stands alone, and still negates the search behind it.',
    hint: 'Write `-` directly before what it negates, or `\\-` to search for the sign.',
    repair: [edit(scanner, start + 1, next, '')],
  })
}

/** `@balance:-5` */
function warnLeadingMinus(scanner: SearchScanner, at: number): void {
  report(scanner, at, at + 1, {
    severity: 'warning',
    code: 'search/leading-minus',
    message: 'A value that begins with `-` needs a backslash before it.',
    hint: 'Write `\\-`.',
    repair: [edit(scanner, at, at, '\\')],
  })
}

/** `@duration:=5`, `@duration:=>5` */
function reportEqualsBehindColon(scanner: SearchScanner, at: number): void {
  const next = scanner.text[at + 1]
  const isSwapped = next === '>' || next === '<'
  const end = isSwapped || next === '=' ? at + 2 : at + 1
  report(scanner, at, end, {
    severity: 'error',
    code: 'search/equals-sign',
    message: isSwapped ? `\`=${next}\` is no comparison.` : 'The colon already means “equals”.',
    hint: isSwapped ? `Write \`${next}=\`.` : 'Leave the `=` out.',
    repair: [edit(scanner, at, end, isSwapped ? `${next}=` : '')],
  })
}

/** `message:/err.*\/`: only what looks like a pattern; paths begin with a slash too. */
function warnRegularExpression(scanner: SearchScanner, start: number, end: number): void {
  const { text } = scanner
  if (end - start < 3 || text[end - 1] !== '/' || text[end - 2] === '\\') return
  const pattern = text.slice(start + 1, end - 1)
  if (!pattern.includes('.*') && !pattern.includes('.+') && !pattern.includes('\\d')) return
  const wildcard = pattern.replaceAll('.*', '*')
  const isPlain = [...wildcard].every(character => character === '*' || isName(character, 0, 1))
  report(scanner, start, end, {
    severity: 'warning',
    code: 'search/regular-expression',
    message: 'Searches know no regular expressions; this is read as a text with wildcards.',
    hint: 'Write `*` for any text and `?` for one character, without slashes around it.',
    ...(isPlain && { repair: [edit(scanner, start, end, wildcard)] }),
  })
}

/** `'error'`; the scanner stands somewhere behind the first quote. */
export function warnSingleQuotes(scanner: SearchScanner, start: number): void {
  const inner = scanner.text.slice(start + 1, start + lookahead)
  const close = closingSingleQuote(inner)
  if (close <= 0) return
  const at = start + 1 + close
  report(scanner, start, at + 1, {
    severity: 'warning',
    code: 'search/single-quotes',
    message: 'Single quotes are searched for as text; they do not make a phrase.',
    hint: 'Write double quotes.',
    repair: [edit(scanner, start, start + 1, '"'), edit(scanner, at, at + 1, '"')],
  })
}

/** Offset of a single quote that ends a word, or -1: an apostrophe inside a word closes nothing. */
function closingSingleQuote(inner: string): number {
  for (let at = 0; at < inner.length; at += 1) {
    if ("'\u2018\u2019".includes(inner[at]!) && endsWord(inner, at + 1)) return at
  }
  return -1
}

/** `message:"*timed out*"` */
export function warnWildcardInQuotes(scanner: SearchScanner, open: number, end: number): void {
  const inner = scanner.text.slice(open + 1, end - 1)
  const meant = inner.replaceAll(' ', '?')
  const isPlain = [...meant].every(character => '*?'.includes(character) || isName(character, 0, 1))
  report(scanner, open, end, {
    severity: 'warning',
    code: 'search/wildcard-in-quotes',
    message: 'Between quotes `*` is searched for as text; it does not stand for anything else.',
    hint: 'Leave the quotes out, and write `?` for every blank.',
    ...(isPlain && { repair: [edit(scanner, open, end, meant)] }),
  })
}

/** `service:web error`: legal, and read as two searches; people who expect one value learn it here. */
export function checkFollowingWord(scanner: SearchScanner, start: number, colon: number): void {
  const { text, at } = scanner
  if (text.charCodeAt(at) !== 32) return
  let end = at + 1
  while (isNameCharacter(text.charCodeAt(end))) end += 1
  if (end === at + 1 || !endsWord(text, end) || text.charCodeAt(end) === 40) return
  if (text.charCodeAt(at + 1) === 45 || connectiveAt(text, at + 1) !== undefined) return
  const word = text.slice(at + 1, end)
  if (word === 'NOT' || word === 'IN' || keywords.has(word)) return
  report(scanner, start, end, {
    severity: 'info',
    code: 'search/word-after-value',
    message: `The value of \`${text.slice(start, colon)}\` ends at the blank; \`${word}\` is searched for in the text of the event.`,
    hint: 'Put the value in double quotes if the blank belongs to it.',
  })
}

/** `@duration > 5`, `@duration>5`: the comparison has no field, though a word before it looks like one. */
export function warnMissingColon(scanner: SearchScanner, start: number): void {
  const field = scanner.text.slice(scanner.bareStart, scanner.bareEnd)
  const sign = operatorAt(scanner.text, start)
  const valueStart = afterBlanks(scanner.text, start + sign.length)
  const end = boundEnd(scanner.text, valueStart)
  const repair: TextEdit[] = [edit(scanner, scanner.bareEnd, start, ':')]
  if (valueStart > start + sign.length) repair.push(edit(scanner, start + sign.length, valueStart, ''))
  report(scanner, scanner.bareStart, end, {
    severity: 'warning',
    code: 'search/missing-colon',
    message: `\`${sign}\` compares nothing here, because there is no colon between it and \`${field}\`.`,
    hint: `Write \`${field}:${sign}…\`.`,
    repair,
  })
}

/** `status = 'error'`, `status != 5`, `status <> 5`; the scanner stands at the sign, and behind the value afterwards. */
export function reportForeignOperator(scanner: SearchScanner): Opaque {
  const { text } = scanner
  const start = scanner.at
  const operator = operatorAt(text, start)
  const value = literalAt(text, afterBlanks(text, start + operator.length))
  scanner.at = Math.max(value.end, start + operator.length)
  const isNegated = operator.startsWith('!') || operator === '<>'
  report(scanner, start, start + operator.length, {
    severity: 'error',
    code: 'search/sql-comparison',
    message: `\`${operator}\` is no operator of searches.`,
    hint: `Write \`${isNegated ? '-field:value' : 'field:value'}\`, or put the text in quotes to search for it.`,
    ...(value.text !== '' &&
      scanner.bareStart !== -1 && { repair: comparisonRepair(scanner, isNegated, value) }),
  })
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
