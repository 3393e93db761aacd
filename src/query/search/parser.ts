import type { Opaque } from '../node.js'
import { pastedAround } from '../pasted.js'
import { requireText } from '../required-text.js'
import type { ParseResult } from '../result.js'
import type { SearchExpression, SearchFunction } from './ast.js'
import { isBlank, isSmartQuote } from './characters.js'
import {
  checkBareWord,
  checkFieldValue,
  checkFollowingWord,
  warnBang,
  warnBlankAfterMinus,
  warnMissingColon,
} from './habits.js'
import {
  afterBlanks,
  connectiveAt,
  depthLimit,
  type SearchScanner,
  scannerOf,
  scanWord,
  skipBlanks,
  spanBetween,
} from './lexer.js'
import {
  reportEmptyGroup,
  reportLonelyConnective,
  reportLonelyModifier,
  reportMissingField,
  reportMissingValue,
  reportQuotedField,
  reportStrayBracket,
  reportTooDeep,
  reportUnclosedGroup,
  warnBlankAfterColon,
} from './problems.js'
import { parseRange } from './range.js'
import { checkSqlWord, reportForeignOperator } from './sql.js'
import { parseComparison, parsePhrase, parseSmartPhrase, wordValue } from './value.js'

/** How a search is read. */
export interface SearchOptions {
  /**
   * Where an offset of this text lies in the text that holds it. A monitor query holds a search between quotes, with every
   * quote inside escaped; spans and repairs then speak of the whole query.
   */
  readonly spanOf?: (offset: number) => number
}

/**
 * Reads an event search: logs, RUM, spans, events, CI, audit. Takes any text and gives its tree with everything that is
 * wrong or doubtful in it; what is broken is skipped, so several faults are found at once. Time is linear in the length.
 *
 * @example
 * parseSearch('service:web @http.status_code:>=500')
 * // → { ok: true, node: { kind: 'search-and', explicit: false, operands: [field, field], … }, diagnostics: [] }
 *
 * @throws TypeError when the text is not a string.
 */
export function parseSearch(text: string, options?: SearchOptions): ParseResult<SearchExpression> {
  requireText(text, 'search')
  const around = options?.spanOf === undefined && mayBePasted.test(text) ? pastedAround(text) : undefined
  if (around !== undefined) return { ok: false, diagnostics: [around] }
  const scanner = scannerOf(text, options?.spanOf)
  skipBlanks(scanner)
  const node = scanner.at === text.length ? emptySearch(scanner) : parseWhole(scanner)
  const diagnostics = scanner.diagnostics.sort((a, b) => a.span!.start - b.span!.start)
  if (!scanner.failed && node !== undefined) return { ok: true, node, diagnostics }
  return node === undefined ? { ok: false, diagnostics } : { ok: false, node, diagnostics }
}

/** An address, or something encoded as in one, or backticks. */
const mayBePasted = /^\s*(?:`|https?:|(?:q(?:uery)?=)?[@\w.-]*%(?:3A|40))/i

/** `search = [ query ]` */
function emptySearch(scanner: SearchScanner): SearchExpression {
  return { kind: 'search-all', span: spanBetween(scanner, 0, scanner.text.length), text: '' }
}

/** The query, and what remains when a `)` closes nothing. */
function parseWhole(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  const first = parseOr(scanner)
  const pieces = first === undefined ? [] : [first]
  while (scanner.at < scanner.text.length) {
    reportStrayBracket(scanner, scanner.at)
    scanner.at += 1
    skipBlanks(scanner)
    const more = scanner.at < scanner.text.length && !isClosing(scanner) ? parseOr(scanner) : undefined
    if (more !== undefined) pieces.push(more)
  }
  return andOf(scanner, start, false, pieces)
}

function isClosing(scanner: SearchScanner): boolean {
  return scanner.text.charCodeAt(scanner.at) === 41
}

/** `query = conjunction , { ( "OR" | "||" ) , conjunction }`: AND binds tighter than OR. */
function parseOr(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  const first = parseAnd(scanner)
  if (connectiveAt(scanner.text, scanner.at) !== 'or') return first
  const operands = parseOperands(scanner, first, 'or')
  if (operands.length < 2) return operands[0]
  return { kind: 'search-or', span: spanBetween(scanner, start, scanner.clauseEnd), operands }
}

/** `conjunction = sequence , { ( "AND" | "&&" ) , sequence }` */
function parseAnd(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  const first = parseSequence(scanner)
  if (connectiveAt(scanner.text, scanner.at) !== 'and') return first
  return andOf(scanner, start, true, parseOperands(scanner, first, 'and'))
}

/** What stands between connectives of one kind; a missing operand is reported once and left out. */
function parseOperands(
  scanner: SearchScanner,
  first: SearchExpression | undefined,
  connective: 'and' | 'or',
): SearchExpression[] {
  const operands = first === undefined ? [] : [first]
  let previous = first
  while (connectiveAt(scanner.text, scanner.at) === connective) {
    const start = scanner.at
    const end = start + connectiveLength(scanner.text, start)
    scanner.at = end
    skipBlanks(scanner)
    const next = connective === 'or' ? parseAnd(scanner) : parseSequence(scanner)
    if (next !== undefined) operands.push(next)
    if (previous === undefined) reportLonelyConnective(scanner, start, end, 'before')
    else if (next === undefined) reportLonelyConnective(scanner, start, end, 'behind')
    // A fault on one side is enough: in `a OR OR b` the second OR is not to blame as well.
    previous = next ?? previous
  }
  return operands
}

function connectiveLength(text: string, at: number): number {
  return text.startsWith('AND', at) ? 3 : 2
}

/** `sequence = clause , { clause }`: clauses side by side must all match. */
function parseSequence(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  scanner.bareStart = -1
  let first: SearchExpression | undefined
  let operands: SearchExpression[] | undefined
  while (!endsSequence(scanner)) {
    const clause = parseClause(scanner)
    scanner.clauseEnd = scanner.at
    skipBlanks(scanner)
    if (clause === undefined) continue
    if (first === undefined) first = clause
    else if (operands === undefined) operands = [first, clause]
    else operands.push(clause)
  }
  return operands === undefined ? first : andOf(scanner, start, false, operands)
}

function endsSequence(scanner: SearchScanner): boolean {
  const { text, at } = scanner
  return at >= text.length || text.charCodeAt(at) === 41 || connectiveAt(text, at) !== undefined
}

function andOf(
  scanner: SearchScanner,
  start: number,
  explicit: boolean,
  operands: readonly SearchExpression[],
): SearchExpression | undefined {
  if (operands.length < 2) return operands[0]
  return { kind: 'search-and', span: spanBetween(scanner, start, scanner.clauseEnd), explicit, operands }
}

/** `clause = [ modifier ] , ( [ field , ":" ] , value | [ field , ":" ] , "(" , query , ")" | function | variable )` */
function parseClause(scanner: SearchScanner): SearchExpression | undefined {
  const { text, at } = scanner
  switch (text.charCodeAt(at)) {
    case 34: // "
      return parsePhraseClause(scanner)
    case 40: // (
      return parseGroup(scanner)
    case 43: // +
      return parsePlus(scanner)
    case 45: // -
      return parseMinus(scanner)
    case 33: // !
      return parseBang(scanner)
    case 60: // <
    case 62: // >
      return parseSign(scanner)
    case 61: // =
      return reportForeignOperator(scanner)
    case 91: // [
    case 123: // {
      return parseRange(scanner, 'clause')
    case 93: // ]
    case 125: // }
      return skipStrayBracket(scanner)
    default:
      return isSmartQuote(text.charCodeAt(at)) ? parseSmartPhrase(scanner) : parseWord(scanner)
  }
}

function skipStrayBracket(scanner: SearchScanner): undefined {
  reportStrayBracket(scanner, scanner.at)
  scanner.at += 1
  return undefined
}

function parsePhraseClause(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  const phrase = parsePhrase(scanner)
  scanner.bareStart = -1
  if (scanner.text.charCodeAt(scanner.at) !== 58) return phrase
  reportQuotedField(scanner, start, scanner.at)
  return parseField(scanner, start, scanner.at, scanner.at + 1)
}

/** `"(" , query , ")"`; the scanner stands at the parenthesis. */
function parseGroup(scanner: SearchScanner): SearchExpression | undefined {
  const open = scanner.at
  if (scanner.depth >= depthLimit) {
    reportTooDeep(scanner, open)
    return undefined
  }
  scanner.depth += 1
  scanner.at = open + 1
  skipBlanks(scanner)
  const isEmpty = isClosing(scanner)
  const node = isEmpty ? undefined : parseOr(scanner)
  scanner.depth -= 1
  if (isClosing(scanner)) scanner.at += 1
  else reportUnclosedGroup(scanner, open, scanner.clauseEnd > open ? scanner.clauseEnd : scanner.text.length)
  scanner.bareStart = -1
  if (!isEmpty) return node
  reportEmptyGroup(scanner, open, scanner.at)
  return opaqueOf(scanner, open, scanner.at)
}

/** `modifier = "+"`: says nothing that is not so without it. */
function parsePlus(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  while (scanner.text.charCodeAt(scanner.at) === 43) {
    scanner.at += 1
    skipBlanks(scanner)
  }
  if (!endsSequence(scanner)) return parseClause(scanner)
  reportLonelyModifier(scanner, start, start + 1)
  return opaqueOf(scanner, start, start + 1)
}

/** `modifier = "-"` */
function parseMinus(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  if (isBlank(scanner.text.charCodeAt(start + 1))) warnBlankAfterMinus(scanner, start)
  return parseNegated(scanner, start, start + 1, '-')
}

/** `modifier , clause`, the modifier read already. */
function parseNegated(
  scanner: SearchScanner,
  start: number,
  end: number,
  symbol: 'NOT' | '-',
): SearchExpression | undefined {
  if (scanner.depth >= depthLimit) {
    reportTooDeep(scanner, start)
    return undefined
  }
  scanner.at = end
  scanner.bareStart = -1
  skipBlanks(scanner)
  const reports = scanner.diagnostics.length
  scanner.depth += 1
  const operand = endsSequence(scanner) ? undefined : parseClause(scanner)
  scanner.depth -= 1
  scanner.bareStart = -1
  if (operand !== undefined) {
    return { kind: 'search-not', span: spanBetween(scanner, start, scanner.at), symbol, operand }
  }
  // What is broken inside was reported by whoever read it.
  if (scanner.diagnostics.length === reports) reportLonelyModifier(scanner, start, end)
  return opaqueOf(scanner, start, end)
}

/**
 * `!clause`: no operator of this language, yet accounts hold such searches. It is kept as it stands, because what it does
 * there is not what it says.
 */
function parseBang(scanner: SearchScanner): SearchExpression | undefined {
  const start = scanner.at
  if (scanner.text.charCodeAt(start + 1) === 61) return reportForeignOperator(scanner)
  if (scanner.depth >= depthLimit) {
    reportTooDeep(scanner, start)
    return undefined
  }
  scanner.at = start + 1
  scanner.bareStart = -1
  skipBlanks(scanner)
  if (endsSequence(scanner)) {
    reportLonelyModifier(scanner, start, start + 1)
    return opaqueOf(scanner, start, start + 1)
  }
  scanner.depth += 1
  parseClause(scanner)
  scanner.depth -= 1
  scanner.bareStart = -1
  warnBang(scanner, start)
  return opaqueOf(scanner, start, scanner.at)
}

/** What could not be read, so that its neighbours need not miss it. */
function opaqueOf(scanner: SearchScanner, start: number, end: number): Opaque {
  return { kind: 'opaque', span: spanBetween(scanner, start, end), text: scanner.text.slice(start, end) }
}

/** A comparison without a field: legal, and hardly ever meant when there is a word before it. */
function parseSign(scanner: SearchScanner): SearchExpression | undefined {
  const { at } = scanner
  if (scanner.text.startsWith('<>', at)) return reportForeignOperator(scanner)
  // The blank behind the sign is part of that warning.
  return parseComparison(scanner, { blankReported: !scanner.inField && warnMissingColon(scanner, at) })
}

/** A word: `AND`-less keyword, variable, function, term, or the field of what follows. */
function parseWord(scanner: SearchScanner): SearchExpression | undefined {
  const { text } = scanner
  const start = scanner.at
  scanWord(scanner)
  const { at: end, colon, marks } = scanner
  if (colon === start) return parseFieldless(scanner, start, end)
  if (colon !== -1) return parseField(scanner, start, colon, end)
  const length = end - start
  if (length === 3 && text.startsWith('NOT', start)) {
    if (scanner.bareStart !== -1) checkSqlWord(scanner, 'NOT', start)
    return parseNegated(scanner, start, end, 'NOT')
  }
  if (text.charCodeAt(end) === 40 && length === 4 && text.startsWith('CIDR', start))
    return parseFunction(scanner, start, end)
  const node = wordValue(scanner, start, end)
  checkBareWord(scanner, start, end, marks)
  scanner.bareStart = start
  scanner.bareEnd = end
  return node
}

function parseFieldless(scanner: SearchScanner, start: number, end: number): SearchExpression | undefined {
  reportMissingField(scanner, start, end)
  scanner.bareStart = -1
  return end > start + 1 ? wordValue(scanner, start + 1, end) : opaqueOf(scanner, start, end)
}

/** `field , ":" , ( value | "(" , query , ")" )`; `end` is where the word ends that holds the field. */
function parseField(
  scanner: SearchScanner,
  start: number,
  colon: number,
  end: number,
): SearchExpression | undefined {
  const { marks } = scanner
  const isInWord = end > colon + 1 && !isSmartQuote(scanner.text.charCodeAt(colon + 1))
  const value = isInWord ? wordValue(scanner, colon + 1, end) : parseValueBehind(scanner, start, colon)
  scanner.bareStart = -1
  if (value === undefined) return opaqueOf(scanner, start, scanner.at)
  const field = scanner.text.slice(start, colon)
  scanner.compared = value.kind === 'search-comparison' ? field : ''
  const span = spanBetween(scanner, start, scanner.at)
  if (field === '*' && value.kind === 'search-all') return { kind: 'search-all', span, text: '*:*' }
  if (isInWord) {
    checkFieldValue(scanner, start, colon + 1, marks)
    if (value.kind === 'search-term') checkFollowingWord(scanner, start, colon)
  }
  const fieldSpan = spanBetween(scanner, start, colon)
  return { kind: 'search-field', span, field, fieldSpan, value }
}

/** The value that is not part of the field's own word: quoted, in brackets, a comparison, or after a blank. */
function parseValueBehind(
  scanner: SearchScanner,
  start: number,
  colon: number,
): SearchExpression | undefined {
  const { text } = scanner
  const at = afterBlanks(text, colon + 1)
  scanner.at = at
  const character = text.charCodeAt(at)
  if (endsSequence(scanner) || character === 93 || character === 125) {
    scanner.at = colon + 1
    reportMissingValue(scanner, start, colon)
    return undefined
  }
  if (at > colon + 1) warnBlankAfterColon(scanner, colon, at)
  if (character === 34) return parsePhrase(scanner)
  if (character === 40) return parseFieldGroup(scanner)
  if (character === 91 || character === 123) return parseRange(scanner, 'value')
  if (character === 60 || character === 62) return parseComparison(scanner)
  if (isSmartQuote(character)) return parseSmartPhrase(scanner)
  scanWord(scanner)
  checkFieldValue(scanner, start, at, scanner.marks)
  return wordValue(scanner, at, scanner.at)
}

function parseFieldGroup(scanner: SearchScanner): SearchExpression | undefined {
  const { inField } = scanner
  scanner.inField = true
  const node = parseGroup(scanner)
  scanner.inField = inField
  return node
}

/** `function = "CIDR(" , field , { "," , cidr } , ")"`; the scanner stands at the parenthesis. */
function parseFunction(scanner: SearchScanner, start: number, open: number): SearchFunction {
  const { text } = scanner
  const close = closingParenthesis(text, open + 1)
  const isClosed = text.charCodeAt(close) === 41
  scanner.at = isClosed ? close + 1 : close
  if (!isClosed) reportUnclosedGroup(scanner, open, close)
  const inner = text.slice(open + 1, close).trim()
  scanner.bareStart = -1
  return {
    kind: 'search-function',
    span: spanBetween(scanner, start, scanner.at),
    name: text.slice(start, open),
    arguments: inner === '' ? [] : inner.split(',').map(argument => argument.trim()),
  }
}

function closingParenthesis(text: string, from: number): number {
  const close = text.indexOf(')', from)
  return close === -1 ? text.length : close
}
