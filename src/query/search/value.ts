import type { SearchComparison, SearchExpression, SearchPhrase, SearchTerm, SearchVariable } from './ast.js'
import { isBlank } from './characters.js'
import { checkCompared, warnSingleQuotes, warnWildcardInQuotes } from './habits.js'
import {
  afterBlanks,
  boundEnd,
  closingQuote,
  closingSmartQuote,
  edit,
  fail,
  isName,
  report,
  type SearchScanner,
  spanBetween,
  warn,
} from './lexer.js'

/** `phrase = '"' , { "\" any | any - '"' } , '"'`; the scanner stands at the quote. */
export function parsePhrase(scanner: SearchScanner): SearchPhrase {
  const { text } = scanner
  const open = scanner.at
  const close = closingQuote(text, open + 1)
  if (close === -1) return unclosedPhrase(scanner, open)
  scanner.at = close + 1
  const node = phraseOf(scanner, open, close, close + 1)
  if (node.text.includes('*')) warnWildcardInQuotes(scanner, open, close + 1)
  return node
}

function phraseOf(scanner: SearchScanner, open: number, close: number, end: number): SearchPhrase {
  return {
    kind: 'search-phrase',
    span: spanBetween(scanner, open, end),
    text: scanner.text.slice(open + 1, close),
  }
}

function unclosedPhrase(scanner: SearchScanner, open: number): SearchPhrase {
  const end = likelyPhraseEnd(scanner, open + 1)
  scanner.at = end
  fail(
    scanner,
    open,
    open + 1,
    'search/unclosed-quote',
    'This quote is never closed.',
    'Write `"` where the phrase ends, or `\\"` to search for a quote.',
    [edit(scanner, end, end, '"')],
  )
  return phraseOf(scanner, open, end, end)
}

/** Before ` AND `, ` OR `, and the parentheses that are still open; else the end of the text. Escaped characters stay. */
function likelyPhraseEnd(scanner: SearchScanner, from: number): number {
  const { text } = scanner
  const joint = [text.indexOf(' AND ', from), text.indexOf(' OR ', from)].filter(at => at !== -1)
  if (joint.length > 0) return Math.min(...joint)
  let end = text.length
  let open = scanner.depth
  while (end > from && (isBlank(text.charCodeAt(end - 1)) || (text[end - 1] === ')' && open-- > 0))) end -= 1
  return end
}

/** `“a phrase”`: read as the phrase that was meant, but Datadog takes these quotes for letters. */
export function parseSmartPhrase(scanner: SearchScanner): SearchPhrase {
  const open = scanner.at
  const close = closingSmartQuote(scanner.text, open + 1)
  const last = close === -1 ? scanner.text.length : close
  const end = close === -1 ? last : close + 1
  scanner.at = end
  fail(
    scanner,
    open,
    end,
    'search/smart-quotes',
    'Typographic quotes do not make a phrase.',
    'Write straight quotes: `"`.',
    [edit(scanner, open, open + 1, '"'), edit(scanner, last, end, '"')],
  )
  return phraseOf(scanner, open, last, end)
}

/** `comparison = (">=" | "<=" | ">" | "<") , ( number [ unit ] | term )`; the scanner stands at the sign. */
export function parseComparison(scanner: SearchScanner, { blankReported = false } = {}): SearchComparison {
  const { text } = scanner
  const start = scanner.at
  const comparator = comparatorAt(text, start)
  const signEnd = start + comparator.length
  const valueStart = afterBlanks(text, signEnd)
  const valueEnd = boundEnd(text, valueStart)
  scanner.at = valueEnd
  scanner.bareStart = -1
  if ('=<>'.includes(text[valueStart] ?? ' ')) reportSigns(scanner, start, signEnd, valueEnd)
  else if (valueEnd === valueStart) reportMissingNumber(scanner, start, signEnd)
  else if (valueStart > signEnd && !blankReported) warnBlankAfterSign(scanner, signEnd, valueStart)
  if (text.slice(valueStart, valueEnd).includes(',')) checkCompared(scanner, valueStart, valueEnd)
  if (text[valueStart] === '"' && valueEnd > valueStart) warnQuotedNumber(scanner, valueStart, valueEnd)
  return {
    kind: 'search-comparison',
    span: spanBetween(scanner, start, valueEnd),
    comparator,
    value: text.slice(valueStart, valueEnd),
  }
}

function comparatorAt(text: string, at: number): SearchComparison['comparator'] {
  const orEqual = text.charCodeAt(at + 1) === 61
  if (text.charCodeAt(at) === 62) return orEqual ? '>=' : '>'
  return orEqual ? '<=' : '<'
}

/** `>>5`, `>==5`, `> =5` */
function reportSigns(scanner: SearchScanner, start: number, signEnd: number, end: number): void {
  let last = signEnd
  while (last < end && (isBlank(scanner.text.charCodeAt(last)) || '=<>'.includes(scanner.text[last]!)))
    last += 1
  const signs = scanner.text.slice(start, last)
  const meant = signs[0]! + (signs.includes('=') ? '=' : '')
  report(scanner, start, last, {
    severity: 'error',
    code: 'search/comparator',
    message: `\`${signs.trim()}\` is no comparison.`,
    hint: 'The comparisons are `>`, `>=`, `<` and `<=`.',
    // `<>` is no comparison but the negation of other languages.
    ...(last < end && !signs.includes('<>') && { repair: [edit(scanner, start, last, meant)] }),
  })
}

function reportMissingNumber(scanner: SearchScanner, start: number, end: number): void {
  fail(
    scanner,
    start,
    end,
    'search/missing-value',
    `There is no value behind \`${scanner.text.slice(start, end)}\`.`,
    'Write the number to compare with, as in `@http.status_code:>=500`.',
  )
}

function warnBlankAfterSign(scanner: SearchScanner, signEnd: number, valueStart: number): void {
  warn(
    scanner,
    signEnd,
    valueStart,
    'search/blank-after-comparator',
    'There is a blank between the comparison and its value.',
    'Write the value directly behind the sign.',
    [edit(scanner, signEnd, valueStart, '')],
  )
}

function warnQuotedNumber(scanner: SearchScanner, start: number, end: number): void {
  const inner = scanner.text.slice(start + 1, end - 1)
  warn(
    scanner,
    start,
    end,
    'search/quoted-number',
    'A comparison needs a number, and a quoted value is a text.',
    'Write the value without quotes.',
    isName(inner, 0, inner.length) && [edit(scanner, start, end, inner)],
  )
}

/** `value = "*" | term | variable`, read already: the piece of the text from `start` to `end`. */
export function wordValue(scanner: SearchScanner, start: number, end: number): SearchExpression {
  const { text } = scanner
  const first = text.charCodeAt(start)
  if (first === 42 && end === start + 1) {
    return { kind: 'search-all', span: spanBetween(scanner, start, end), text: '*' }
  }
  if (first === 36 && isVariable(text, start, end)) return variableOf(scanner, start, end)
  if (first === 39 || first === 0x2018 || first === 0x2019) warnSingleQuotes(scanner, start)
  return termOf(scanner, start, end)
}

export function termOf(scanner: SearchScanner, start: number, end: number): SearchTerm {
  return {
    kind: 'search-term',
    span: spanBetween(scanner, start, end),
    text: scanner.text.slice(start, end),
  }
}

const valueSuffix = '.value'

function isVariable(text: string, start: number, end: number): boolean {
  const isSuffixOnly = end === start + 1 + valueSuffix.length && text.startsWith(valueSuffix, start + 1)
  return isName(text, start + 1, end) && !isSuffixOnly
}

/** `variable = "$" , name , [ ".value" ]` */
function variableOf(scanner: SearchScanner, start: number, end: number): SearchVariable {
  const written = scanner.text.slice(start + 1, end)
  const valueOnly = written.endsWith(valueSuffix)
  const name = valueOnly ? written.slice(0, -valueSuffix.length) : written
  return { kind: 'search-variable', span: spanBetween(scanner, start, end), name, valueOnly }
}
