import type { Span } from '../../diagnostic/index.js'
import {
  ampersand,
  asterisk,
  closeBrace,
  closeParenthesis,
  colon,
  comma,
  dollar,
  exclamation,
  isNamePart,
  isQuote,
  isTagPart,
  minus,
  openParenthesis,
  pipe,
} from '../characters.js'
import { fitted } from '../fitted.js'
import {
  afterBlanks,
  beforeBlanks,
  codeAt,
  endOfTag,
  enter,
  leave,
  peek,
  peekAfterBlanks,
  type Scanner,
  standsAt,
} from '../scanner.js'
import type { Filter, FilterIn, FilterTag, FilterVariable, Scope } from './ast.js'
import {
  blankOperand,
  closedScopeTrouble,
  emptyScope,
  endOfUnclosedScope,
  equalsInTag,
  mixedCaseOperator,
  quotedTagValue,
  searchGroup,
  startsEquals,
  symbolOperator,
  trailingComma,
  unclosedFilterParenthesis,
  unclosedInList,
} from './scope-mistakes.js'

/** scope = "{" , ( "*" | filter ) , "}" ; */
export function parseScope(scanner: Scanner): Scope {
  const start = scanner.at
  const known = scanner.diagnostics.length
  scanner.at += 1
  if (standsAt(scanner.text, start + 1, '*}')) return everything(scanner, start)
  if (peekAfterBlanks(scanner) === closeBrace) return emptyScope(scanner, start)
  const filter = parseFilter(scanner)
  if (peekAfterBlanks(scanner) !== closeBrace) return recoverScope(scanner, start, known, filter)
  scanner.at += 1
  return { kind: 'scope', span: { start, end: scanner.at }, filter }
}

/** `{*}`, by far the most frequent scope */
function everything(scanner: Scanner, start: number): Scope {
  scanner.at = start + 3
  const filter: Filter = { kind: 'filter-all', span: { start: start + 1, end: start + 2 } }
  return { kind: 'scope', span: { start, end: start + 3 }, filter }
}

/** Reads a scope again whose end is not where the grammar wants it. `known` diagnostics were there before it. */
function recoverScope(scanner: Scanner, start: number, known: number, attempt: Filter): Scope {
  const trouble = scanner.at
  const end = endOfUnclosedScope(scanner, start)
  if (end === undefined) return closedScopeTrouble(scanner, start, trouble, attempt)
  const missing = scanner.diagnostics.splice(known)
  const { end: textEnd } = scanner
  scanner.at = start + 1
  scanner.end = end
  const filter = parseFilter(scanner)
  scanner.end = textEnd
  scanner.at = end
  if (scanner.diagnostics.length === known) scanner.diagnostics.push(...missing.slice(-1))
  return { kind: 'scope', span: { start, end }, filter }
}

/** filter = or-expr , { "," , or-expr } ; the comma binds loosest */
function parseFilter(scanner: Scanner): Filter {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const first = parseOr(scanner)
  if (peekAfterBlanks(scanner) !== comma) return first
  const operands = [first]
  while (peekAfterBlanks(scanner) === comma) {
    const at = scanner.at
    scanner.at += 1
    const code = peekAfterBlanks(scanner)
    if (code === comma || code === closeBrace || code === closeParenthesis) trailingComma(scanner, at)
    else operands.push(parseOr(scanner))
  }
  return operands.length === 1
    ? first
    : { kind: 'filter-list', span: spanFrom(scanner, start), operands: fitted(operands) }
}

/** From `start` to the scanner; the spans of operands leave out parentheses around them. */
function spanFrom(scanner: Scanner, start: number): Span {
  return { start, end: beforeBlanks(scanner, scanner.at) }
}

/** or-expr = and-expr , { OR , and-expr } ; */
function parseOr(scanner: Scanner): Filter {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const first = parseAnd(scanner)
  if (!skipOperator(scanner, 'or', pipe)) return first
  const operands = [first, parseAnd(scanner)]
  while (skipOperator(scanner, 'or', pipe)) operands.push(parseAnd(scanner))
  return { kind: 'filter-or', span: spanFrom(scanner, start), operands: fitted(operands, 2) }
}

/** and-expr = not-expr , { AND , not-expr } ; */
function parseAnd(scanner: Scanner): Filter {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const first = parseNot(scanner)
  if (!skipOperator(scanner, 'and', ampersand)) return first
  const operands = [first, parseNot(scanner)]
  while (skipOperator(scanner, 'and', ampersand)) operands.push(parseNot(scanner))
  return { kind: 'filter-and', span: spanFrom(scanner, start), operands: fitted(operands, 2) }
}

/** not-expr = ( NOT | "!" ) , not-expr | filter-atom ; */
function parseNot(scanner: Scanner): Filter {
  const code = peekAfterBlanks(scanner)
  const start = scanner.at
  const isSymbol = code === exclamation
  if (!isSymbol && !startsNot(scanner, code)) return parseAtom(scanner, code)
  scanner.at += isSymbol ? 1 : 3
  const operand = enter(scanner) ? parseNot(scanner) : nothing(scanner)
  leave(scanner)
  return { kind: 'filter-not', span: spanFrom(scanner, start), symbol: isSymbol ? '!' : 'NOT', operand }
}

/** The word NOT with something after it that it can deny. */
function startsNot(scanner: Scanner, code: number): boolean {
  if ((code | 0x20) !== 0x6e || !isOperator(scanner, scanner.at, 'not')) return false
  const next = codeAt(scanner, afterBlanks(scanner, scanner.at + 3))
  return next === openParenthesis || next === exclamation || (isTagPart(next) && next !== colon)
}

/** filter-atom = "(" , filter , ")" | in-expr | tag-match | variable | "*" ; */
function parseAtom(scanner: Scanner, code: number): Filter {
  if (code === openParenthesis) return parseGroup(scanner)
  if (isTagPart(code)) return parseTag(scanner)
  if (isQuote(code)) return quotedTagValue(scanner, scanner.at, undefined)
  return blankOperand(scanner)
}

function parseGroup(scanner: Scanner): Filter {
  const start = scanner.at
  scanner.at += 1
  const filter = enter(scanner) ? parseFilter(scanner) : nothing(scanner)
  leave(scanner)
  const code = peekAfterBlanks(scanner)
  if (code === closeParenthesis) scanner.at += 1
  else if (!isTagPart(code) && code !== openParenthesis) unclosedFilterParenthesis(scanner, start)
  return filter
}

function nothing(scanner: Scanner): Filter {
  return { kind: 'opaque', span: { start: scanner.at, end: scanner.at }, text: '' }
}

/** tag-match = tag-key , ":" , tag-value | bare-tag ; in-expr and variable start the same way */
function parseTag(scanner: Scanner): Filter {
  const { text, end } = scanner
  const start = scanner.at
  let at = start
  let colonAt = -1
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (!isTagPart(code)) break
    if (code === colon) {
      if (colonAt === -1) colonAt = at
    } else if (code >= 128) scanner.unusual = true
  }
  scanner.at = at
  if (colonAt === -1) return parseBare(scanner, start, at)
  return tagWithKey(scanner, start, colonAt, colonAt + 1)
}

/** Makes the tag whose value starts at `valueStart` and ends at the scanner, unless more belongs to it. */
function tagWithKey(scanner: Scanner, start: number, colonAt: number, valueStart: number): Filter {
  const key = scanner.text.slice(start, colonAt).trimEnd()
  const code = peek(scanner)
  if (isQuote(code)) return quotedTagValue(scanner, start, key)
  if (scanner.at === valueStart) {
    if (code === openParenthesis) return searchGroup(scanner, start, key)
    return separatedValue(scanner, start, key)
  }
  return tag(start, scanner.at, key, scanner.text.slice(valueStart, scanner.at))
}

/** `env: prod`, or the empty value of `env:`. */
function separatedValue(scanner: Scanner, start: number, key: string): Filter {
  const colonEnd = scanner.at
  const valueStart = afterBlanks(scanner, colonEnd)
  const valueEnd = endOfValue(scanner, valueStart)
  const next = codeAt(scanner, valueStart)
  if (isQuote(next)) {
    scanner.at = valueStart
    return quotedTagValue(scanner, start, key)
  }
  const isEmpty =
    valueEnd === valueStart || isOperator(scanner, valueStart, 'and') || isOperator(scanner, valueStart, 'or')
  if (isEmpty) return tag(start, colonEnd, key, '')
  scanner.at = valueEnd
  return tag(start, valueEnd, key, scanner.text.slice(valueStart, valueEnd))
}

/** The end of the tag characters at `at`, with a note of those that could be punctuation of another keyboard. */
function endOfValue(scanner: Scanner, at: number): number {
  const end = endOfTag(scanner, at)
  for (let index = at; index < end; index += 1)
    if (scanner.text.charCodeAt(index) >= 128) scanner.unusual = true
  return end
}

function tag(start: number, end: number, key: string, value: string): FilterTag {
  return { kind: 'filter-tag', span: { start, end }, key, value }
}

/** What has no colon of its own: `*`, `$variable`, `key IN (…)`, `key :value`, or a bare tag. */
function parseBare(scanner: Scanner, start: number, end: number): Filter {
  const { text } = scanner
  const first = text.charCodeAt(start)
  if (first === asterisk && end === start + 1) return { kind: 'filter-all', span: { start, end } }
  const word = text.slice(start, end)
  if (first === dollar && isVariable(word)) return variable(start, end, word)
  if (word.includes('=') || word.includes('~')) return equalsInTag(scanner, start)
  const next = afterBlanks(scanner, end)
  if (next > end) {
    const list = parseIn(scanner, start, word, next)
    if (list !== undefined) return list
    if (codeAt(scanner, next) === colon) return spacedColon(scanner, start, next)
    if (startsEquals(scanner, next)) return equalsInTag(scanner, start)
  }
  const code = codeAt(scanner, end)
  if (isQuote(code)) return quotedTagValue(scanner, start, undefined)
  return { kind: 'filter-tag', span: { start, end }, value: word }
}

function spacedColon(scanner: Scanner, start: number, colonAt: number): Filter {
  scanner.at = endOfValue(scanner, colonAt + 1)
  return tagWithKey(scanner, start, colonAt, colonAt + 1)
}

/** variable = "$" , var-name , [ ".value" ] ; */
function isVariable(word: string): boolean {
  if (word.length === 1) return false
  for (let index = 1; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (!isNamePart(code) && code !== minus) return false
  }
  return true
}

function variable(start: number, end: number, word: string): FilterVariable {
  const valueOnly = word.length > 7 && word.endsWith('.value')
  const name = valueOnly ? word.slice(1, -6) : word.slice(1)
  return { kind: 'filter-variable', span: { start, end }, name, valueOnly }
}

/** in-expr = tag-key , [ NOT ] , IN , "(" , tag-value , { "," , tag-value } , ")" ; */
function parseIn(scanner: Scanner, start: number, key: string, wordAt: number): FilterIn | undefined {
  const negated = isOperator(scanner, wordAt, 'not')
  const inAt = negated ? afterBlanks(scanner, wordAt + 3) : wordAt
  if (!isOperator(scanner, inAt, 'in')) return undefined
  const open = afterBlanks(scanner, inAt + 2)
  if (codeAt(scanner, open) !== openParenthesis) return undefined
  scanner.at = open + 1
  const values = parseValues(scanner, open)
  return { kind: 'filter-in', span: { start, end: scanner.at }, key, values: fitted(values), negated }
}

function parseValues(scanner: Scanner, open: number): string[] {
  const values: string[] = []
  for (;;) {
    let code = peekAfterBlanks(scanner)
    if (isQuote(code)) values.push(unquoteListValue(scanner))
    else if (isTagPart(code)) values.push(readValue(scanner))
    const at = scanner.at
    code = peekAfterBlanks(scanner)
    if (code === closeParenthesis) {
      scanner.at += 1
      return values
    }
    if (code !== comma) {
      unclosedInList(scanner, open, at)
      return values
    }
    scanner.at += 1
    const next = peekAfterBlanks(scanner)
    if (next === closeParenthesis || next === comma) trailingComma(scanner, scanner.at - 1)
  }
}

function readValue(scanner: Scanner): string {
  const start = scanner.at
  scanner.at = endOfValue(scanner, start)
  return scanner.text.slice(start, scanner.at)
}

function unquoteListValue(scanner: Scanner): string {
  const value = quotedTagValue(scanner, scanner.at, undefined)
  return value.kind === 'filter-tag' ? value.value : ''
}

/** Moves over AND or OR in either case, or over the symbol that other languages have for it. */
function skipOperator(scanner: Scanner, word: 'and' | 'or', symbol: number): boolean {
  const code = peekAfterBlanks(scanner)
  if ((code | 0x20) === word.charCodeAt(0) && isOperator(scanner, scanner.at, word)) {
    mixedCaseOperator(scanner, word)
    scanner.at += word.length
    return true
  }
  if (code !== symbol) return false
  symbolOperator(scanner, symbol, word)
  return true
}

/** The operator word at `at`, in any case, as a word of its own. */
function isOperator(scanner: Scanner, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if ((codeAt(scanner, at + index) | 0x20) !== word.charCodeAt(index)) return false
  }
  return !isTagPart(codeAt(scanner, at + word.length))
}
