import * as dsl from '../../src/dsl/index.js'
import { print } from '../../src/query/index.js'

/** Runs a builder expression with nothing in scope but the builders. */
export function evaluated(code: string): dsl.Expression | dsl.AlertCondition {
  const names = Object.keys(dsl)
  const value: unknown = new Function(...names, `'use strict'; return (${code})`)(...Object.values(dsl))
  if (isKind(value, 'expression') || isKind(value, 'alert')) return value
  throw new Error(`neither an expression nor a condition: ${code}`)
}

/** The query that a builder expression compiles to. */
export function evaluatedQuery(code: string): string {
  const built = evaluated(code)
  return print(built.kind === 'alert' ? built.query : built.node)
}

function isKind<Kind extends 'expression' | 'alert'>(
  value: unknown,
  kind: Kind,
): value is Extract<dsl.Expression | dsl.AlertCondition, { kind: Kind }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}
