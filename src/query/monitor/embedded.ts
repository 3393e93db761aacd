import type { Diagnostic, Span } from '../../diagnostic/index.js'
import { escaped, offsetsIn, type Quote, unquoted } from '../quoting.js'
import { type AnyNode, visit } from '../visitor.js'
import type { QuotedText } from './quoted-parser.js'

/** A text between quotes, what it means, and how its offsets are those of the whole query. */
export interface EmbeddedText {
  readonly raw: string
  readonly text: string
  readonly spanOf: (offset: number) => number
}

export function embeddedText(whole: string, place: QuotedText): EmbeddedText {
  const raw = whole.slice(place.innerStart, place.innerEnd)
  const offset = offsetsIn(raw, place.quote)
  return { raw, text: unquoted(raw, place.quote), spanOf: at => place.innerStart + offset(at) }
}

/** A repair of an embedded text stands between the quotes too, so its own quotes are escaped. */
export function requoted(diagnostic: Diagnostic, quote: Quote): Diagnostic {
  if (diagnostic.repair === undefined) return diagnostic
  return {
    ...diagnostic,
    repair: diagnostic.repair.map(edit => ({ ...edit, text: escaped(edit.text, quote) })),
  }
}

/** A diagnostic about an embedded text that was read on its own, moved into the whole. */
export function moved(diagnostic: Diagnostic, { spanOf }: EmbeddedText): Diagnostic {
  const { span, repair } = diagnostic
  return {
    ...diagnostic,
    ...(span === undefined ? {} : { span: movedSpan(span, spanOf) }),
    ...(repair === undefined
      ? {}
      : { repair: repair.map(edit => ({ ...edit, span: movedSpan(edit.span, spanOf) })) }),
  }
}

function movedSpan(span: Span, spanOf: (offset: number) => number): Span {
  return { start: spanOf(span.start), end: spanOf(span.end) }
}

type MutableSpan = { -readonly [Key in keyof Span]: Span[Key] }

/**
 * Moves every span of a tree that was just made, in place: nobody else has seen it yet, and it may be too deep to copy. No two nodes
 * of a formula share a span object.
 */
export function moveTree(root: AnyNode, { spanOf }: EmbeddedText): void {
  const move = (span: MutableSpan) => {
    span.start = spanOf(span.start)
    span.end = spanOf(span.end)
  }
  visit(root, {
    enter: node => {
      move(node.span)
      if ('nameSpan' in node) move(node.nameSpan)
    },
  })
}
