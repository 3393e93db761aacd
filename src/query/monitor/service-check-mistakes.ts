import { endOfText, isComparison } from '../characters.js'
import type { StringLiteral } from '../node.js'
import { beforeBlanks, insertion, peekAfterBlanks, replacement, report, type Scanner } from '../scanner.js'
import type { ServiceCheckQuery } from './ast.js'
import { checkQuotes } from './step-mistakes.js'

/** The steps that a service check cannot do without, and a comparison that it cannot have. */
export function checkServiceCheck(scanner: Scanner, query: ServiceCheckQuery): void {
  for (const step of query.steps)
    if (step.name === 'over' || step.name === 'exclude') {
      checkQuotes(scanner, step)
      for (const argument of step.arguments) if (argument.kind === 'string') severalTags(scanner, argument)
    }
  const names = query.steps.map(step => step.name)
  const counted = query.steps.find(step => step.name === 'count_by_status' || step.name === 'pct_by_status')
  if (!names.includes('last')) missingLast(scanner, counted?.span.start ?? query.span.end)
  if (counted === undefined) missingStatus(scanner, query.span.end)
  comparison(scanner, query.span.end)
}

/** `.over("env:prod,role:web")`: no tag holds a comma. */
function severalTags(scanner: Scanner, { span: { start, end }, value }: StringLiteral): void {
  const tags = value.split(/\s*,\s*|\s+AND\s+/i)
  if (tags.length === 1) return
  const right = `"${tags.join('","')}"`
  report(
    scanner,
    'several-tags',
    start,
    end,
    'Each tag is a text of its own, and commas stand between them.',
    {
      severity: 'warning',
      hint: `Write \`${right}\`.`,
      repair: [replacement(start, end, right)],
    },
  )
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
