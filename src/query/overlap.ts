import type { Span } from '../diagnostic/index.js'

/** True for spans that share a character, and for two insertions at one place. */
export function overlap(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}
