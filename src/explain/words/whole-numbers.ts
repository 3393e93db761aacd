import type { TimeUnit } from '../window.js'
import type { Lang } from './say.js'

/**
 * How whole numbers below a thousand and times of them are written: exactly what `Intl` says, which a test compares. They
 * are nearly all that a query needs, and the first use of `Intl` costs a new process ten milliseconds.
 */
const times: Readonly<Record<Lang, Readonly<Record<TimeUnit, readonly [one: string, other: string]>>>> = {
  en: {
    s: [' second', ' seconds'],
    m: [' minute', ' minutes'],
    h: [' hour', ' hours'],
    d: [' day', ' days'],
    w: [' week', ' weeks'],
    mo: [' month', ' months'],
  },
  ja: {
    s: [' 秒', ' 秒'],
    m: [' 分', ' 分'],
    h: [' 時間', ' 時間'],
    d: [' 日', ' 日'],
    w: [' 週間', ' 週間'],
    mo: [' か月', ' か月'],
  },
}

/** The number itself, or undefined where only `Intl` knows. */
export function wholeNumber(value: number): string | undefined {
  return Number.isInteger(value) && value >= 0 && value < 1000 && !Object.is(value, -0)
    ? String(value)
    : undefined
}

/** A number of a unit, or undefined where only `Intl` knows. */
export function wholeTime(lang: Lang, amount: number, unit: TimeUnit): string | undefined {
  const number = wholeNumber(amount)
  return number === undefined ? undefined : number + times[lang][unit][amount === 1 ? 0 : 1]
}
