import { describe, expect, it } from 'vitest'
import { wholeNumber, wholeTime } from '../../src/explain/words/whole-numbers.js'

const units = { s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month' } as const

describe.each([
  ['en', 'en-US'],
  ['ja', 'ja-JP'],
] as const)('whole numbers in %s are what Intl says', (lang, locale) => {
  const amounts = Array.from({ length: 1000 }, (_, amount) => amount)

  it('alone', () => {
    const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 })
    expect(amounts.map(wholeNumber)).toEqual(amounts.map(amount => format.format(amount)))
  })

  it.each(Object.entries(units))('of %s', (unit, name) => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' })
    const written = amounts.map(amount => wholeTime(lang, amount, unit as keyof typeof units))
    expect(written).toEqual(amounts.map(amount => format.format(amount)))
  })
})

describe('other numbers are left to Intl', () => {
  it.each([1000, -1, 0.5, -0, Number.NaN, Number.POSITIVE_INFINITY])('%d', value => {
    expect(wholeNumber(value)).toBeUndefined()
    expect(wholeTime('en', value, 's')).toBeUndefined()
  })
})
