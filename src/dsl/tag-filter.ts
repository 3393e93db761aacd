import type { CompositeOperand } from './composite-term.js'

/** A value of a tag, or a list of which one must match. `*` is a wildcard. */
export type TagValue = string | number | boolean | readonly (string | number)[]

/** Comparisons of a numeric attribute; only in event searches, not in the scope of a metric. */
export interface ValueRange {
  readonly above?: number | string
  readonly atLeast?: number | string
  readonly below?: number | string
  readonly atMost?: number | string
}

/** Every key must match: `{ env: 'prod', service: ['api', 'web'] }`. */
export type TagFilter = { readonly [key: string]: TagValue }

/** The same for the attributes of events, which can also be compared. */
export type AttributeFilter = { readonly [key: string]: TagValue | ValueRange }

declare const filteredKeys: unique symbol

/** A condition on tags that `not`, `and` and `or` made. */
export interface FilterTerm<Keys extends string = string> {
  readonly kind: 'filter-term'
  readonly term: FilterTree
  readonly [filteredKeys]?: Keys
}

/** What a filter term holds: data, so that the same term serves scopes and searches. */
export type FilterTree =
  | { readonly is: 'attributes'; readonly attributes: AttributeFilter }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'not'; readonly term: FilterTree }
  | { readonly is: 'and' | 'or'; readonly terms: readonly FilterTree[] }

/** What a condition may be written as. */
export type FilterInput = AttributeFilter | FilterTerm | string

/** A dashboard's variable stands where a filter may. */
interface VariableLike {
  readonly kind: 'template-variable'
  readonly name: string
}

export function isFilterTerm(value: unknown): value is FilterTerm {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'filter-term'
}

function isVariable(value: unknown): value is VariableLike {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'template-variable'
}

/** The data of whatever a filter was written as. */
export function filterTree(input: FilterInput | VariableLike | CompositeOperand): FilterTree {
  if (typeof input === 'string') return { is: 'text', text: input }
  if (isFilterTerm(input)) return input.term
  if (isVariable(input)) return { is: 'variable', name: input.name }
  return { is: 'attributes', attributes: input as AttributeFilter }
}

export function filterTerm(term: FilterTree): FilterTerm<never> {
  return { kind: 'filter-term', term }
}
