import { explainQuery, guessKind, type Lang } from '../explain/index.js'
import { chunkReady } from './chunk.js'
import { loadDefinitionWords, loadProblemParts } from './load-words.js'
import { looksLikeJson, type Reading, readText } from './reading.js'
import { pause } from './slices.js'
import type { Words } from './words/index.js'

/** Reads a text of any kind, in two steps where it is long work. What explains definitions or names problems is loaded when the first of them comes. */
export async function read(text: string, lang: Lang, words: Words): Promise<Reading> {
  if (!looksLikeJson(text)) {
    // The words for the parts of a message come with those for definitions, which hold one.
    if (guessKind(text) === 'message') await loadDefinitionWords(lang)
    const explanation = explainQuery(text, { lang })
    await pause()
    const reading = readText(text, lang, explanation)
    const isNamed = reading.diagnostics.length === 0 || !(await loadProblemParts(lang))
    return isNamed ? reading : readText(text, lang)
  }
  await Promise.all([
    chunkReady('definition-reading'),
    loadDefinitionWords(lang),
    // Its cautions name the rules that the checks found broken.
    loadProblemParts(lang),
  ])
  const { readDefinition } = await import('./definition-reading.js')
  return readDefinition(text, lang, words)
}
