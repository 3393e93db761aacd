import { describe, expect, it } from 'vitest'
import { printSearch } from '../../../src/query/search/printer.js'
import { read } from './reading.js'

describe('the normal form', () => {
  it.each<[string, string?]>([
    [''],
    ['*'],
    ['a b AND c OR -d'],
    ['(a OR b) c'],
    ['(a AND b) c'],
    ['NOT (a b)'],
    ['-(NOT a)'],
    ['--a'],
    ['x:(a OR b)'],
    ['x:(y:z)'],
    ['x:(*:*)'],
    ['@x:[1 TO 5] @y:>=2 env:$env.value'],
    ['( a  ||  b )', 'a OR b'],
    ['(a b) AND (c)', 'a b AND c'],
    ['a && +b', 'a AND b'],
    ['x:( "a b" )', 'x:"a b"'],
    ['x: y', 'x:y'],
    ['[ 1  TO  5 ]', '[1 TO 5]'],
    ['CIDR(@ip, 10.0.0.0/8)', 'CIDR(@ip,10.0.0.0/8)'],
    ['- a', '-a'],
    ['(a AND b) AND c'],
  ])('%j', (text, printed = text) => {
    expect(printSearch(read(text))).toBe(printed)
  })

  it('an empty search inside a larger one is `*`', () => {
    const span = { start: 0, end: 0 }
    const empty = { kind: 'search-all', span, text: '' } as const
    expect(printSearch({ kind: 'search-not', span, symbol: 'NOT', operand: empty })).toBe('NOT *')
  })
})
