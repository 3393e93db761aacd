import type { Opaque } from '../node.js'
import type { SearchRange } from './ast.js'
import { afterBlanks, boundEnd, edit, fail, report, type SearchScanner, spanBetween, warn } from './lexer.js'

interface Bounds {
  readonly open: number
  readonly lower: string
  readonly upper: string
  readonly word: string
  readonly wordStart: number
  readonly wordEnd: number
  readonly upperEnd: number
  /** Offset of the closing bracket, or of the end of the text. */
  readonly close: number
}

/**
 * `range = ("[" | "{") , bound , " TO " , bound , ("]" | "}")`; the scanner stands at the opening bracket. As the value of a
 * field nothing else will do; elsewhere other text in brackets is kept as it stands, because old widgets hold such searches.
 */
export function parseRange(scanner: SearchScanner, place: 'value' | 'clause'): SearchRange | Opaque {
  const { text } = scanner
  const open = scanner.at
  const bounds = readBounds(text, open)
  const closing = text[bounds.close]
  const isRange = bounds.lower !== '' && bounds.upper !== '' && bounds.word.toUpperCase() === 'TO'
  if (isRange && (closing === ']' || closing === '}')) return rangeOf(scanner, bounds, closing)
  return brokenRange(scanner, open, isRange ? bounds.upperEnd : -1, place)
}

function readBounds(text: string, open: number): Bounds {
  const lowerStart = afterBlanks(text, open + 1)
  const lowerEnd = boundEnd(text, lowerStart)
  const wordStart = afterBlanks(text, lowerEnd)
  const wordEnd = boundEnd(text, wordStart)
  const upperStart = afterBlanks(text, wordEnd)
  const upperEnd = boundEnd(text, upperStart)
  return {
    open,
    lower: text.slice(lowerStart, lowerEnd),
    upper: text.slice(upperStart, upperEnd),
    word: text.slice(wordStart, wordEnd),
    wordStart,
    wordEnd,
    upperEnd,
    close: afterBlanks(text, upperEnd),
  }
}

function rangeOf(scanner: SearchScanner, bounds: Bounds, closing: ']' | '}'): SearchRange {
  const { open, close } = bounds
  const opening = scanner.text[open]
  scanner.at = close + 1
  const wanted = opening === '[' ? ']' : '}'
  if (closing !== wanted) reportMixedBrackets(scanner, open, close, wanted)
  if (bounds.word !== 'TO') reportLowerCaseTo(scanner, bounds)
  if (isReversed(bounds)) warnReversed(scanner, bounds)
  return {
    kind: 'search-range',
    span: spanBetween(scanner, open, close + 1),
    lower: bounds.lower,
    upper: bounds.upper,
    lowerInclusive: opening === '[',
    upperInclusive: closing === ']',
  }
}

function reportMixedBrackets(scanner: SearchScanner, open: number, close: number, wanted: string): void {
  const meaning = wanted === ']' ? 'with its two bounds' : 'without its two bounds'
  fail(
    scanner,
    open,
    close + 1,
    'search/mixed-brackets',
    'A range opens and closes with the same kind of bracket.',
    `Write \`${scanner.text[open]} … ${wanted}\` for the range ${meaning}; for one of them use \`>=\` and \`<\`.`,
    [edit(scanner, close, close + 1, wanted)],
  )
}

function reportLowerCaseTo(scanner: SearchScanner, bounds: Bounds): void {
  fail(
    scanner,
    bounds.wordStart,
    bounds.wordEnd,
    'search/range-word',
    `\`${bounds.word}\` between the bounds of a range must be written in capital letters.`,
    'Write `TO`.',
    [edit(scanner, bounds.wordStart, bounds.wordEnd, 'TO')],
  )
}

function isReversed(bounds: Bounds): boolean {
  const lower = numberOf(bounds.lower)
  const upper = numberOf(bounds.upper)
  return lower !== undefined && upper !== undefined && lower > upper
}

function numberOf(bound: string): number | undefined {
  const value = Number(bound.replace('\\-', '-'))
  return bound === '' || Number.isNaN(value) ? undefined : value
}

function warnReversed(scanner: SearchScanner, bounds: Bounds): void {
  const { open, close, lower, upper } = bounds
  const opening = scanner.text[open]!
  const closing = scanner.text[close]!
  warn(
    scanner,
    open,
    close + 1,
    'search/reversed-range',
    `This range matches nothing, because ${lower} is more than ${upper}.`,
    'Write the smaller bound first.',
    [edit(scanner, open, close + 1, `${opening}${upper} TO ${lower}${closing}`)],
  )
}

/** Not `[a TO b]`: reads on to where the bracket ends, so that the rest of the search can still be read. */
function brokenRange(
  scanner: SearchScanner,
  open: number,
  upperEnd: number,
  place: 'value' | 'clause',
): Opaque {
  const { text } = scanner
  const close = closingBracket(text, open)
  const isClosed = close < text.length && text[close] !== ')'
  const end = isClosed ? close + 1 : close
  scanner.at = end
  if (isClosed) reportNoRange(scanner, open, end, place)
  else reportUnclosedRange(scanner, open, upperEnd)
  return { kind: 'opaque', span: spanBetween(scanner, open, end), text: text.slice(open, end) }
}

/** Offset of the bracket that ends a range, of a `)` before it, or of the end of the text. */
function closingBracket(text: string, open: number): number {
  let at = open + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 93 || code === 125 || code === 41) return at
    at += code === 92 ? 2 : 1
  }
  return text.length
}

/** `upperEnd` is where the second bound ends, or -1. */
function reportUnclosedRange(scanner: SearchScanner, open: number, upperEnd: number): void {
  const wanted = scanner.text[open] === '[' ? ']' : '}'
  fail(
    scanner,
    open,
    open + 1,
    'search/unclosed-bracket',
    'This bracket is never closed.',
    `Write a range as \`[1 TO 5]\`, or escape the bracket as \`\\${scanner.text[open]}\` to search for it as text.`,
    upperEnd !== -1 && [edit(scanner, upperEnd, upperEnd, wanted)],
  )
}

function reportNoRange(scanner: SearchScanner, open: number, end: number, place: 'value' | 'clause'): void {
  const written = rangeGuess(scanner.text.slice(open, Math.min(end, open + 200)), place)
  report(scanner, open, end, {
    severity: place === 'value' || written !== undefined ? 'error' : 'warning',
    code: 'search/range-syntax',
    message: 'This is not a range: two bounds with `TO` between them are expected.',
    hint: written === undefined ? 'Write it as `[1 TO 5]`; `*` leaves a side open.' : `Write \`${written}\`.`,
    ...(written !== undefined && { repair: [edit(scanner, open, end, written)] }),
  })
}

/**
 * `[1, 5]`, `[1-5]`, `[1..5]`, `[1 5]`, `[1 TO]` and `[>1 TO]` are what people write for a range; all but the last have one clear
 * meaning. Around a whole search, braces are those of metrics and of LogQL.
 */
function rangeGuess(written: string, place: 'value' | 'clause'): string | undefined {
  if (place === 'clause' && /^\{.*\w[:=].*\}$/s.test(written)) return written.slice(1, -1).trim()
  const list = listGuess(written)
  if (list !== undefined) return place === 'value' || list.length === 2 ? `(${list.join(' OR ')})` : undefined
  const closed = written.replace(/(\d\s+TO)\s*(?=.$)/i, '$1 *').replace(/^(.)\s*(?=TO\s+\d)/i, '$1* ')
  const found = /^([[{])\s*([\w.*]+)\s*(?:\sTO\s|,|\.\.|-|\s|;)\s*([\w.*]+)\s*[\]}]$/i.exec(closed)
  if (found === null || found[3] === 'TO') return undefined
  return `${found[1]}${found[2]} TO ${found[3]}${found[1] === '[' ? ']' : '}'}`
}

/** Words with commas between them are a list: `[api, web, worker]`. Two numbers may be meant as a range. */
function listGuess(written: string): readonly string[] | undefined {
  const word = '(?:"[^"]*"|[^\\s,;()[\\]{}"]+)'
  const inner = new RegExp(`^\\[\\s*(${word}(?:\\s*[,;]\\s*${word})+)\\s*\\]$`).exec(written)?.[1]
  const values = inner?.match(new RegExp(word, 'g'))
  if (values == null) return undefined
  return values.length > 2 || values.every(value => !/^[^"]*[\d.*]/.test(value)) ? values : undefined
}
