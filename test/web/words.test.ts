import { describe, expect, it } from 'vitest'
import { firstLanguage } from '../../src/web/language.js'
import { en } from '../../src/web/words/en.js'
import { wordsIn } from '../../src/web/words/index.js'
import { ja } from '../../src/web/words/ja.js'

describe("the page's own words", () => {
  it('hold the same values in both languages', () => {
    for (const [key, text] of Object.entries(en)) {
      const japanese = Object.entries(ja).find(([name]) => name === key)?.[1] ?? ''
      expect([key, slots(japanese)]).toEqual([key, slots(text)])
      expect(japanese.trim()).not.toBe('')
    }
  })

  it('are filled with values, which are never read as patterns', () => {
    expect(wordsIn('en')('point', '{0} $&')).toBe('Point at {0} $&')
  })
})

const slots = (text: string) => (text.match(/\{\d\}/g) ?? []).sort()

describe('the first language', () => {
  it.each([
    [undefined, ['ja-JP', 'en'], 'ja'],
    [undefined, ['fr', 'en-GB', 'ja'], 'en'],
    [undefined, ['fr'], 'en'],
    ['ja' as const, ['en'], 'ja'],
  ])('asked for %s by a reader of %j is %s', (linked, preferred, lang) => {
    expect(firstLanguage(linked, preferred)).toBe(lang)
  })
})
