import type { Part, Source } from '../explain/index.js'
import { element } from './elements.js'
import { textNodes } from './text-spans.js'

/** The query or message inside a JSON, which the editor shows only in its JSON form. */
export function sourceText({ id, text }: Source): HTMLElement {
  return element('pre', { class: 'source', 'data-source': id, translate: 'no' }, ...textNodes(text, []))
}

/** Highlights the piece of a part in the text that it belongs to, and no other. */
export function markSources(parent: HTMLElement, sources: readonly Source[], part: Part | undefined): void {
  for (const node of parent.querySelectorAll<HTMLElement>('pre.source')) {
    const source = sources.find(({ id }) => id === node.dataset.source)
    if (source === undefined) continue
    node.replaceChildren(...textNodes(source.text, [], part?.source === source.id ? part.span : undefined))
  }
}
