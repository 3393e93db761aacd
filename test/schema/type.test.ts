import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseType, printType, type Type } from '../../src/schema/type.js'

describe('the written form of a type', () => {
  it.each<[string, Type]>([
    ['string', { kind: 'string' }],
    ['@monitor', { kind: 'reference', to: 'monitor' }],
    ['Widget[]', { kind: 'array', items: { kind: 'named', name: 'Widget' } }],
    ['Widget[1]', { kind: 'array', items: { kind: 'named', name: 'Widget' }, length: 1 }],
    ['number{}', { kind: 'map', values: { kind: 'number' } }],
    ['integer|null', { kind: 'either', types: [{ kind: 'integer' }, { kind: 'null' }] }],
    [
      '(integer|string)[]',
      { kind: 'array', items: { kind: 'either', types: [{ kind: 'integer' }, { kind: 'string' }] } },
    ],
  ])('%s', (text, type) => {
    expect(parseType(text)).toEqual(type)
    expect(printType(type)).toBe(text)
  })

  it('is read back as what was printed', () => {
    const plain = fc.constantFrom('any', 'string', 'numeral', '@slo', 'WidgetTime', '(integer|null)')
    const text = fc
      .tuple(plain, fc.array(fc.constantFrom('[]', '[2]', '{}'), { minLength: 1, maxLength: 3 }))
      .map(([start, ends]) => start + ends.join(''))
    fc.assert(
      fc.property(text, written => {
        expect(printType(parseType(written))).toBe(written)
      }),
    )
  })
})
