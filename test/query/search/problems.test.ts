import { describe, expect, it } from 'vitest'
import { repaired, reportsOf } from './reading.js'

describe('what is broken is reported with a repair', () => {
  it.each<[string, string, string]>([
    ['a AND', 'error search/missing-operand 2-5', 'a'],
    ['OR a', 'error search/missing-operand 0-2', 'a'],
    ['a OR OR b', 'error search/missing-operand 2-4', 'a OR b'],
    ['a AND NOT', 'error search/missing-operand 6-9', 'a AND'],
    ['(a OR b', 'error search/unclosed-parenthesis 0-1', '(a OR b)'],
    ['a)', 'error search/stray-bracket 1-2', 'a'],
    ['a ]', 'error search/stray-bracket 2-3', 'a '],
    ['x:()', 'error search/empty-group 2-4', 'x:*'],
    ['service:', 'error search/missing-value 0-8', 'service:*'],
    ['service: OR b', 'error search/missing-value 0-8', 'service:* OR b'],
    [':web', 'error search/missing-field 0-4', '\\:web'],
    ['service: web', 'warning search/blank-after-colon 7-9', 'service:web'],
    ['"service":web', 'error search/quoted-field 0-9', 'service:web'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)[0]).toBe(report)
    expect(repaired(text)).toBe(repair)
  })
})
