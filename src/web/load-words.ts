import type { Lang } from '../explain/index.js'

/**
 * Makes the words of a language ready for `explain`. Here all words are there from the start; the built page replaces this
 * file, so that it fetches only the language it shows.
 */
export function loadWords(_lang: Lang): Promise<void> {
  return Promise.resolve()
}

/** Those that only the JSON of a definition or a message needs; `loadWords` comes first. */
export function loadDefinitionWords(_lang: Lang): Promise<void> {
  return Promise.resolve()
}

/** Words and readings that only a text with problems needs; false when they were there already. */
export function loadProblemParts(_lang: Lang): Promise<boolean> {
  return Promise.resolve(false)
}
