import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalNumber, readNumber } from '../../src/query/number-literal.js'
import { scannerFor } from '../../src/query/scanner.js'

const read = (text: string, negative = false) => readNumber(scannerFor(text, false), 0, negative)

describe('numbers', () => {
  it.each([
    ['5', '5', 5],
    ['007', '7', 7],
    ['0', '0', 0],
    ['5.0', '5', 5],
    ['0.50', '0.5', 0.5],
    ['00.5', '0.5', 0.5],
    ['1e3', '1000', 1000],
    ['1.5E+3', '1500', 1500],
    ['25e-4', '0.0025', 0.0025],
    ['123456789012345678901', '123456789012345678901', 1.2345678901234568e20],
    ['0.123456789012345678901', '0.123456789012345678901', 0.12345678901234568],
    ['1e300', '1e300', 1e300],
    ['1e-300', '1e-300', 1e-300],
    ['1e999', '1e999', Number.POSITIVE_INFINITY],
    ['0e5', '0', 0],
  ])('%s is written %s', (written, text, value) => {
    expect(read(written)).toMatchObject({
      kind: 'number',
      text,
      value,
      span: { start: 0, end: written.length },
    })
  })

  it('a sign belongs to the number, but zero has none', () => {
    expect([read('3', true), read('0.0', true)]).toMatchObject([
      { text: '-3', value: -3 },
      { text: '0', value: 0 },
    ])
  })

  it.each([
    ['5.', 1],
    ['5.x', 1],
    ['5e', 1],
    ['5e+', 1],
    ['5m', 1],
    ['5.5.5', 3],
  ])('of %s only the number is read', (text, end) => {
    expect(read(text).span.end).toBe(end)
  })

  it('the normal form keeps the value and is its own normal form', () => {
    const parts = fc.tuple(fc.nat(), fc.option(fc.nat()), fc.option(fc.integer({ min: -30, max: 30 })))
    fc.assert(
      fc.property(parts, ([whole, fraction, exponent]) => {
        const written = `${whole}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : `e${exponent}`}`
        const text = canonicalNumber(written)
        expect(Number(text)).toBe(Number(written))
        expect(canonicalNumber(text)).toBe(text)
        expect(read(written).value).toBe(Number(written))
      }),
    )
  })
})
