import { visible } from '../diagnostic/index.js'
import { runsOf } from '../explain/index.js'
import { element } from './elements.js'

/** A sentence as nodes: its inline code becomes `<code>`; everything is text, whatever it holds. */
export function inline(sentence: string): readonly Node[] {
  return runsOf(sentence).map(({ text, code }) =>
    code ? element('code', {}, visible(text)) : document.createTextNode(visible(text)),
  )
}
