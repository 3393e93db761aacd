import { describe, expect, it } from 'vitest'
import { parseSearch } from '../../../src/query/search/parser.js'
import { read, repaired, reportsOf, shapeOf } from './reading.js'

const range = (lower: string, upper: string, lowerInclusive: boolean, upperInclusive: boolean) => ({
  kind: 'search-range',
  lower,
  upper,
  lowerInclusive,
  upperInclusive,
})

describe('a range', () => {
  it.each([
    ['[1 TO 5]', range('1', '5', true, true)],
    ['{1 TO 5}', range('1', '5', false, false)],
    ['[* TO 10ms]', range('*', '10ms', true, true)],
    ['[ 1s  TO 3s ]', range('1s', '3s', true, true)],
    ['["a b" TO c\\]d]', range('"a b"', 'c\\]d', true, true)],
  ])('%j is read, with a field and without', (text, tree) => {
    expect(shapeOf(read(text))).toEqual(tree)
    expect(read(`@x:${text}`)).toMatchObject({ kind: 'search-field', value: tree })
    expect(read(`@x:(${text} OR 7)`)).toMatchObject({ value: { kind: 'search-or', operands: [tree, {}] } })
  })
})

describe('a broken range', () => {
  it.each<[string, string, string]>([
    ['@x:[1 TO 5}', 'error search/mixed-brackets 3-11', '@x:[1 TO 5]'],
    ['@x:{1 TO 5]', 'error search/mixed-brackets 3-11', '@x:{1 TO 5}'],
    ['@x:[5 TO 1]', 'warning search/reversed-range 3-11', '@x:[1 TO 5]'],
    ['@x:[1 to 5]', 'error search/range-word 6-8', '@x:[1 TO 5]'],
    ['@x:[1, 5]', 'error search/range-syntax 3-9', '@x:[1 TO 5]'],
    ['x:[a, b-1, c]', 'error search/range-syntax 2-13', 'x:(a OR b-1 OR c)'],
    ['@x:[1..5]', 'error search/range-syntax 3-9', '@x:[1 TO 5]'],
    ['@x:[1-5]', 'error search/range-syntax 3-8', '@x:[1 TO 5]'],
    ['@x:[1 TO 5', 'error search/unclosed-bracket 3-4', '@x:[1 TO 5]'],
    ['(@x:[1 TO 5) y', 'error search/unclosed-bracket 4-5', '(@x:[1 TO 5]) y'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)).toEqual([report])
    expect(repaired(text)).toBe(repair)
  })

  it('text in brackets behind a word is kept as it stands, with a warning', () => {
    const { ok, node, diagnostics } = parseSearch('cardinality:@id[service:web env:prod]')
    expect(ok).toBe(true)
    expect(node).toMatchObject({ operands: [{}, { kind: 'opaque', text: '[service:web env:prod]' }] })
    expect(diagnostics.map(({ code }) => code)).toEqual(['search/range-syntax'])
  })
})
