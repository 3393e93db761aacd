import type { Diagnostic } from '../diagnostic/index.js'
import { type Phrase, phrase } from './sentences.js'
import { sayIn } from './words/index.js'
import type { Lang } from './words/say.js'

/** Something the parsers or checks found, and the text that it is about. */
interface Found {
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
  /** The piece of text it is about; empty where it has none. */
  readonly piece: string
}

/** Its words in a language; advice that has none there is left out. */
export function wordsOfDiagnostic(
  { code, message, hint, piece }: Found,
  textOf: (phrase: Phrase) => string,
): { readonly message: string; readonly hint?: string } {
  const advice = hint === undefined ? '' : textOf(phrase('diagnostic/hint', { hint }))
  const says = textOf(phrase('diagnostic/message', { code, message, piece }))
  return { message: says, ...(advice !== '' && { hint: advice }) }
}

/**
 * What the parsers and checks found in a text, in the words of a language. They speak English themselves.
 *
 * @example
 * localizeDiagnostics([{ code: 'query/empty-scope', severity: 'error', message: 'The scope is empty.' }], '', 'ja')
 */
export function localizeDiagnostics(
  diagnostics: readonly Diagnostic[],
  text: string,
  lang: Lang,
): readonly Diagnostic[] {
  const say = sayIn(lang)
  const textOf = (one: Phrase) => say.finish(say.phrase(one))
  return diagnostics.map(({ message, hint, ...rest }) => {
    const piece = rest.span === undefined ? '' : text.slice(rest.span.start, rest.span.end)
    return { ...rest, ...wordsOfDiagnostic({ code: rest.code, message, hint, piece }, textOf) }
  })
}
