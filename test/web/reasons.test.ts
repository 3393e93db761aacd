import { describe, expect, it } from 'vitest'
import { reasonsAgainst } from '../../src/web/reasons.js'

const queries = [
  "max(next_1d):forecast(avg:x{*}, 'linear', 1) > 9",
  "avg(last_4h):outliers(avg:x{*} by {host}, 'DBSCAN', 2) > 0",
  'avg(last_5m):autosmooth(avg:x{*}) > 1',
  'avg(last_5m):avg:x{*}.weighted() > 1',
  'avg(last_5m):avg:x{$env} > 1',
  'avg(last_5m):avg:x{*}.rollup(avg, daily) > 1',
  'avg(last_5m):avg:x{*}.fill(cubic) > 1',
  'avg(last_5m):avg:x{*} by {a} + avg:y{*} by {b} > 1',
  'avg(current_7d):avg:x{*} > 1',
  'formula("query1 / query2").last("5m") > 1',
  'avg(last_5m):avg:x{*} > threshold',
]

describe('why something is not simulated', () => {
  it.each(queries)('is said in both languages: %s', query => {
    const monitor = { type: 'query alert', query }
    const [english, japanese] = [reasonsAgainst(monitor, 'en'), reasonsAgainst(monitor, 'ja')]
    expect(english.length > 0).toBe(japanese.length > 0)
    for (const each of english) expect(each).toMatch(/^[^ぁ-んァ-ヶ一-龠]+$/)
    for (const each of japanese) expect(each).toMatch(/[ぁ-ん].*(?:。|\))$/)
  })

  it('quotes the piece that it is about', () => {
    const monitor = { type: 'query alert', query: 'avg(last_5m):avg:x{*}.weighted() > 1' }
    expect(reasonsAgainst(monitor, 'ja').join()).toMatch(/^`[^`]*\.weighted\(\)`: /)
  })
})
