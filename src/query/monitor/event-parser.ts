import { closeParenthesis, isQuote, openParenthesis } from '../characters.js'
import type { Quote } from '../quoting.js'
import { addDiagnostic, peekAfterBlanks, type Scanner } from '../scanner.js'
import { parseSearch } from '../search/parser.js'
import { printSearch } from '../search/printer.js'
import type { EmbeddedSearch, EventMonitorQuery } from './ast.js'
import { parseCondition } from './condition-parser.js'
import { embeddedText, requoted } from './embedded.js'
import {
  expectedSearch,
  lastingQuote,
  singleQuotes,
  unclosedSource,
  unknownSource,
  unopenedSource,
} from './event-mistakes.js'
import { endOfSource } from './lexer.js'
import { type QuotedText, readQuotedText } from './quoted-parser.js'
import { eventSources } from './sources.js'
import { checkSteps } from './step-mistakes.js'
import { parseSteps } from './step-parser.js'

/** ep = source , "(" , q(search) , ")" , { "." , step } , cmp , threshold ; */
export function parseEventMonitor(scanner: Scanner): EventMonitorQuery {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const sourceSpan = { start, end: endOfSource(scanner, start) }
  const written = scanner.text.slice(start, sourceSpan.end)
  const source = eventSources.has(written) ? written : unknownSource(scanner, sourceSpan, written)
  scanner.at = sourceSpan.end
  const search = parseSourceArgument(scanner, source)
  const searchEnd = scanner.at
  const steps = parseSteps(scanner)
  const isKnown = eventSources.has(source)
  const end = steps.at(-1)?.span.end ?? searchEnd
  checkSteps(scanner, steps, searchEnd, { window: isKnown, rollup: isKnown, quotes: isKnown })
  const condition = parseCondition(scanner, end)
  const span = { start, end: Math.max(condition.span.end, end) }
  return { kind: 'event-monitor', span, source, sourceSpan, search, steps, condition }
}

/** "(" , q(search) , ")" */
function parseSourceArgument(scanner: Scanner, source: string): EmbeddedSearch {
  const open = peekAfterBlanks(scanner) === openParenthesis ? scanner.at : unopenedSource(scanner)
  scanner.at = open === undefined ? scanner.at : open + 1
  const isText = isQuote(peekAfterBlanks(scanner))
  const place = isText ? readQuotedText(scanner, true) : expectedSearch(scanner, open)
  const search = embeddedSearch(scanner, place, lastingQuote(source, place.quote))
  if (isText && place.quote === "'") singleQuotes(scanner, source, search)
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else if (open !== undefined) unclosedSource(scanner, open, place.end)
  return search
}

/** Reads the search between the quotes; everything about it speaks of the whole query's offsets. */
function embeddedSearch(scanner: Scanner, place: QuotedText, lasting: Quote): EmbeddedSearch {
  const { start, end, innerStart, innerEnd } = place
  const { raw, text, spanOf } = embeddedText(scanner.text, place)
  const result = parseSearch(text, { spanOf })
  for (const diagnostic of result.diagnostics) addDiagnostic(scanner, requoted(diagnostic, lasting))
  const expression =
    result.node ?? ({ kind: 'opaque', span: { start: innerStart, end: innerEnd }, text } as const)
  const normal = result.ok ? printSearch(expression) : text
  const search = {
    kind: 'embedded-search',
    span: { start, end },
    quote: '"',
    text: normal,
    expression,
  } as const
  return place.unescaped === true ? { ...search, unescaped: raw } : search
}
