import type { Diagnostic } from '../diagnostic/index.js'

const brand = Symbol.for('dogma.definition-error')

/**
 * What a builder throws when a definition cannot be compiled: the one expected throw, because a builder call in the
 * middle of a file has nowhere to return an error to. Whoever loads the file shows it with place and caret.
 */
export class DefinitionError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  /** The text that the spans of the diagnostics are offsets in, where they have any. */
  readonly text: string | undefined

  constructor(diagnostics: readonly Diagnostic[], text?: string) {
    super(diagnostics.map(diagnostic => diagnostic.message).join('\n'))
    this.name = 'DefinitionError'
    this.diagnostics = diagnostics
    this.text = text
    Object.defineProperty(this, brand, { value: true })
  }
}

/** True for a DefinitionError, also when it comes from another copy of this package. */
export function isDefinitionError(error: unknown): error is DefinitionError {
  return typeof error === 'object' && error !== null && brand in error
}

/** An error about the definition as a whole, or about a piece of `text`. */
export function definitionError(
  code: string,
  message: string,
  more: { readonly hint?: string; readonly text?: string } = {},
): DefinitionError {
  const diagnostic: Diagnostic = {
    code,
    severity: 'error',
    message,
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(more.text === undefined ? {} : { span: { start: 0, end: more.text.length } }),
  }
  return new DefinitionError([diagnostic], more.text)
}
