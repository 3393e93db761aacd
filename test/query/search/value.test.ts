import { describe, expect, it } from 'vitest'
import { read, repaired, reportsOf } from './reading.js'

describe('a comparison', () => {
  it.each([
    ['@d:>1s', '>', '1s'],
    ['@d:>=500', '>=', '500'],
    ['@d:<-1', '<', '-1'],
    ['@d:<=4.12345E\\-4', '<=', '4.12345E\\-4'],
    ['@d:>web', '>', 'web'],
  ])('%j', (text, comparator, value) => {
    expect(read(text)).toMatchObject({ value: { kind: 'search-comparison', comparator, value } })
  })
})

describe('a broken value', () => {
  it.each<[string, string, string]>([
    ['@d:> 5', 'warning search/blank-after-comparator 4-5', '@d:>5'],
    ['@d:>"5"', 'warning search/quoted-number 4-7', '@d:>5'],
    ['@d:>', 'error search/missing-value 3-4', '@d:>'],
    ['@d:>==5', 'error search/comparator 3-6', '@d:>=5'],
    ['@d:> =5', 'error search/comparator 3-6', '@d:>=5'],
    ['@d:>>5', 'error search/comparator 3-5', '@d:>5'],
    ['service:"web', 'error search/unclosed-quote 8-9', 'service:"web"'],
    ['(service:"web)', 'error search/unclosed-quote 9-10', '(service:"web")'],
    ['service:"web AND env:prod', 'error search/unclosed-quote 8-9', 'service:"web" AND env:prod'],
    ['“a b” c', 'error search/smart-quotes 0-5', '"a b" c'],
    ['service:“a b”', 'error search/smart-quotes 8-13', 'service:"a b"'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)).toEqual([report])
    expect(repaired(text)).toBe(repair)
  })
})
