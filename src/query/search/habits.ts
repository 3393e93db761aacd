import type { TextEdit } from '../../diagnostic/index.js'
import { isNameCharacter, mark } from './characters.js'
import {
  afterBlanks,
  boundEnd,
  connectiveAt,
  edit,
  endsWord,
  isName,
  lookahead,
  operatorAt,
  report,
  type SearchScanner,
} from './lexer.js'
import { withoutLookalikes } from './lookalikes.js'
import { checkSqlWord } from './sql.js'
import { checkStage } from './stages.js'

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
  if (scanner.bareStart !== -1) checkSqlWord(scanner, word, end)
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
