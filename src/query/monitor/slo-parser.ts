import { closeParenthesis, isQuote, openParenthesis } from '../characters.js'
import type { StringLiteral } from '../node.js'
import { endOfWord, insertion, peekAfterBlanks, replacement, report, type Scanner } from '../scanner.js'
import type { SloMonitorQuery } from './ast.js'
import { parseCondition } from './condition-parser.js'
import { unclosedSource, unopenedSource } from './event-mistakes.js'
import { readQuoted } from './quoted-parser.js'
import { checkQuotes } from './step-mistakes.js'
import { parseSteps } from './step-parser.js'

/** slo-monitor = ( "error_budget" | "burn_rate" ) , "(" , q , ")" , { "." , step } , cmp , threshold ; */
export function parseSloMonitor(scanner: Scanner): SloMonitorQuery {
  peekAfterBlanks(scanner)
  const start = scanner.at
  scanner.at = endOfWord(scanner, start)
  const measure = scanner.text.slice(start, scanner.at) === 'burn_rate' ? 'burn_rate' : 'error_budget'
  const slo = parseSloId(scanner)
  const sloEnd = scanner.at
  const steps = parseSteps(scanner)
  const end = steps.at(-1)?.span.end ?? sloEnd
  for (const step of steps) checkQuotes(scanner, step)
  if (!steps.some(step => step.name === 'over')) missingOver(scanner, sloEnd)
  const condition = parseCondition(scanner, end)
  const span = { start, end: Math.max(condition.span.end, end) }
  return { kind: 'slo-monitor', span, measure, slo, steps, condition }
}

/** "(" , q , ")" */
function parseSloId(scanner: Scanner): StringLiteral {
  const open = peekAfterBlanks(scanner) === openParenthesis ? scanner.at : unopenedSource(scanner)
  scanner.at = open === undefined ? scanner.at : open + 1
  const id = isQuote(peekAfterBlanks(scanner)) ? readQuoted(scanner) : unquotedId(scanner)
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else if (open !== undefined) unclosedSource(scanner, open, id.span.end)
  return id
}

/** `error_budget(abc)` */
function unquotedId(scanner: Scanner): StringLiteral {
  const start = scanner.at
  let end = start
  while (end < scanner.end && /[\w-]/.test(scanner.text[end]!)) end += 1
  const value = scanner.text.slice(start, end)
  scanner.at = end
  report(
    scanner,
    'missing-quote',
    start,
    Math.max(end, start + 1),
    'The id of the SLO stands in double quotes.',
    {
      hint: `Write \`"${value === '' ? '…' : value}"\`.`,
      repair: value === '' ? undefined : [replacement(start, end, `"${value}"`)],
    },
  )
  return { kind: 'string', span: { start, end }, value, quote: '"' }
}

function missingOver(scanner: Scanner, at: number): void {
  report(
    scanner,
    'missing-over',
    at,
    at + 1,
    "The query does not say over which of the SLO's timeframes it looks.",
    {
      hint: 'Write for example `.over("30d")`; the SLO must have that timeframe.',
      repair: [insertion(at, '.over("30d")')],
    },
  )
}
