import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, isWithinDepth, type Json, omit, pick } from '../../src/sandbox/json.js'

describe('canonicalText', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalText({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      canonicalText({ a: true, b: [1, { c: 'x', d: null }] }),
    )
  })

  it('tells different values apart', () => {
    const values: Json[] = [null, 0, '0', false, [], {}, [[]], { a: null }, ['a', 'b'], ['a,b']]
    expect(new Set(values.map(canonicalText)).size).toBe(values.length)
  })

  it('is JSON of an equal value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        // Serialising once drops what JSON has no form for, such as -0.
        const plain = JSON.parse(JSON.stringify(value)) as Json
        expect(JSON.parse(canonicalText(plain))).toEqual(plain)
      }),
    )
  })
})

it.each<[Json, number, boolean]>([
  ['x', 0, true],
  [[[]], 1, true],
  [[[]], 0, false],
  [{ a: { b: [1] } }, 1, false],
  [{ a: { b: [1] } }, 2, true],
])('isWithinDepth(%j, %i) is %s', (value, limit, expected) => {
  expect(isWithinDepth(value, limit)).toBe(expected)
})

it('pick and omit treat __proto__ as a plain key', () => {
  const value = JSON.parse('{"__proto__":{"x":1},"a":1}')
  expect(JSON.stringify(pick(value, ['__proto__']))).toBe('{"__proto__":{"x":1}}')
  expect(JSON.stringify(omit(value, new Set(['a'])))).toBe('{"__proto__":{"x":1}}')
  expect(pick({ a: 1 }, ['toString'])).toEqual({})
})
