import type { Opaque, StringLiteral } from '../node.js'
import { endOfQuoted } from '../quoting.js'
import { beforeBlanks, insertion, peekAfterBlanks, replacement, report, type Scanner } from '../scanner.js'
import type { MonitorQuery } from './ast.js'
import { languageOfType, type MonitorLanguage } from './sources.js'

const examples: Readonly<Record<MonitorLanguage, string>> = {
  metric: 'avg(last_5m):avg:system.load.1{*} > 4',
  event: 'logs("status:error").index("*").rollup("count").last("5m") > 3',
  formula: 'formula("query1 / query2").last("5m") > 1',
  slo: 'error_budget("0123abc").over("30d") > 75',
  'service-check': '"http.can_connect".over("env:prod").by("host").last(2).count_by_status()',
  composite: '12345 && !67890',
  placeholder: 'no_query',
}

/**
 * A text of no language that we know. Calls with balanced brackets and quotes are taken for one that Datadog may have added
 * since, and kept; anything else is an error.
 */
export function unknownQuery(scanner: Scanner, type: string | undefined): Opaque {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const end = Math.max(start, beforeBlanks(scanner, scanner.end))
  const language = type === undefined ? undefined : languageOfType(type)
  const isCall = /^[A-Za-z][\w-]*\s*\(/.test(scanner.text.slice(start, start + 100))
  const shownEnd = Math.max(Math.min(end, start + 60), start + 1)
  if (isCall && language === undefined && isBalanced(scanner, start, end)) {
    report(scanner, 'unknown-syntax', start, shownEnd, 'This is no monitor query that dogma knows.', {
      severity: 'warning',
      hint: 'It is kept as it is, and nothing about it is checked.',
    })
  } else {
    const message = start === end ? 'The query is empty.' : 'This is no monitor query.'
    report(scanner, 'unknown-query', start, shownEnd, message, {
      hint: `Write for example ${exampleFor(language)}.`,
    })
  }
  scanner.at = scanner.end
  return { kind: 'opaque', span: { start, end }, text: scanner.text.slice(start, end) }
}

function exampleFor(language: MonitorLanguage | undefined): string {
  return language === undefined
    ? `\`${examples.metric}\` or \`${examples.event}\``
    : `\`${examples[language]}\``
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
  const nameEnd = endOfCheckName(scanner, start)
  const message = 'A service check query starts with the name of the check in quotes.'
  report(scanner, 'expected-check', start, Math.max(nameEnd ?? end, start + 1), message, {
    hint: `Write for example \`${examples['service-check']}\`.`,
    repair: nameEnd === undefined ? undefined : [insertion(start, '"'), insertion(nameEnd, '"')],
  })
  scanner.at = scanner.end
  const span = { start, end }
  const check: StringLiteral = {
    kind: 'string',
    span,
    value: scanner.text.slice(start, nameEnd ?? end),
    quote: '"',
  }
  return { kind: 'service-check', span, check, steps: [] }
}

/** `http.can_connect.over(…` without quotes: where the name ends. */
function endOfCheckName(scanner: Scanner, start: number): number | undefined {
  const match = /^[\w.]+?(?="?\.(?:over|exclude|by|last)\()/.exec(scanner.text.slice(start, start + 300))
  return match === null ? undefined : start + match[0].length
}

/** A synthetics monitor holds one fixed word. */
export function expectedPlaceholder(scanner: Scanner, start: number): MonitorQuery {
  const end = Math.max(start + 1, beforeBlanks(scanner, scanner.end))
  report(
    scanner,
    'expected-placeholder',
    start,
    end,
    'The query of a synthetics monitor is the word `no_query`.',
    {
      hint: 'Write `no_query`; the test itself is kept by the Synthetics product.',
      repair: [replacement(start, end, 'no_query')],
    },
  )
  scanner.at = scanner.end
  return { kind: 'placeholder', span: { start, end }, text: 'no_query' }
}
