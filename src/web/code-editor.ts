import { acceptCompletion, autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { forEachDiagnostic, lintKeymap, type Diagnostic as Shown, setDiagnostics } from '@codemirror/lint'
import {
  Annotation,
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  Transaction,
} from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  keymap,
  tooltips,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import { applyEdits, type Diagnostic, type Span } from '../diagnostic/index.js'
import { codeTheme } from './code-theme.js'
import { completionSource } from './completion-source.js'
import { suggestionsAt } from './completions.js'
import { element } from './elements.js'
import { inline } from './inline.js'
import type { EditorEvents, EditorWords, QueryEditor } from './query-editor.js'
import { type Grammar, highlight } from './tokens.js'

const setGrammar = StateEffect.define<Grammar>()
const setMark = StateEffect.define<Span | undefined>()

interface Painted {
  readonly grammar: Grammar
  readonly decorations: DecorationSet
}

/** The colours of the tokens: the query's own parser runs at each change of the text. */
const painted = StateField.define<Painted>({
  create: state => paint(state, 'none'),
  update: (value, transaction) => {
    const chosen = transaction.effects.find(effect => effect.is(setGrammar))?.value
    if (!transaction.docChanged && chosen === undefined) return value
    return paint(transaction.state, chosen ?? value.grammar)
  },
  provide: field => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

function paint(state: EditorState, grammar: Grammar): Painted {
  const tokens = highlight(state.doc.toString(), grammar)
  const ranges = tokens.map(({ start, end, kind }) =>
    Decoration.mark({ class: `tok-${kind}` }).range(start, end),
  )
  return { grammar, decorations: Decoration.set(ranges, true) }
}

/** The piece that the page points at. */
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, transaction) => {
    const effect = transaction.effects.find(each => each.is(setMark))
    if (effect === undefined) return transaction.docChanged ? Decoration.none : value
    return markOf(effect.value, transaction.state.doc.length)
  },
  provide: field => EditorView.decorations.from(field),
})

const pieceMark = Decoration.mark({ class: 'piece' })

function markOf(span: Span | undefined, length: number): DecorationSet {
  if (span === undefined || span.end > length) return Decoration.none
  if (span.start < span.end) return Decoration.set([pieceMark.range(span.start, span.end)])
  return Decoration.set([Decoration.widget({ widget: insertion, side: 1 }).range(span.start)])
}

/** Where something that is not written would stand. */
class Insertion extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    return element('span', { class: 'insertion', 'aria-hidden': 'true' })
  }
}

const insertion = new Insertion()

/** What the editor takes over from the plain one. */
export interface EditorStart {
  readonly text: string
  readonly selection: Span
  readonly grammar: Grammar
}

/** An editor that is made, but not shown yet: making one takes as long as a frame, and so do filling and showing it. */
export interface MadeEditor {
  readonly fill: (given: EditorStart) => void
  /** With what it holds by then, which may be another text than it was filled with. */
  readonly start: (parent: HTMLElement, given: EditorStart) => QueryEditor
}

/** A text that does not come from the reader. */
const given = Annotation.define<true>()

/** CodeMirror with the grammar, completion and messages of dogma, in a shadow tree, where its styles need no exception. */
export function codeEditor(firstWords: EditorWords, events: EditorEvents): MadeEditor {
  const host = element('div', { class: 'code-editor' })
  const root = host.attachShadow({ mode: 'open' })
  const spoken = new Compartment()
  let words = firstWords
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        history(),
        EditorView.lineWrapping,
        painted,
        marked,
        codeTheme,
        tooltips({ position: 'fixed' }),
        autocompletion({
          icons: false,
          override: [
            completionSource(
              (text, at, grammar) => suggestionsAt(text, at, grammar),
              state => state.field(painted).grammar,
            ),
          ],
        }),
        keymap.of([
          { key: 'Tab', run: acceptCompletion },
          ...completionKeymap,
          ...lintKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of(update => tell(update, events)),
        overwriting,
        pointing(events),
        describing(events),
        spoken.of(spokenWords(firstWords)),
      ],
    }),
  })
  const editor: QueryEditor = {
    text: () => view.state.doc.toString(),
    setText: text => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    setGrammar: grammar => {
      if (view.state.field(painted).grammar !== grammar) view.dispatch({ effects: setGrammar.of(grammar) })
    },
    mark: span => {
      // A pointer that passes over what is no piece would otherwise make the editor measure itself each time.
      if (span === undefined && view.state.field(marked) === Decoration.none) return
      view.dispatch({ effects: setMark.of(span) })
    },
    select: ({ start: from, end }) => {
      view.focus()
      view.dispatch({ selection: EditorSelection.single(from, end), scrollIntoView: true })
    },
    showDiagnostics: diagnostics =>
      view.dispatch(setDiagnostics(view.state, shownOf(diagnostics, view.state, words))),
    setWords: next => {
      words = next
      view.dispatch({ effects: spoken.reconfigure(spokenWords(next)) })
    },
    selection: () => ({ start: view.state.selection.main.from, end: view.state.selection.main.to }),
    hasFocus: () => view.hasFocus,
    focus: () => view.focus(),
    destroy: () => {
      view.destroy()
      host.remove()
    },
  }
  const fill = ({ text, selection, grammar }: EditorStart) => {
    const { doc } = view.state
    const isSame = doc.toString() === text
    view.dispatch({
      ...(isSame ? {} : { changes: { from: 0, to: doc.length, insert: text } }),
      selection: { anchor: selection.start, head: selection.end },
      effects: isSame && view.state.field(painted).grammar === grammar ? [] : setGrammar.of(grammar),
      annotations: [given.of(true), Transaction.addToHistory.of(false)],
    })
  }
  return {
    fill,
    start: (parent, latest) => {
      fill(latest)
      parent.replaceChildren(host)
      return editor
    },
  }
}

function spokenWords({ label, describedBy, lang, phrases }: EditorWords): Extension {
  const attributes = {
    'aria-label': label,
    'aria-description': describedBy,
    lang,
    spellcheck: 'false',
    translate: 'no',
  }
  return [EditorView.contentAttributes.of(attributes), EditorState.phrases.of(phrases)]
}

function tell(update: ViewUpdate, events: EditorEvents): void {
  if (update.transactions.some(each => each.annotation(given) === true)) return
  if (update.docChanged) events.changed(update.state.doc.toString())
  else if (update.selectionSet && update.view.hasFocus) events.moved(update.state.selection.main.head)
}

/** Chromium would give the first letter the style of what it overwrites, inline, which the page's policy forbids. */
const overwriting = EditorView.domEventHandlers({
  beforeinput: ({ inputType, data }, view) => {
    if (inputType !== 'insertText' || data === null || view.state.selection.main.empty) return false
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})

function pointing(events: EditorEvents): Extension {
  return EditorView.domEventHandlers({
    mousemove: ({ clientX: x, clientY: y }, view) => {
      events.pointed(view.posAtCoords({ x, y }) ?? undefined)
    },
    mouseleave: () => events.pointed(undefined),
  })
}

/** Rests the pointer on a piece: its sentence. Where there is a problem, that is told instead. */
function describing(events: EditorEvents): Extension {
  return hoverTooltip(
    (view, at) => {
      const described = events.describe(at)
      if (described === undefined || hasDiagnostic(view.state, at)) return null
      const { span, nodes } = described
      return {
        pos: span.start,
        end: span.end,
        above: false,
        create: () => ({ dom: element('div', { class: 'meaning' }, ...nodes) }),
      }
    },
    { hideOnChange: true },
  )
}

function hasDiagnostic(state: EditorState, at: number): boolean {
  let found = false
  forEachDiagnostic(state, (_, from, to) => {
    found ||= from <= at && at <= to
  })
  return found
}

function shownOf(
  diagnostics: readonly Diagnostic[],
  state: EditorState,
  words: EditorWords,
): readonly Shown[] {
  const { length } = state.doc
  return diagnostics.flatMap(({ span, severity, message, hint, repair }): Shown[] => {
    if (span === undefined || span.end > length) return []
    const action = {
      name: words.repair,
      apply: (view: EditorView) => repairText(view, repair ?? []),
    }
    return [
      {
        from: span.start,
        to: span.end,
        severity,
        message: hint === undefined ? message : `${message} ${hint}`,
        renderMessage: () =>
          element(
            'span',
            { lang: words.lang },
            ...inline(hint === undefined ? message : `${message} ${hint}`),
          ),
        ...(repair === undefined || repair.length === 0 ? {} : { actions: [action] }),
      },
    ]
  })
}

function repairText(view: EditorView, repair: NonNullable<Diagnostic['repair']>): void {
  const text = view.state.doc.toString()
  view.dispatch({ changes: { from: 0, to: text.length, insert: applyEdits(text, repair) } })
}
