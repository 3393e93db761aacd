import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeSearchPhrase, escapeSearchTerm } from '../../../src/query/search/escape.js'
import { read, shapeOf } from './reading.js'

describe('escaping', () => {
  it.each([
    ['web', 'web'],
    ['a b:c', 'a\\ b\\:c'],
    ['AND', '\\AND'],
    ['NOT', '\\NOT'],
    ['-5', '\\-5'],
  ])('the term for %j is %j', (text, term) => {
    expect(escapeSearchTerm(text)).toBe(term)
  })

  it('any text becomes one term, alone and behind a field', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), text => {
        const term = { kind: 'search-term', text: escapeSearchTerm(text) }
        expect(shapeOf(read(term.text))).toEqual(term)
        expect(shapeOf(read(`service:${term.text}`))).toEqual({
          kind: 'search-field',
          field: 'service',
          value: term,
        })
      }),
    )
  })

  it('any text becomes one phrase', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const phrase = { kind: 'search-phrase', text: escapeSearchPhrase(text) }
        expect(shapeOf(read(`"${phrase.text}"`))).toEqual(phrase)
      }),
    )
  })
})
