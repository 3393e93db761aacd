import type { Diagnostic, Span } from '../diagnostic/index.js'
import type { Grammar } from './tokens.js'

/** What the page wants to hear from its editor. */
export interface EditorEvents {
  readonly changed: (text: string) => void
  /** The pointer is over an offset of the text, or has left it. */
  readonly pointed: (offset: number | undefined) => void
  /** The caret moved, by the reader. */
  readonly moved: (offset: number) => void
  /** A sentence about the piece at an offset, for a tooltip. */
  readonly describe: (offset: number) => { readonly span: Span; readonly nodes: readonly Node[] } | undefined
}

/** The words an editor speaks. */
export interface EditorWords {
  readonly lang: string
  readonly label: string
  readonly describedBy: string
  readonly repair: string
  /** What the editor itself says, by its English words. */
  readonly phrases: Readonly<Record<string, string>>
}

/** An editor of the query: a plain text area at first, CodeMirror as soon as the reader does anything. */
export interface QueryEditor {
  readonly text: () => string
  readonly setText: (text: string) => void
  readonly setGrammar: (grammar: Grammar) => void
  /** Highlights a piece; an empty span marks a place where something is not written. */
  readonly mark: (span: Span | undefined) => void
  readonly select: (span: Span) => void
  readonly showDiagnostics: (diagnostics: readonly Diagnostic[]) => void
  readonly setWords: (words: EditorWords) => void
  readonly selection: () => Span
  readonly hasFocus: () => boolean
  readonly focus: () => void
  readonly destroy: () => void
}
