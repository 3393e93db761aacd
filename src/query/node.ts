import type { Span } from '../diagnostic/index.js'

/** What every node of every tree has. */
export interface NodeBase {
  readonly kind: string
  readonly span: Span
}

/** Text the grammar does not know, kept exactly and printed back unchanged. Brackets and quotes in it are balanced. */
export interface Opaque extends NodeBase {
  readonly kind: 'opaque'
  readonly text: string
}

/** How a number was written matters (`1e3`, `0.50`); `value` is what it means, `text` its normal form. */
export interface NumberLiteral extends NodeBase {
  readonly kind: 'number'
  readonly value: number
  readonly text: string
}

/** A quoted text; `value` is without quotes and escapes, `quote` is the one that the normal form writes around it. */
export interface StringLiteral extends NodeBase {
  readonly kind: 'string'
  readonly value: string
  readonly quote: '"' | "'"
}

/** A bare word where a value is expected: `daily`, `sum`, `zero`. */
export interface Word extends NodeBase {
  readonly kind: 'word'
  readonly text: string
}
