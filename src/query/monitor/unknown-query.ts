import type { Opaque, StringLiteral } from '../node.js'
import { endOfQuoted } from '../quoting.js'
import { beforeBlanks, found, peekAfterBlanks, report, type Scanner } from '../scanner.js'
import type { MonitorQuery } from './ast.js'

/**
 * A text of no language that we know. Calls with balanced brackets and quotes are taken for one that Datadog may have added
 * since, and kept; anything else is an error.
 */
export function unknownQuery(scanner: Scanner): Opaque {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const end = Math.max(start, beforeBlanks(scanner, scanner.end))
  const isKept = /^[A-Za-z][\w-]*\s*\(/.test(scanner.text.slice(start, start + 100)) && isBalanced(scanner, start, end)
  const shownEnd = Math.max(Math.min(end, start + 60), start + 1)
  if (isKept) {
    report(scanner, 'unknown-syntax', start, shownEnd, 'This is no monitor query that dogma knows.', {
      severity: 'warning',
      hint: 'It is kept as it is, and nothing about it is checked.',
    })
  } else {
    const what = start === end ? 'The query is empty.' : `A monitor query does not start with ${found(scanner)}, or lacks its metric.`
    report(scanner, 'unknown-query', start, shownEnd, what, {
      hint: 'Write for example `avg(last_5m):avg:system.load.1{*} > 4` or `logs("status:error").index("*").rollup("count").last("5m") > 3`.',
    })
  }
  scanner.at = scanner.end
  return { kind: 'opaque', span: { start, end }, text: scanner.text.slice(start, end) }
}

const closers = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
])

/** Every bracket and quote between the two places has its partner. */
function isBalanced(scanner: Scanner, start: number, end: number): boolean {
  const open: string[] = []
  for (let at = start; at < end; at += 1) {
    const character = scanner.text[at]!
    if ('([{'.includes(character)) open.push(character)
    const opener = closers.get(character)
    if (opener !== undefined && open.pop() !== opener) return false
    if (character === '"' || character === "'") {
      const close = endOfQuoted(scanner.text, at, end)
      if (close === -1) return false
      at = close - 1
    }
  }
  return open.length === 0
}

/** A service check's query that starts with something else than its name in quotes. */
export function expectedCheck(scanner: Scanner): MonitorQuery {
  const start = scanner.at
  const end = Math.max(start, beforeBlanks(scanner, scanner.end))
  report(scanner, 'expected-check', start, Math.max(end, start + 1), 'A service check query starts with the name of the check in quotes.', {
    hint: 'Write for example `"http.can_connect".over("env:prod").by("host").last(2).count_by_status()`.',
  })
  scanner.at = scanner.end
  const span = { start, end }
  const check: StringLiteral = { kind: 'string', span, value: scanner.text.slice(start, end), quote: '"' }
  return { kind: 'service-check', span, check, steps: [] }
}
