import type { Lang } from '../explain/index.js'
import { chunkReady } from './chunk.js'
import { loadDefinitionWords } from './load-words.js'
import { looksLikeJson, type Reading, readText } from './reading.js'
import type { Words } from './words/index.js'

/** Reads a text of any kind. What explains definitions is loaded when the first JSON comes. */
export async function read(text: string, lang: Lang, words: Words): Promise<Reading> {
  if (!looksLikeJson(text)) return readText(text, lang)
  await Promise.all([chunkReady('definition-reading'), loadDefinitionWords(lang)])
  const { readDefinition } = await import('./definition-reading.js')
  return readDefinition(text, lang, words)
}
