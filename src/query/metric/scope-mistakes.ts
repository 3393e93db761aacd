import {
  closeBrace,
  closeParenthesis,
  comma,
  dot,
  endOfText,
  equals,
  exclamation,
  isAngle,
  isBlank,
  isDigit,
  isLetter,
  isQuote,
  isTagPart,
  openBrace,
  openParenthesis,
  tilde,
} from '../characters.js'
import type { Opaque } from '../node.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  endOfTag,
  excerpt,
  found,
  insertion,
  peek,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import type { Filter, FilterIn, FilterTag, Scope } from './ast.js'

/** `{}` */
export function emptyScope(scanner: Scanner, start: number): Scope {
  scanner.at += 1
  const span = { start, end: scanner.at }
  report(scanner, 'empty-scope', start, scanner.at, 'The braces hold no scope.', {
    hint: 'Write `{*}` for everything, or a tag such as `{env:prod}`.',
    repair: [replacement(start, scanner.at, '{*}')],
  })
  return { kind: 'scope', span, filter: { kind: 'filter-all', span: { ...span } } }
}

/** Two commas in a row, or one before the closing bracket. */
export function trailingComma(scanner: Scanner, at: number): void {
  report(scanner, 'trailing-comma', at, at + 1, 'Nothing follows this comma.', {
    hint: 'Take the comma away, or write what is missing after it.',
    repair: [replacement(at, at + 1, '')],
  })
}

/** `AND` at the end, `OR OR`, `!` alone: a condition is missing. */
export function blankOperand(scanner: Scanner): Filter {
  const at = scanner.at
  const message = `A condition such as \`env:prod\` is expected here, not ${found(scanner)}.`
  report(scanner, 'expected-filter', at, at + 1, message, {
    hint: 'Write a tag `key:value`, `*`, or take the operator before it away.',
  })
  return { kind: 'opaque', span: { start: at, end: at }, text: '' }
}

/** `And`, `oR` */
export function mixedCaseOperator(scanner: Scanner, word: 'and' | 'or'): void {
  const start = scanner.at
  const end = start + word.length
  const written = scanner.text.slice(start, end)
  const upper = word.toUpperCase()
  if (written === word || written === upper) return
  report(scanner, 'operator-case', start, end, `\`${written}\` is neither \`${upper}\` nor \`${word}\`.`, {
    hint: `Write \`${upper}\`.`,
    repair: [replacement(start, end, upper)],
  })
}

/** `&&` and `||`, or one of them */
export function symbolOperator(scanner: Scanner, symbol: number, word: 'and' | 'or'): void {
  const start = scanner.at
  const end = codeAt(scanner, start + 1) === symbol ? start + 2 : start + 1
  const upper = word.toUpperCase()
  const written = scanner.text.slice(start, end)
  scanner.at = end
  report(scanner, 'symbol-operator', start, end, `\`${written}\` is not an operator of a scope.`, {
    hint: `Write \`${upper}\`.`,
    repair: [replacement(start, end, spacedWord(scanner, start, end, upper))],
  })
}

function spacedWord(scanner: Scanner, start: number, end: number, word: string): string {
  const before = isBlank(codeAt(scanner, start - 1)) ? '' : ' '
  const after = isBlank(codeAt(scanner, end)) ? '' : ' '
  return before + word + after
}

/** What the intake makes of a tag value: https://docs.datadoghq.com/getting_started/tagging/ allows no blanks. */
function asTagValue(text: string): string {
  let value = ''
  for (const character of text.trim()) value += isTagPart(character.charCodeAt(0)) ? character : '_'
  return value === '' ? '*' : value
}

/** `env:"prod"`: the scanner is at the quote, the tag started at `start`. */
export function quotedTagValue(scanner: Scanner, start: number, key: string | undefined): FilterTag {
  const value = readQuotedValue(scanner)
  const end = scanner.at
  const written = key === undefined ? value : `${key}:${value}`
  report(
    scanner,
    'quoted-tag-value',
    start,
    end,
    'Quotes are not used in a scope; they would become part of the value.',
    {
      hint: `Write \`${written}\`.`,
      repair: [replacement(start, end, written)],
    },
  )
  const span = { start, end }
  return key === undefined ? { kind: 'filter-tag', span, value } : { kind: 'filter-tag', span, key, value }
}

/** The text between quotes as a tag value; a quote without its partner ends where the value would. */
function readQuotedValue(scanner: Scanner): string {
  const { text } = scanner
  const quote = text.charCodeAt(scanner.at)
  const from = scanner.at + 1
  let at = from
  while (at < scanner.end && text.charCodeAt(at) !== quote && text.charCodeAt(at) !== closeBrace) at += 1
  const isClosed = text.charCodeAt(at) === quote && at < scanner.end
  const valueEnd = isClosed ? at : endOfTag(scanner, from)
  scanner.at = isClosed ? at + 1 : valueEnd
  const rest = endOfTag(scanner, scanner.at)
  const value = asTagValue(text.slice(from, valueEnd)) + text.slice(scanner.at, rest)
  scanner.at = rest
  return value
}

/** `=`, `==`, `=~` or `!=` as a word of its own. */
export function startsEquals(scanner: Scanner, at: number): boolean {
  const code = codeAt(scanner, at)
  return code === equals || (code === exclamation && isEqualsPart(codeAt(scanner, at + 1)))
}

function isEqualsPart(code: number): boolean {
  return code === equals || code === tilde
}

/** `env=prod`, `env = "prod"`, `env!=prod`, `env=~"prod.*"`: the key starts at `start`. */
export function equalsInTag(scanner: Scanner, start: number): Filter {
  const { text } = scanner
  let keyEnd = start
  while (isTagPart(codeAt(scanner, keyEnd)) && !isOperatorCharacter(codeAt(scanner, keyEnd))) keyEnd += 1
  const operatorAt = afterBlanks(scanner, keyEnd)
  let operatorEnd = operatorAt
  while (isOperatorCharacter(codeAt(scanner, operatorEnd))) operatorEnd += 1
  const operator = text.slice(operatorAt, operatorEnd)
  scanner.at = operatorEnd
  const next = afterBlanks(scanner, operatorEnd)
  if (isQuote(codeAt(scanner, next)) || isTagPart(codeAt(scanner, next))) scanner.at = next
  const raw = readComparedValue(scanner)
  const filter = comparedTag(start, scanner.at, text.slice(start, keyEnd), operator, raw)
  reportEquals(scanner, start, operator, filter)
  return filter
}

function isOperatorCharacter(code: number): boolean {
  return isEqualsPart(code) || code === exclamation
}

/** The text after an operator, quoted or not, as written between the quotes. */
function readComparedValue(scanner: Scanner): string {
  const from = scanner.at
  if (!isQuote(peek(scanner))) {
    scanner.at = endOfTag(scanner, from)
    return scanner.text.slice(from, scanner.at)
  }
  const close = scanner.text.indexOf(scanner.text[from]!, from + 1)
  const isClosed = close !== -1 && close < scanner.end && close - from < 1000
  const valueEnd = isClosed ? close : endOfTag(scanner, from + 1)
  scanner.at = isClosed ? close + 1 : valueEnd
  return scanner.text.slice(from + 1, valueEnd)
}

function comparedTag(start: number, end: number, key: string, operator: string, raw: string): Filter {
  const span = { start, end }
  const isPattern = operator.includes('~')
  const negated = operator.startsWith('!')
  const values = (isPattern ? raw.split('|') : [raw]).map(value =>
    asTagValue(isPattern ? asWildcard(value) : value),
  )
  if (values.length > 1) return { kind: 'filter-in', span, key, values, negated } satisfies FilterIn
  const tag: FilterTag = { kind: 'filter-tag', span, key, value: values[0]! }
  return negated ? { kind: 'filter-not', span: { ...span }, symbol: '!', operand: tag } : tag
}

/** The part of a regular expression that wildcards can say. */
function asWildcard(pattern: string): string {
  return pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\.[*+]|\.{2,}|\[[^\]]*\]\+?/g, '*')
    .replace(/\\/g, '')
}

function reportEquals(scanner: Scanner, start: number, operator: string, filter: Filter): void {
  const end = scanner.at
  const right = filterText(filter)
  const message = operator.includes('~')
    ? `Scopes have no regular expressions; \`${operator}\` is not an operator here.`
    : `A tag is written key:value; \`${operator}\` is not an operator here.`
  report(scanner, 'equals-in-scope', start, end, message, {
    hint: `Write \`${right}\`.`,
    repair: [replacement(start, end, right)],
  })
}

function filterText(filter: Filter): string {
  if (filter.kind === 'filter-in') {
    return `${filter.key} ${filter.negated ? 'NOT ' : ''}IN (${filter.values.join(',')})`
  }
  if (filter.kind === 'filter-not') return `!${filterText(filter.operand)}`
  return filter.kind === 'filter-tag' ? `${filter.key}:${filter.value}` : ''
}

/** `service:(a OR b)`: the scanner is at the parenthesis. */
export function searchGroup(scanner: Scanner, start: number, key: string): Filter {
  const open = scanner.at
  const close = endOfGroup(scanner, open)
  scanner.at = close
  const values = scanner.text
    .slice(open + 1, codeAt(scanner, close - 1) === closeParenthesis ? close - 1 : close)
    .split(/[\s,]+/)
    .filter(word => word !== '' && !/^(or|and)$/i.test(word))
    .map(asTagValue)
  const filter: FilterIn = { kind: 'filter-in', span: { start, end: close }, key, values, negated: false }
  const right = filterText(filter)
  report(
    scanner,
    'search-group-in-scope',
    start,
    close,
    'A group of values after a colon belongs to log searches.',
    {
      hint: `Write \`${right}\`.`,
      repair: [replacement(start, close, right)],
    },
  )
  return filter
}

/** The place after the `)` that closes the `(` at `open`, or before the brace that ends the scope. */
function endOfGroup(scanner: Scanner, open: number): number {
  let depth = 0
  for (let at = open; at < scanner.end; at += 1) {
    const code = scanner.text.charCodeAt(at)
    if (code === openParenthesis) depth += 1
    if (code === closeParenthesis) depth -= 1
    if (depth === 0) return at + 1
    if (code === closeBrace || code === openBrace) return at
  }
  return scanner.end
}

/** A `(` whose group ends with the scope. */
export function unclosedFilterParenthesis(scanner: Scanner, start: number): void {
  const end = beforeBlanks(scanner, scanner.at)
  report(scanner, 'unclosed-parenthesis', start, start + 1, 'This `(` is never closed.', {
    hint: 'Write `)` where the group ends.',
    repair: [insertion(end, ')')],
  })
}

/** `key IN (a,b` without its `)`. */
export function unclosedInList(scanner: Scanner, open: number, at: number): void {
  if (isTagPart(peek(scanner))) {
    const next = scanner.at
    report(
      scanner,
      'missing-comma',
      next,
      endOfTag(scanner, next),
      'The values of a list are separated by commas.',
      {
        hint: 'Write a comma between them.',
        repair: [insertion(at, ',')],
      },
    )
    skipToListEnd(scanner)
    return
  }
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` after the last value.',
    repair: [insertion(at, ')')],
  })
}

function skipToListEnd(scanner: Scanner): void {
  for (; scanner.at < scanner.end; scanner.at += 1) {
    const code = peek(scanner)
    if (code === closeParenthesis) {
      scanner.at += 1
      return
    }
    if (code === closeBrace || code === openBrace) return
  }
}

/**
 * Where the scope that starts at `start` was meant to end, reported, when its `}` is missing: before a `by {`, a method or a
 * comparison, else at the end. Undefined when the scope is closed.
 */
export function endOfUnclosedScope(scanner: Scanner, start: number): number | undefined {
  const { text } = scanner
  let at = start + 1
  while (at < scanner.end && text.charCodeAt(at) !== closeBrace && text.charCodeAt(at) !== openBrace) at += 1
  if (codeAt(scanner, at) === closeBrace) return undefined
  const end = beforeBlanks(scanner, Math.min(at, endOfTags(scanner, start + 1, at)))
  const byEnd = codeAt(scanner, at) === openBrace ? beforeGroupBy(scanner, at, end) : end
  const scopeEnd = Math.max(byEnd, start + 1)
  report(scanner, 'unclosed-brace', start, start + 1, 'This `{` is never closed.', {
    hint: `Write \`${excerpt(scanner, start, scopeEnd)}}\`.`,
    repair: [insertion(scopeEnd, '}')],
  })
  return scopeEnd
}

/** The end of `…` in `… by {`, when the text right before the brace at `brace` is a `by`. */
function beforeGroupBy(scanner: Scanner, brace: number, otherwise: number): number {
  const byEnd = beforeBlanks(scanner, brace)
  const isBy =
    scanner.text.slice(byEnd - 2, byEnd).toLowerCase() === 'by' && isBlank(codeAt(scanner, byEnd - 3))
  return isBy ? Math.min(otherwise, beforeBlanks(scanner, byEnd - 2)) : otherwise
}

/** The first place after `from` that cannot belong to a scope: a comparison, a method, or a parenthesis too many. */
function endOfTags(scanner: Scanner, from: number, limit: number): number {
  let depth = 0
  for (let at = from; at < limit; at += 1) {
    const code = codeAt(scanner, at)
    if (code === openParenthesis) depth += 1
    if (code === closeParenthesis && --depth < 0) return at
    if (isAngle(code)) return at
    if (code === dot && isMethodAt(scanner, at)) return at
    if (code === comma && isArgumentAfter(scanner, at)) return at
  }
  return limit
}

/** `.rollup(`, `.as_count(` */
function isMethodAt(scanner: Scanner, at: number): boolean {
  let next = at + 1
  while (isLetter(codeAt(scanner, next))) next += 1
  return next > at + 1 && codeAt(scanner, next) === openParenthesis
}

/** A comma with a quoted text or a number behind it separates arguments, not tags. */
function isArgumentAfter(scanner: Scanner, at: number): boolean {
  const next = codeAt(scanner, afterBlanks(scanner, at + 1))
  return isQuote(next) || isDigit(next)
}

/** What is wrong with a scope that has its `}` but more in it than the grammar reads up to `trouble`. */
export function closedScopeTrouble(scanner: Scanner, start: number, trouble: number, attempt: Filter): Scope {
  const code = codeAt(scanner, trouble)
  if (code === closeParenthesis) unopenedParenthesis(scanner, trouble)
  else missingOperator(scanner, trouble)
  const close = scanner.text.indexOf('}', start)
  const end = close === -1 ? scanner.end : close
  scanner.at = Math.min(end + 1, scanner.end)
  const span = { start, end: scanner.at }
  return { kind: 'scope', span, filter: code === endOfText ? attempt : wholeFilter(scanner, start + 1, end) }
}

function wholeFilter(scanner: Scanner, from: number, to: number): Opaque {
  const start = afterBlanks(scanner, from)
  const end = Math.max(start, beforeBlanks(scanner, to))
  return { kind: 'opaque', span: { start, end }, text: scanner.text.slice(start, end) }
}

function unopenedParenthesis(scanner: Scanner, at: number): void {
  report(scanner, 'unopened-parenthesis', at, at + 1, 'This `)` closes nothing.', {
    hint: 'Take it away, or write the `(` that belongs to it.',
    repair: [replacement(at, at + 1, '')],
  })
}

/** Datadog stores `{a:1 b:2}`, so this warns only; what it makes of it is not documented. */
function missingOperator(scanner: Scanner, at: number): void {
  const end = Math.max(at + 1, endOfTag(scanner, at))
  const isText = isTagPart(codeAt(scanner, at)) || codeAt(scanner, at) === openParenthesis
  report(
    scanner,
    'missing-operator',
    at,
    end,
    'There is no operator between this and what stands before it.',
    {
      hint: 'Separate the conditions with `AND`, `OR` or a comma; a tag value holds no blanks.',
      severity: isText ? 'warning' : 'error',
      repair: isText ? [insertion(at, 'AND ')] : undefined,
    },
  )
}
