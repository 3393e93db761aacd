import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Suggestion, Suggestions } from './completions.js'
import { element } from './elements.js'
import type { Grammar } from './tokens.js'

/** Offers our suggestions to CodeMirror: while a word is typed, and whenever the reader asks. */
export function completionSource(
  suggest: (text: string, offset: number, grammar: Grammar) => Suggestions | undefined,
  grammarOf: (state: EditorState) => Grammar,
): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const text = state.doc.toString()
    const found = suggest(text, pos, grammarOf(state))
    if (found === undefined) return null
    const opens = /[.(:'{#]$/.test(text.slice(0, pos))
    if (!explicit && found.from === pos && !opens) return null
    return { from: found.from, options: found.items.map(completionOf), validFor: /^\w*$/ }
  }
}

function completionOf({ label, insert, caret, kind, usage, example }: Suggestion): Completion {
  return {
    label,
    type: kind,
    // An aggregator is more often wanted than a function of the same beginning.
    boost: kind === 'function' ? 0 : 10,
    apply: (view: EditorView, _: Completion, from: number, to: number) => {
      const text = insert ?? label
      view.dispatch({
        changes: { from, to, insert: text },
        selection: { anchor: from + (caret ?? text.length) },
        userEvent: 'input.complete',
      })
    },
    ...(usage === undefined ? {} : { info: () => usageNode(usage, example) }),
  }
}

function usageNode(usage: string, example: string | undefined): Node {
  const lines = example === undefined ? [] : [element('code', { class: 'example' }, example)]
  return element('div', { class: 'usage' }, element('code', {}, usage.replaceAll('`', '')), ...lines)
}
