import type { DiffPhrase } from '../../diff/sentences.js'
import { sayIn } from '../index.js'
import type { Lang } from '../say.js'
import { en } from './en.js'
import { ja } from './ja.js'
import type { DiffWords } from './words.js'

const tables: Readonly<Record<Lang, DiffWords>> = { en, ja }

/** What puts a statement about a difference into the words of a language. */
export function sayDiffIn(lang: Lang): (phrase: DiffPhrase) => string {
  const say = sayIn(lang)
  const words = tables[lang]
  return phrase => say.finish(words[phrase.code](phrase.values as never, say))
}
