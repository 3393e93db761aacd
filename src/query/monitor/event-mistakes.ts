import { nearest, type Span } from '../../diagnostic/index.js'
import { closeParenthesis, endOfText, isQuote } from '../characters.js'
import { type Quote, quoted } from '../quoting.js'
import { found, insertion, peek, replacement, report, type Scanner } from '../scanner.js'
import type { EmbeddedSearch } from './ast.js'
import type { QuotedText } from './quoted-parser.js'
import { eventSources } from './sources.js'

const otherNames = new Map([
  ['log', 'logs'],
  ['event', 'events'],
  ['trace', 'trace-analytics'],
  ['traces', 'trace-analytics'],
  ['spans', 'trace-analytics'],
  ['apm', 'trace-analytics'],
  ['audit', 'audits'],
  ['process', 'processes'],
  ['errors', 'error-tracking'],
  ['database', 'database-monitoring'],
  ['llm', 'llm-observability'],
])

/** The source that was meant by a word that is none, or nothing. */
export function sourceMeant(written: string): string | undefined {
  const word = written.toLowerCase().replaceAll('_', '-')
  if (eventSources.has(word)) return word
  const near = nearest(word, eventSources.keys())
  // Long names share their endings: a new `x-analytics` is no misspelt `trace-analytics`.
  return otherNames.get(word) ?? (near?.[0] === word[0] ? near : undefined)
}

/** Says what is wrong about the source, and gives the one to go on with. */
export function unknownSource(scanner: Scanner, span: Span, written: string): string {
  const meant = sourceMeant(written)
  if (meant === undefined) {
    report(
      scanner,
      'unknown-syntax',
      span.start,
      Math.max(span.end, span.start + 1),
      unknownMessage(written),
      {
        severity: written === '' ? 'error' : 'warning',
        hint: `The known ones are ${[...eventSources.keys()].map(name => `\`${name}\``).join(', ')}.`,
      },
    )
    return written
  }
  report(scanner, 'unknown-source', span.start, span.end, `\`${written}\` is not a source of events.`, {
    hint: `Write \`${meant}("…")\`.`,
    repair: [replacement(span.start, span.end, meant)],
  })
  return meant
}

function unknownMessage(written: string): string {
  if (written === '') return 'The query starts with a source such as `logs("…")`.'
  return `\`${written}\` is not a source of events that dogma knows.`
}

/** `logs "service:api")`: undefined, reported, when no parenthesis opens. */
export function unopenedSource(scanner: Scanner): undefined {
  const { at } = scanner
  const closed = isQuote(peek(scanner))
  report(
    scanner,
    'expected-search',
    at,
    at + 1,
    `A search in parentheses and quotes is expected here, not ${found(scanner)}.`,
    {
      hint: 'Write for example `logs("service:api status:error")`.',
      repair: closed ? [insertion(at, '(')] : undefined,
    },
  )
  return undefined
}

/** `logs(service:api)`: the search has no quotes. Gives its place as if it had them. */
export function expectedSearch(scanner: Scanner, open: number | undefined): QuotedText {
  const start = scanner.at
  const end = open === undefined ? start : endOfUnquoted(scanner, start)
  const isClosed = scanner.text[end - 1] === '"'
  const innerEnd = isClosed ? end - 1 : end
  scanner.at = end
  if (open !== undefined) {
    const text = scanner.text.slice(start, innerEnd)
    report(scanner, 'missing-quote', start, Math.max(end, start + 1), 'The search stands in double quotes.', {
      hint: `Write \`${quoted(text, '"')}\`.`,
      repair: [replacement(start, end, quoted(text, '"'))],
    })
  }
  return { quote: '"', start, end, innerStart: start, innerEnd }
}

/** Up to the `)` that closes the source. */
function endOfUnquoted(scanner: Scanner, start: number): number {
  let depth = 0
  let at = start
  for (; at < scanner.end; at += 1) {
    const character = scanner.text[at]!
    if (character === '(') depth += 1
    if (character === ')') {
      if (depth === 0) return at
      depth -= 1
    }
  }
  return peek(scanner) === endOfText ? start : at
}

/** `logs("service:api".index(…)` */
export function unclosedSource(scanner: Scanner, open: number, end: number): void {
  report(scanner, 'unclosed-parenthesis', open, open + 1, 'This `(` is never closed.', {
    hint: 'Write `)` after the search.',
    repair: [insertion(end, ')')],
  })
  if (peek(scanner) !== closeParenthesis) scanner.at = end
}

/** Legacy event and process monitors are written with single quotes in Datadog's own examples. */
const singleQuoted = new Set(['events', 'processes'])

/** The quotes that a search stands in at last. */
export function lastingQuote(source: string, written: Quote): Quote {
  return singleQuoted.has(source) ? written : '"'
}

/** `logs('…')` */
export function singleQuotes(scanner: Scanner, source: string, search: EmbeddedSearch): void {
  if (singleQuoted.has(source)) return
  const { start, end } = search.span
  const inner = scanner.text.slice(start + 1, end - 1)
  const isPlain = !/["\\]/.test(inner)
  const right = quoted(isPlain ? inner : search.text, '"')
  report(
    scanner,
    'single-quotes',
    start,
    end,
    'The search stands in single quotes; Datadog writes double quotes.',
    {
      severity: 'warning',
      hint: `Write \`${source}(${right})\`.`,
      // Only the quotes, so that repairs of the search go together with this one.
      repair: isPlain
        ? [replacement(start, start + 1, '"'), replacement(end - 1, end, '"')]
        : [replacement(start, end, right)],
    },
  )
}
