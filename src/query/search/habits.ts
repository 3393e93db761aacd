import { isNameCharacter, mark } from './characters.js'
import {
  afterBlanks,
  boundEnd,
  connectiveAt,
  edit,
  endsWord,
  fail,
  isName,
  lookahead,
  operatorAt,
  report,
  rewrite,
  type SearchScanner,
  warn,
} from './lexer.js'
import { withoutLookalikes } from './lookalikes.js'
import { checkSqlWord } from './sql.js'
import { checkStage } from './stages.js'

/** A word without a field: does it come from another query language? `bareStart` still tells of the word before it. */
export function checkBareWord(scanner: SearchScanner, start: number, end: number, marks: number): void {
  if (marks === 0 && end - start <= longestKeyword) checkKeyword(scanner, start, end)
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
  else if (first === 47 || first === 94) warnRegularExpression(scanner, valueStart, end)
  else if (first >= 48 && first <= 57) checkNumbers(scanner, start, valueStart, end)
  if ((marks & mark.lookalike) !== 0) warnLookalikes(scanner, start, end)
  if ((marks & mark.foreign) === 0) return
  if (first === 33) warnNegatedValue(scanner, start, valueStart)
  else if (first === 61) reportEqualsBehindColon(scanner, valueStart)
  checkPunctuation(scanner, valueStart, end, true)
}

const lowerCaseOperator = /^(?:[Oo]r|[Aa]nd|[Nn]ot)$/

/** `CONTAINS` */
const longestKeyword = 8

function checkKeyword(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  if (scanner.bareStart !== -1 && checkSqlWord(scanner, word, start)) return
  if (lowerCaseOperator.test(word)) checkLowerCase(scanner, start, end, word)
}

function checkLowerCase(scanner: SearchScanner, start: number, end: number, word: string): void {
  const { text } = scanner
  const meant = word.toUpperCase()
  const next = afterBlanks(text, end)
  const hasNext = next < text.length && text[next] !== ')'
  const hasPrevious = start > 0 && text[start - 1] !== '('
  if (!hasNext || (meant !== 'NOT' && !hasPrevious)) return
  rewrite(
    scanner,
    start,
    end,
    'search/lower-case-operator',
    `\`${word}\` is searched for as a word, because operators are written in capital letters.`,
    meant,
    `Write \`${meant}\`, or quote the word when the text itself is meant.`,
  )
}

/** `key=value`, `key!=value`: both are legal or near-legal words, and hardly ever what is meant. */
function checkAssignment(scanner: SearchScanner, start: number, end: number): boolean {
  const { text } = scanner
  const [, name, operator] = /^(@?[\w.\u0080-\uffff-]+)([=!~]{1,3})/.exec(text.slice(start, end)) ?? []
  if (name === undefined || !operator?.includes('=')) return false
  const sign = start + name.length
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

/** A lone `|` or `&`; `|= "timeout"` of LogQL, where the text itself is the search. */
function checkPipe(scanner: SearchScanner, start: number, end: number): boolean {
  const sign = scanner.text.slice(start, end)
  if (!/^(?:[|&]|\|[=~])$/.test(sign)) return false
  if (sign === '|' && checkStage(scanner, start)) return true
  const isFilter = sign.length > 1
  const meant = isFilter ? '' : sign === '|' ? 'OR' : 'AND'
  const hint = isFilter ? 'Leave it out.' : undefined
  const message = `\`${sign}\` is searched for as text.`
  const after = isFilter ? afterBlanks(scanner.text, end) : end
  rewrite(scanner, start, after, 'search/single-sign', message, meant, hint)
  return true
}

/** `@code:500..599`, `@client.ip:10.0.0.0/8` */
function checkNumbers(scanner: SearchScanner, fieldStart: number, start: number, end: number): void {
  const value = scanner.text.slice(start, end)
  const [, lower, upper] = /^(\d+(?:\.\d+)?)\.\.\.?(\d+(?:\.\d+)?)$/.exec(value) ?? []
  if (lower !== undefined) {
    const message = 'A range is written in brackets; this is searched for as text.'
    rewrite(scanner, start, end, 'search/dotted-range', message, `[${lower} TO ${upper}]`)
  } else if (/^(?:\d+\.){3}\d+\/\d\d?$/.test(value)) {
    const meant = `CIDR(${scanner.text.slice(fieldStart, start - 1)},${value})`
    rewrite(
      scanner,
      fieldStart,
      end,
      'search/range-syntax',
      'A block of addresses is searched for as text.',
      meant,
    )
  }
}

/** What other languages put between values and searches, and Lucene's `~` and `^`, in a word or value. */
function checkPunctuation(
  scanner: SearchScanner,
  start: number,
  end: number,
  isValue = scanner.inField,
): void {
  const word = scanner.text.slice(start, end)
  const boost = word.search(/(?<!\\)[~^][\d.]*$/)
  if (/(?<!\\)[,;]$/.test(word)) warnTrailing(scanner, end)
  else if (!warnBetween(scanner, start, word) && !(isValue && warnList(scanner, start, word)) && boost > 0)
    warnBoost(scanner, start, end, boost)
}

const noSeparator = 'This does not separate searches; it is part of the word that it stands in.'

function warnTrailing(scanner: SearchScanner, end: number): void {
  const { inField, text } = scanner
  const meant = inField && text[afterBlanks(text, end)] !== ')' ? ' OR' : ''
  const hint = inField ? 'Write `OR` between the values.' : blankOrWord
  rewrite(scanner, end - 1, end, 'search/comma', noSeparator, meant, hint)
}

const blankOrWord = 'Write a blank or `AND` where both must match, `OR` where one is enough.'

const separators = /(?<!\\)[,;|+](?=@?[a-z][\w.-]*:)/gi

/** `env:prod,service:web`; the address of a page has `+` for every blank. */
function warnBetween(scanner: SearchScanner, start: number, word: string): boolean {
  const isAddress = scanner.clauseEnd === 0 && start + word.length === scanner.text.length
  const found = [...word.matchAll(separators)].filter(([sign]) => isAddress || sign !== '+')
  for (const { 0: sign, index } of found) {
    rewrite(
      scanner,
      start + index,
      start + index + 1,
      'search/comma',
      noSeparator,
      sign === '|' ? ' OR ' : ' ',
      blankOrWord,
    )
  }
  return found.length > 0
}

/** `status:error,warn`, `status:(error|warn)` */
function warnList(scanner: SearchScanner, start: number, word: string): boolean {
  const isList = /^[\w.*-]+(?:[,;|][\w.*-]+)+$/.test(word)
  const values = word.replace(/[,;|]/g, ' OR ')
  if (isList)
    rewrite(
      scanner,
      start,
      start + word.length,
      'search/comma',
      noSeparator,
      scanner.inField ? values : `(${values})`,
    )
  return isList
}

function warnBoost(scanner: SearchScanner, start: number, end: number, boost: number): void {
  rewrite(
    scanner,
    start + boost,
    end,
    'search/lucene-suffix',
    'Fuzzy search (`~`) and weights (`^`) of Lucene do not exist here.',
    '',
    'Leave it out.',
  )
}

function warnLookalikes(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  const meant = withoutLookalikes(word)
  if (meant === undefined) return
  const message = 'Full-width punctuation is searched for as text.'
  rewrite(scanner, start, end, 'search/full-width', message, meant)
}

/** `status:!error` */
function warnNegatedValue(scanner: SearchScanner, start: number, valueStart: number): void {
  warn(
    scanner,
    valueStart,
    valueStart + 1,
    'search/exclamation-mark',
    '`!` does not negate a value.',
    'Write `-` directly before the field.',
    [edit(scanner, start, start, '-'), edit(scanner, valueStart, valueStart + 1, '')],
  )
}

/** `!status:error`; the scanner stands behind the clause. */
export function warnBang(scanner: SearchScanner, start: number): void {
  warn(
    scanner,
    start,
    scanner.at,
    'search/exclamation-mark',
    '`!` is no operator of searches, so what this matches is uncertain.',
    'Write `-` or `NOT ` to negate.',
    [edit(scanner, start, start + 1, '-')],
  )
}

/** `- status:error` */
export function warnBlankAfterMinus(scanner: SearchScanner, start: number): void {
  const next = afterBlanks(scanner.text, start + 1)
  if (next >= scanner.text.length) return
  warn(
    scanner,
    start,
    next,
    'search/blank-after-minus',
    'This `-` stands alone, and still negates the search behind it.',
    'Write `-` directly before what it negates, or `\\-` to search for the sign.',
    [edit(scanner, start + 1, next, '')],
  )
}

/** `@balance:-5` */
function warnLeadingMinus(scanner: SearchScanner, at: number): void {
  warn(
    scanner,
    at,
    at + 1,
    'search/leading-minus',
    'A value that begins with `-` needs a backslash before it.',
    'Write `\\-`.',
    [edit(scanner, at, at, '\\')],
  )
}

/** `@duration:=5`, `@duration:=>5` */
function reportEqualsBehindColon(scanner: SearchScanner, at: number): void {
  const next = scanner.text[at + 1]
  const isSwapped = next === '>' || next === '<'
  const end = isSwapped || next === '=' ? at + 2 : at + 1
  fail(
    scanner,
    at,
    end,
    'search/equals-sign',
    isSwapped ? `\`=${next}\` is no comparison.` : 'The colon already means “equals”.',
    isSwapped ? `Write \`${next}=\`.` : 'Leave the `=` out.',
    [edit(scanner, at, end, isSwapped ? `${next}=` : '')],
  )
}

/** `message:/err.*\/`, `service:^web`: only what looks like a pattern; paths begin with a slash too. */
function warnRegularExpression(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  const [, pattern, close] = /^(?:\/.*(?:\.[*+]|\\d).*(?<!\\)\/$|\^)/s.test(word)
    ? /^(?:\^|\/\^?)(.*?)(\$?\/?)$/s.exec(word)!
    : []
  if (pattern === undefined) return
  const wildcard = `${pattern.replace(/\.[*+]/g, '*')}${close === '' ? '*' : ''}`.replace('**', '*')
  const isPlain = [...wildcard].every(character => '*/'.includes(character) || isName(character, 0, 1))
  warn(
    scanner,
    start,
    end,
    'search/regular-expression',
    'Searches know no regular expressions.',
    'Write `*` for any text and `?` for one character, without slashes around it.',
    isPlain && [edit(scanner, start, end, wildcard)],
  )
}

/** `'error'`; the scanner stands somewhere behind the first quote. An apostrophe inside a word closes nothing. */
export function warnSingleQuotes(scanner: SearchScanner, start: number): void {
  const [quoted] =
    /^..*?['\u2018\u2019](?=[\s()[\]{}"<>,;]|$)/s.exec(scanner.text.slice(start, start + lookahead)) ?? []
  if (quoted === undefined) return
  const meant = `"${quoted.slice(1, -1)}"`
  const message = 'Single quotes are searched for as text.'
  rewrite(scanner, start, start + quoted.length, 'search/single-quotes', message, meant)
}

/** `message:"*timed out*"` */
export function warnWildcardInQuotes(scanner: SearchScanner, open: number, end: number): void {
  const inner = scanner.text.slice(open + 1, end - 1)
  const meant = inner.replaceAll(' ', '?')
  const isPlain = [...meant].every(character => '*?'.includes(character) || isName(character, 0, 1))
  warn(
    scanner,
    open,
    end,
    'search/wildcard-in-quotes',
    'Between quotes `*` is searched for as text.',
    'Leave the quotes out, and write `?` for every blank.',
    isPlain && [edit(scanner, open, end, meant)],
  )
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
  if (word === 'NOT' || word === 'IN' || lowerCaseOperator.test(word)) return
  report(scanner, start, end, {
    severity: 'info',
    code: 'search/word-after-value',
    message: `The value of \`${text.slice(start, colon)}\` ends at the blank; \`${word}\` is searched for in the text of the event.`,
    hint: 'Put the value in double quotes if the blank belongs to it.',
  })
}

/** `@duration > 5`, `@duration>5`, `@x:>5 AND <9`: no field, though a word or a comparison before it has one. */
export function warnMissingColon(scanner: SearchScanner, start: number): boolean {
  const { text, bareStart, bareEnd, compared } = scanner
  const isBare = bareStart !== -1
  const field = isBare ? text.slice(bareStart, bareEnd) : compared
  if (field === '') return false
  const sign = operatorAt(text, start)
  const signEnd = start + sign.length
  const valueStart = afterBlanks(text, signEnd)
  const colon = isBare ? edit(scanner, bareEnd, start, ':') : edit(scanner, start, start, `${field}:`)
  warn(
    scanner,
    isBare ? bareStart : start,
    boundEnd(text, valueStart),
    'search/missing-colon',
    `\`${sign}\` compares nothing here, because no field with its colon stands before it.`,
    `Write \`${field}:${sign}…\`.`,
    valueStart > signEnd ? [colon, edit(scanner, signEnd, valueStart, '')] : [colon],
  )
  return true
}

/** What stands behind `>`: `1,000`, `5,env:prod` */
export function checkCompared(scanner: SearchScanner, start: number, end: number): void {
  const value = scanner.text.slice(start, end)
  if (/^\d{1,3}(?:,\d{3})+$/.test(value))
    rewrite(scanner, start, end, 'search/comma', noSeparator, value.replaceAll(',', ''))
  else checkPunctuation(scanner, start, end, false)
}
