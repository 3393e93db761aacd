import type { NodeBase, Opaque } from '../node.js'

/** The tree of an event search (logs, RUM, spans, events, CI, audit …). */
export type SearchExpression =
  | SearchAll
  | SearchTerm
  | SearchPhrase
  | SearchRange
  | SearchComparison
  | SearchField
  | SearchFunction
  | SearchVariable
  | SearchNot
  | SearchAnd
  | SearchOr
  | Opaque

/** An empty search, `*` or `*:*`: matches everything. `text` is how it was written. */
export interface SearchAll extends NodeBase {
  readonly kind: 'search-all'
  readonly text: '' | '*' | '*:*'
}

/** A bare word, with escapes and wildcards as written: `web-*`, `a\:b`. */
export interface SearchTerm extends NodeBase {
  readonly kind: 'search-term'
  readonly text: string
}

/** `"a phrase"`; `text` is between the quotes, escapes as written. */
export interface SearchPhrase extends NodeBase {
  readonly kind: 'search-phrase'
  readonly text: string
}

/** `[1 TO 5]`, `{1 TO *}`; a bound may be `*`. */
export interface SearchRange extends NodeBase {
  readonly kind: 'search-range'
  readonly lower: string
  readonly upper: string
  readonly lowerInclusive: boolean
  readonly upperInclusive: boolean
}

/** `>=5`, `<20ms` */
export interface SearchComparison extends NodeBase {
  readonly kind: 'search-comparison'
  readonly comparator: '>' | '>=' | '<' | '<='
  readonly value: string
}

/** `@http.status_code:>=500`, `service:(a OR b)`, `_exists_:x`: a field with what its value must match. */
export interface SearchField extends NodeBase {
  readonly kind: 'search-field'
  /** As written, with `@` or `#`; `*` means every attribute. */
  readonly field: string
  readonly fieldSpan: { readonly start: number; readonly end: number }
  readonly value: SearchExpression
}

/** `CIDR(@network.client.ip,10.0.0.0/8)` */
export interface SearchFunction extends NodeBase {
  readonly kind: 'search-function'
  readonly name: string
  readonly arguments: readonly string[]
}

/** `$env` or `$env.value` of a dashboard. */
export interface SearchVariable extends NodeBase {
  readonly kind: 'search-variable'
  readonly name: string
  readonly valueOnly: boolean
}

export interface SearchNot extends NodeBase {
  readonly kind: 'search-not'
  readonly symbol: 'NOT' | '-'
  readonly operand: SearchExpression
}

/** `a b` and `a AND b` mean the same; how it was written is kept only as `explicit`. */
export interface SearchAnd extends NodeBase {
  readonly kind: 'search-and'
  readonly explicit: boolean
  readonly operands: readonly SearchExpression[]
}

export interface SearchOr extends NodeBase {
  readonly kind: 'search-or'
  readonly operands: readonly SearchExpression[]
}
