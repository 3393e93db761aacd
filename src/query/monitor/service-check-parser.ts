import { peekAfterBlanks, type Scanner } from '../scanner.js'
import type { ServiceCheckQuery } from './ast.js'
import { readQuoted } from './quoted-parser.js'
import { checkServiceCheck } from './service-check-mistakes.js'
import { parseSteps } from './step-parser.js'

/** check = '"' , check-name , '"' , { over | exclude | by | last | count_by_status | pct_by_status } ; */
export function parseServiceCheck(scanner: Scanner): ServiceCheckQuery {
  peekAfterBlanks(scanner)
  const check = readQuoted(scanner)
  const steps = parseSteps(scanner)
  const span = { start: check.span.start, end: steps.at(-1)?.span.end ?? check.span.end }
  const query: ServiceCheckQuery = { kind: 'service-check', span, check, steps }
  checkServiceCheck(scanner, query)
  return query
}
