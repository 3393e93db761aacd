import type { Phrase } from '../sentences.js'
import type { TimeUnit } from '../window.js'

export type Lang = 'en' | 'ja'

/** What the words of a language need to write numbers, times, lists and pieces of a query. */
export interface Say {
  readonly lang: Lang
  /** The last touch to a whole sentence. */
  readonly finish: (sentence: string) => string
  /** The words of a phrase inside another. */
  readonly phrase: (phrase: Phrase) => string
  readonly number: (value: number) => string
  /** `14 %`-style percentages are written by the words; this is the plain localized number with few digits. */
  readonly rounded: (value: number) => string
  /** A number of one unit: `15 minutes`, `15 分`. */
  readonly unit: (amount: number, unit: TimeUnit) => string
  /** Seconds in the largest units that fit: `1 hour, 30 minutes`. */
  readonly seconds: (seconds: number) => string
  readonly and: (items: readonly string[]) => string
  readonly or: (items: readonly string[]) => string
  /** Items one after the other, without a joining word. */
  readonly row: (items: readonly string[]) => string
  /** The plural category of a count. */
  readonly plural: (count: number) => Intl.LDMLPluralRule
  /** `1st`, `95th`: the category of an ordinal. */
  readonly ordinal: (count: number) => Intl.LDMLPluralRule
  /** A piece of a query, in backticks. */
  readonly code: (text: string) => string
  readonly codes: (texts: readonly string[]) => readonly string[]
  /** A name or title that a person wrote. */
  readonly quote: (text: string) => string
}
