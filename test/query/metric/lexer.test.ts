import { describe, expect, it } from 'vitest'
import { endOfName, isWordAt, readString } from '../../../src/query/metric/lexer.js'
import { scannerFor } from '../../../src/query/scanner.js'

const scan = (text: string) => scannerFor(text, false)

describe('words of the metric language', () => {
  it.each([
    ['system.load.1{', 13],
    ['p99.9:x', 5],
    ['a-b', 1],
    ['é', 0],
    ['', 0],
  ])('the name at the start of %s has %i characters', (text, end) => {
    expect(endOfName(scan(text), 0)).toBe(end)
  })

  it('a word stands alone, in either case', () => {
    expect([
      isWordAt(scan('by {'), 0, 'by'),
      isWordAt(scan('BY'), 0, 'by'),
      isWordAt(scan('byte'), 0, 'by'),
    ]).toEqual([true, true, false])
  })

  it('a string has the quotes of the normal form', () => {
    expect(readString(scan('"basic"'), 7)).toEqual({
      kind: 'string',
      span: { start: 0, end: 7 },
      value: 'basic',
      quote: "'",
    })
  })
})
