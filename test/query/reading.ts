import { applyEdits, type Diagnostic } from '../../src/diagnostic/index.js'
import {
  type AnyNode,
  type ParseResult,
  parseComposite,
  parseFormula,
  parseMetricQuery,
  parseMonitorQuery,
  print,
} from '../../src/query/index.js'

export type Parse = (text: string) => ParseResult<AnyNode>

/** The parsers by the names that tables of cases use. */
export const parsers: Readonly<Record<'metric' | 'formula' | 'monitor' | 'composite', Parse>> = {
  metric: parseMetricQuery,
  formula: parseFormula,
  monitor: parseMonitorQuery,
  composite: parseComposite,
}

/** The tree of a query that has no errors. */
export function treeOf(text: string, parse: Parse = parseMetricQuery): AnyNode {
  const result = parse(text)
  if (result.ok) return result.node
  throw new Error(`${text} does not parse: ${codesOf(result.diagnostics)}`)
}

/** The normal form of a query that has no errors. */
export function normal(text: string, parse: Parse = parseMetricQuery): string {
  return print(treeOf(text, parse))
}

/** Codes without `query/`, in order. */
export function codesOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code }) => code.replace('query/', '')).join(' ')
}

/** What is said about a text: code and the piece of the text that it is about. */
export function reportsOf(text: string, parse: Parse = parseMetricQuery): string[] {
  return parse(text).diagnostics.map(
    ({ code, span }) => `${code.replace('query/', '')} «${text.slice(span?.start, span?.end)}»`,
  )
}

/** The text after every repair that was offered. */
export function repaired(text: string, parse: Parse = parseMetricQuery): string {
  return applyEdits(
    text,
    parse(text).diagnostics.flatMap(({ repair }) => repair ?? []),
  )
}

/** A tree without its spans. */
export function shapeOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (/[sS]pan$/.test(key) ? undefined : inner)),
  )
}
