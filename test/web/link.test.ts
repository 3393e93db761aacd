import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFragment, writeFragment } from '../../src/web/link.js'

describe('a link to the playground', () => {
  it('carries any text and the language there and back', () => {
    const anyText = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(anyText, fc.constantFrom('en' as const, 'ja' as const), (query, lang) => {
        expect(readFragment(writeFragment({ query, lang }))).toEqual({ query, lang })
      }),
    )
  })

  it('leaves out what cannot be read', () => {
    expect(readFragment('')).toEqual({})
    expect(readFragment('#lang=fr&x=1')).toEqual({})
    expect(readFragment('#q=%E3%81%')).toHaveProperty('query')
  })
})
