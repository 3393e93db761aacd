import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../src/query/monitor/language.js'
import { scannerFor } from '../../../src/query/scanner.js'

describe('the language of a monitor query', () => {
  it.each([
    ['avg(last_5m):a.b > 1', 'metric'],
    ['change(avg(last_5m),last_1h):a.b > 1', 'metric'],
    ['avg(5m):a.b > 1', 'metric'],
    ['avg:a.b{*}', 'metric'],
    ['100 * avg:a.b{*} > 1', 'metric'],
    ['(avg:a.b{*}) > 1', 'metric'],
    ['-a.b > 1', 'metric'],
    ['"a.b".over("*")', 'service-check'],
    ['a.b.over("*").last(2).count_by_status()', 'service-check'],
    ['logs("*")', 'event'],
    ['anything("*")', 'event'],
    ['formula("a")', 'formula'],
    ['burn_rate("last_5m")', 'slo'],
    ['12 && 34', 'composite'],
    ['(12)', 'composite'],
    ['!12', 'composite'],
    ['not 12', 'composite'],
    ['${monitor:a} || 2', 'composite'],
    ['no_query', 'placeholder'],
    ['', undefined],
    ['hello', undefined],
    ['foo(bar)', undefined],
  ])('%s: %s', (text, language) => {
    expect(languageOf(scannerFor(text, false))).toBe(language)
  })
})
