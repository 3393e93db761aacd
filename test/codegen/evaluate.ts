import * as dsl from '../../src/dsl/index.js'
import { print } from '../../src/query/index.js'

/** Runs a builder expression with nothing in scope but the builders. */
export function evaluated(code: string): dsl.Expression | dsl.AlertCondition {
  const value = runCode(code)
  if (isKind(value, 'expression') || isKind(value, 'alert')) return value
  throw new Error(`neither an expression nor a condition: ${code}`)
}

/** The query that a builder expression compiles to. */
export function evaluatedQuery(code: string): string {
  const value = runCode(code)
  const built = Array.isArray(value) ? value : [value]
  return built.map(printed).join(', ')
}

function printed(value: unknown): string {
  if (isKind(value, 'alert')) return print(value.query)
  if (isKind(value, 'expression')) return print(value.node)
  throw new Error(`neither an expression nor a condition: ${JSON.stringify(value)}`)
}

function runCode(code: string): unknown {
  const names = Object.keys(dsl)
  return new Function(...names, `'use strict'; return (${code})`)(...Object.values(dsl))
}

function isKind<Kind extends 'expression' | 'alert'>(
  value: unknown,
  kind: Kind,
): value is Extract<dsl.Expression | dsl.AlertCondition, { kind: Kind }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}
