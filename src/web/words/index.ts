import type { Lang } from '../../explain/index.js'
import { en, type WordKey } from './en.js'
import { ja } from './ja.js'

export type { WordKey }

/** In the built page a table is there once its language is loaded. */
const tableOf = (lang: Lang): Readonly<Record<WordKey, string>> => (lang === 'ja' ? ja : en)

/** The page's own words in one language; `{0}` stands for the first value. */
export type Words = (key: WordKey, ...values: readonly string[]) => string

/**
 * @example wordsIn('en')('point', '12:05') // 'Point at 12:05'
 */
export function wordsIn(lang: Lang): Words {
  return (key, ...values) =>
    tableOf(lang)[key].replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '')
}

export function isWordKey(key: string, lang: Lang): key is WordKey {
  return Object.hasOwn(tableOf(lang), key)
}
