import type { Span } from '../diagnostic/index.js'
import { element } from './elements.js'
import type { EditorEvents, QueryEditor } from './query-editor.js'
import { showNodes, textNodes } from './text-spans.js'
import { type Grammar, highlight } from './tokens.js'

/**
 * A text area over its own highlighted text. It is what the page starts with, so that the first load stays small, and what
 * it keeps if the editor proper cannot be fetched.
 */
export function plainEditor(parent: HTMLElement, text: string, events: EditorEvents): QueryEditor {
  const area = element('textarea', {
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    autocorrect: 'off',
    translate: 'no',
    rows: 1,
  })
  const behind = element('pre', { 'aria-hidden': 'true', translate: 'no' })
  const frame = element('div', { class: 'plain-editor' }, behind, area)
  let grammar: Grammar = 'none'
  let marked: Span | undefined
  const paint = () =>
    showNodes(behind, [
      ...textNodes(area.value, highlight(area.value, grammar), marked),
      document.createTextNode('\u200b'),
    ])
  area.value = text
  area.addEventListener('input', () => {
    marked = undefined
    paint()
    events.changed(area.value)
  })
  area.addEventListener('keyup', () => events.moved(area.selectionStart))
  parent.replaceChildren(frame)
  paint()
  return {
    text: () => area.value,
    setText: value => {
      area.value = value
      marked = undefined
      paint()
      events.changed(value)
    },
    setGrammar: value => {
      if (grammar === value) return
      grammar = value
      paint()
    },
    mark: span => {
      marked = span
      paint()
    },
    select: ({ start, end }) => {
      area.focus()
      area.setSelectionRange(start, end)
    },
    showDiagnostics: () => {},
    setWords: ({ label, describedBy }) => {
      area.setAttribute('aria-label', label)
      area.setAttribute('aria-describedby', describedBy)
    },
    selection: () => ({ start: area.selectionStart, end: area.selectionEnd }),
    hasFocus: () => document.activeElement === area,
    focus: () => area.focus(),
    destroy: () => frame.remove(),
  }
}
