import { describe, expect, it } from 'vitest'
import { type ListType, listed } from '../../src/explain/words/lists.js'

const types: readonly ListType[] = ['conjunction', 'disjunction', 'unit']

describe.each([
  ['en', 'en-US'],
  ['ja', 'ja-JP'],
] as const)('a list in %s', (lang, locale) => {
  it.each(types)('is written as Intl writes a %s', type => {
    const format = new Intl.ListFormat(locale, { type, style: 'long' })
    for (let length = 0; length < 8; length += 1) {
      const items = ['`a`', '3 b', '「c」', 'd', '`e`', 'f', 'g'].slice(0, length)
      expect(listed(lang, type, items)).toBe(format.format(items))
    }
  })
})
