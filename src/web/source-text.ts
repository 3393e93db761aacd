import type { Span } from '../diagnostic/index.js'
import { element } from './elements.js'
import { textNodes } from './text-spans.js'

/** A text of a definition, shown above its parts. */
export interface SourceText {
  readonly node: HTMLElement
  readonly mark: (span: Span | undefined) => void
}

/** The query or message inside a JSON, which the editor shows only in its JSON form. */
export function sourceText(text: string): SourceText {
  const node = element('pre', { class: 'source', translate: 'no' }, ...textNodes(text, []))
  return {
    node,
    mark: span => node.replaceChildren(...textNodes(text, [], span)),
  }
}
