import { visible } from '../../diagnostic/index.js'
import type { TimeUnit } from '../window.js'
import { inlineCode } from './inline-code.js'
import { type ListType, listed } from './lists.js'
import type { Lang, Say } from './say.js'
import { wholeNumber, wholeTime } from './whole-numbers.js'
import type { Words } from './words.js'

const locales: Record<Lang, string> = { en: 'en-US', ja: 'ja-JP' }
const unitNames: Record<TimeUnit, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
}

/**
 * Makes the voice of one language. Formatters are made once, and not before they are needed: one costs a thousand times more
 * to make than to use, and the first of a process waits for its language data.
 */
export function createSay(
  lang: Lang,
  words: Words,
  quotes: readonly [string, string],
  finish: (sentence: string) => string,
): Say {
  const locale = locales[lang]
  const plain = lazily(() => new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }))
  const rounded = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }))
  const lists = (type: ListType) => (items: readonly string[]) => listed(lang, type, items)
  const units = Object.fromEntries(
    Object.entries(unitNames).map(([unit, name]) => [unit, lazily(() => unitFormat(locale, name))]),
  ) as Record<TimeUnit, () => Intl.NumberFormat>
  const cardinal = lazily(() => new Intl.PluralRules(locale))
  const ordinal = lazily(() => new Intl.PluralRules(locale, { type: 'ordinal' }))
  const row = lists('unit')
  const unitCaches = {
    s: remembered(),
    m: remembered(),
    h: remembered(),
    d: remembered(),
    w: remembered(),
    mo: remembered(),
  }
  const unit = (amount: number, name: TimeUnit) =>
    wholeTime(lang, amount, name) ?? unitCaches[name](amount, units[name])
  const numberCache = remembered()
  const say: Say = {
    lang,
    finish,
    phrase: one => words[one.code](one.values as never, say),
    number: value => wholeNumber(value) ?? numberCache(value, plain),
    rounded: value => wholeNumber(value) ?? rounded().format(value),
    unit,
    seconds: seconds => row(splitSeconds(seconds).map(([amount, name]) => unit(amount, name))),
    and: lists('conjunction'),
    or: lists('disjunction'),
    row,
    plural: count => cardinal().select(count),
    ordinal: count => ordinal().select(count),
    code: inlineCode,
    codes: texts => texts.map(inlineCode),
    quote: text =>
      text.includes('`') ? inlineCode(text) : quotes[0] + visible(text.replace(/\s*\n\s*/g, ' ')) + quotes[1],
  }
  return say
}

function unitFormat(locale: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 2 })
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const cacheSize = 500

/** `Intl` formatting costs about a microsecond, and the same few numbers come again and again. */
function remembered(): (value: number, format: () => Intl.NumberFormat) => string {
  const known = new Map<number, string>()
  return (value, format) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const text = format().format(value)
    if (known.size < cacheSize) known.set(value, text)
    return text
  }
}

function splitSeconds(seconds: number): readonly (readonly [number, TimeUnit])[] {
  const parts: (readonly [number, TimeUnit])[] = []
  let rest = seconds
  for (const [size, unit] of [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'm'],
  ] as const) {
    const amount = Math.floor(rest / size)
    if (amount > 0) parts.push([amount, unit])
    rest -= amount * size
  }
  const left = Math.round(rest * 100) / 100
  return left > 0 || parts.length === 0 ? [...parts, [left, 's']] : parts
}
