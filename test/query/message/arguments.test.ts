import { describe, expect, it } from 'vitest'
import { readPart, repaired, reportsOf } from './reading.js'

describe('arguments', () => {
  it.each([
    ['{{eval "a"}}', ['a']],
    ["{{local_time  'last_triggered_at'\t'Asia/Tokyo' }}", ['last_triggered_at', 'Asia/Tokyo']],
    ['{{eval "say \\"x\\""}}', ['say "x"']],
    ['{{eval ""}}', ['']],
  ])('%j', (text, values) => {
    expect(readPart(text)).toMatchObject({ arguments: values.map(value => ({ kind: 'string', value })) })
  })
})

describe('broken arguments', () => {
  it.each<[string, string, string]>([
    ['{{eval first_triggered_at}}', 'error message/missing-quotes 7-25', '{{eval "first_triggered_at"}}'],
    ['{{eval "a-1}}', 'error message/unclosed-quote 7-11', '{{eval "a-1"}}'],
    ["{{eval 'a-1 }}", 'error message/unclosed-quote 7-11', "{{eval 'a-1' }}"],
    ['{{urlencode “a”}}', 'error message/smart-quotes 12-15', '{{urlencode "a"}}'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)).toEqual([report])
    expect(repaired(text)).toBe(repair)
  })
})
