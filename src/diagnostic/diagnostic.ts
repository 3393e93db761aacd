import type { Span } from './span.js'

/** `error`: cannot work. `warning`: works, but very likely not as meant. `info`: could be better. */
export type Severity = 'error' | 'warning' | 'info'

/** Replace the text of `span` by `text`. An insertion has an empty span. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/**
 * One thing to tell about a text or a definition. Data only: line, column and caret are computed when it is printed.
 */
export interface Diagnostic {
  /** Stable id `area/name`; also the address of its documentation and the word that disables it. */
  readonly code: string
  readonly severity: Severity
  /** A full sentence: what is wrong. */
  readonly message: string
  /** Where in the text it is about; absent when it is about the whole definition. */
  readonly span?: Span
  /** A full sentence: what to write instead. */
  readonly hint?: string
  /** Edits of the text that repair it, where a safe guess exists. */
  readonly repair?: readonly TextEdit[]
}

/** True when nothing in the list is an error. */
export function isAcceptable(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(diagnostic => diagnostic.severity !== 'error')
}

/** The text after all edits; edits must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let result = ''
  let from = 0
  for (const edit of inOrder) {
    if (edit.span.start < from) continue
    result += text.slice(from, edit.span.start) + edit.text
    from = edit.span.end
  }
  return result + text.slice(from)
}
