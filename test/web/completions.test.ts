import { describe, expect, it } from 'vitest'
import { suggestionsAt } from '../../src/web/completions.js'
import type { Grammar } from '../../src/web/tokens.js'

/** The labels offered at `|`. */
function offered(marked: string, grammar: Grammar = 'monitor-query'): readonly string[] {
  const at = marked.indexOf('|')
  const found = suggestionsAt(marked.replace('|', ''), at, grammar)
  return found?.items.map(({ label }) => label) ?? []
}

describe('what the editor offers', () => {
  it.each([
    ['|', 'avg(last_5m):'],
    ['|', 'logs("")'],
    ['avg(|', 'last_15m'],
    ['avg(last_5m):ano|', 'anomalies'],
    ['avg(last_5m):|', 'sum:'],
    ['avg(last_5m):avg:x{*}.ro|', 'rollup'],
    ['avg:x{*}.rollup(|)', 'max'],
    ["anomalies(avg:x{*}, '|', 2)", 'agile'],
    ["anomalies(avg:x{*}, 'agile', 2, |)", 'seasonality'],
    ["anomalies(avg:x{*}, 'agile', 2, seasonality='|')", 'weekly'],
    ['logs("status:error").|', 'rollup'],
    ['"ntp.in_sync".over("*").|', 'count_by_status'],
    ['burn_rate("abc").|', 'long_window'],
  ])('at %s has %s', (marked, label) => {
    expect(offered(marked)).toContain(label)
  })

  it('is about messages inside braces', () => {
    expect(offered('{{#|', 'message')).toContain('is_alert')
    expect(offered('{{|', 'message')).toContain('value')
    expect(offered('plain |', 'message')).toEqual([])
  })

  it('is nothing where any text may stand', () => {
    expect(offered('avg(last_5m):avg:x{en|')).toEqual([])
    expect(offered('logs("err|')).toEqual([])
    expect(offered('{"type": |', 'json')).toEqual([])
  })

  it('names an argument only once', () => {
    expect(offered("anomalies(avg:x{*}, 'agile', 2, direction='both', |)")).not.toContain('direction')
  })
})
