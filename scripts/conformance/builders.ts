// Law: evaluating the builder expression of a query prints what the query prints.
import { toBuilder } from '../../src/codegen/index.js'
import * as dsl from '../../src/dsl/index.js'
import { type AnyNode, print } from '../../src/query/index.js'

const names = Object.keys(dsl)
const values = Object.values(dsl)

/** What is wrong with the builder expression of a query, or undefined. */
export function checkBuilder(text: string, node: AnyNode, type: string | undefined): string | undefined {
  const code = toBuilder(text, type === undefined ? {} : { type })
  const evaluated = evaluate(code)
  if (!evaluated.ok) return `as a builder: ${code}, which fails: ${evaluated.message}`
  const printed = printedBy(evaluated.value)
  const expected = print(node)
  return printed === expected ? undefined : `as a builder: ${code}, which prints ${printed}`
}

/** The expression consists of builder calls and escaped literals only; it is run with nothing else in scope. */
function evaluate(code: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: new Function(...names, `'use strict'; return (${code})`)(...values) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

function printedBy(value: unknown): string {
  if (Array.isArray(value)) return value.map(printedBy).join(', ')
  const { query, node } = value as { readonly query?: AnyNode; readonly node?: AnyNode }
  return query !== undefined ? print(query) : print(node!)
}
