/** A piece of a text: zero-based offsets in UTF-16 code units, `end` not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The smallest span that holds both. */
export function joinSpans(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}
