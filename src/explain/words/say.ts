import { visible } from '../../diagnostic/index.js'
import type { Phrase } from '../sentences.js'
import type { TimeUnit } from '../window.js'
import type { Words } from './words.js'

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

const locales: Record<Lang, string> = { en: 'en-US', ja: 'ja-JP' }
const unitNames: Record<TimeUnit, string> = {
  s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month',
}

/** Nothing that could drive a terminal or end a code span: most texts, and then no copy is made. */
const plainText = /^[ -_a-~]*$/

/**
 * A piece of text that comes from outside, as inline code. Control characters become visible marks; a text that holds
 * backticks gets a longer fence, as Markdown does it.
 */
export function inlineCode(text: string): string {
  if (plainText.test(text)) return `\`${text}\``
  const shown = visible(text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ').trim() : text)
  if (!shown.includes('`')) return `\`${shown}\``
  const longest = Math.max(...(shown.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${shown} ${fence}`
}

/** Makes the voice of one language. Formatters are made once: they cost a thousand times more to make than to use. */
export function createSay(
  lang: Lang,
  words: Words,
  quotes: readonly [string, string],
  finish: (sentence: string) => string,
): Say {
  const locale = locales[lang]
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 })
  const rounded = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const lists = (type: 'conjunction' | 'disjunction' | 'unit') => {
    const list = new Intl.ListFormat(locale, { type, style: 'long' })
    return (items: readonly string[]) => (items.length === 1 ? items[0]! : list.format(items))
  }
  const units = Object.fromEntries(
    Object.entries(unitNames).map(([unit, name]) => [
      unit,
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 2 }),
    ]),
  ) as Record<TimeUnit, Intl.NumberFormat>
  const cardinal = new Intl.PluralRules(locale)
  const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' })
  const row = lists('unit')
  const unitCaches = { s: remembered(), m: remembered(), h: remembered(), d: remembered(), w: remembered(), mo: remembered() }
  const unit = (amount: number, name: TimeUnit) => unitCaches[name](amount, units[name])
  const numberCache = remembered()
  const say: Say = {
    lang,
    finish,
    phrase: one => words[one.code](one.values as never, say),
    number: value => numberCache(value, plain),
    rounded: value => rounded.format(value),
    unit,
    seconds: seconds => row(splitSeconds(seconds).map(([amount, name]) => unit(amount, name))),
    and: lists('conjunction'),
    or: lists('disjunction'),
    row,
    plural: count => cardinal.select(count),
    ordinal: count => ordinal.select(count),
    code: inlineCode,
    codes: texts => texts.map(inlineCode),
    quote: text => (text.includes('`') ? inlineCode(text) : quotes[0] + visible(text.replace(/\s*\n\s*/g, ' ')) + quotes[1]),
  }
  return say
}

const cacheSize = 500

/** `Intl` formatting costs about a microsecond, and the same few numbers come again and again. */
function remembered(): (value: number, format: Intl.NumberFormat) => string {
  const known = new Map<number, string>()
  return (value, format) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const text = format.format(value)
    if (known.size < cacheSize) known.set(value, text)
    return text
  }
}

function splitSeconds(seconds: number): readonly (readonly [number, TimeUnit])[] {
  const parts: (readonly [number, TimeUnit])[] = []
  let rest = seconds
  for (const [size, unit] of [[86_400, 'd'], [3_600, 'h'], [60, 'm']] as const) {
    const amount = Math.floor(rest / size)
    if (amount > 0) parts.push([amount, unit])
    rest -= amount * size
  }
  const left = Math.round(rest * 100) / 100
  return left > 0 || parts.length === 0 ? [...parts, [left, 's']] : parts
}
