import { endOfText, isComparison } from '../characters.js'
import { beforeBlanks, insertion, peekAfterBlanks, replacement, report, type Scanner } from '../scanner.js'
import type { ServiceCheckQuery } from './ast.js'
import { checkQuotes } from './step-mistakes.js'

/** The steps that a service check cannot do without, and a comparison that it cannot have. */
export function checkServiceCheck(scanner: Scanner, query: ServiceCheckQuery): void {
  for (const step of query.steps)
    if (step.name === 'over' || step.name === 'exclude') checkQuotes(scanner, step)
  const names = query.steps.map(step => step.name)
  const counted = query.steps.find(step => step.name === 'count_by_status' || step.name === 'pct_by_status')
  if (!names.includes('last')) missingLast(scanner, counted?.span.start ?? query.span.end)
  if (counted === undefined) missingStatus(scanner, query.span.end)
  comparison(scanner, query.span.end)
}

function missingLast(scanner: Scanner, at: number): void {
  report(
    scanner,
    'missing-last',
    at,
    at + 1,
    'The query does not say how many runs of the check are looked at.',
    {
      hint: 'Write `.last(2)` with a number that is at least the largest threshold.',
      repair: [insertion(at, '.last(2)')],
    },
  )
}

function missingStatus(scanner: Scanner, at: number): void {
  report(
    scanner,
    'missing-status-count',
    at,
    at + 1,
    'A service check query ends with how the statuses are counted.',
    {
      hint: 'Write `.count_by_status()` at the end, or `.pct_by_status()` for a cluster.',
      repair: [insertion(at, '.count_by_status()')],
    },
  )
}

/** `… > 3`: the thresholds of a service check stand in its options. */
function comparison(scanner: Scanner, end: number): void {
  const code = peekAfterBlanks(scanner)
  if (code === endOfText || !isComparison(code)) return
  const start = scanner.at
  scanner.at = beforeBlanks(scanner, scanner.end)
  report(
    scanner,
    'comparison-in-service-check',
    start,
    scanner.at,
    'A service check has no comparison in its query.',
    {
      hint: 'Write the numbers as `options.thresholds`.',
      repair: [replacement(end, scanner.at, '')],
    },
  )
}
