import { applyEdits } from '../../../src/diagnostic/index.js'
import type { SearchExpression } from '../../../src/query/search/ast.js'
import { parseSearch } from '../../../src/query/search/parser.js'

/** The tree of a search that must be readable. */
export function read(text: string): SearchExpression {
  const result = parseSearch(text)
  if (!result.ok) throw new Error(`${text}: ${result.diagnostics.map(({ message }) => message).join(' ')}`)
  return result.node
}

/** A tree without its spans. */
export function shapeOf(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === 'span' || key === 'fieldSpan' ? undefined : inner,
  )
  return text === undefined ? undefined : JSON.parse(text)
}

/** What is said about a search: `error search/unclosed-quote 8-9`. */
export function reportsOf(text: string): string[] {
  return parseSearch(text).diagnostics.map(
    ({ severity, code, span }) => `${severity} ${code} ${span?.start}-${span?.end}`,
  )
}

/** The search after every repair that was offered. */
export function repaired(text: string): string {
  return applyEdits(
    text,
    parseSearch(text).diagnostics.flatMap(({ repair }) => repair ?? []),
  )
}
