import { describe, expect, it } from 'vitest'
import { normal, parsers, repaired, reportsOf } from '../reading.js'

const { monitor } = parsers
const query = (head: string) => `${head}a.b{*} > 4`

describe('evaluation heads', () => {
  it.each([
    ['avg(last5m):', 'window-spelling «last5m»', 'avg(last_5m):'],
    ['avg(last_5min):', 'window-spelling «last_5min»', 'avg(last_5m):'],
    ['avg(past 2 hours):', 'window-spelling «past 2 hours»', 'avg(last_2h):'],
    ['avg(1 month):', 'window-spelling «1 month»', 'avg(last_1mo):'],
    ['avg(last_15):', 'window-spelling «last_15»', 'avg(last_15m):'],
    ["avg('last_5m'):", "window-spelling «'last_5m'»", 'avg(last_5m):'],
    ['avg():', 'window-spelling «)»', 'avg(last_5m):'],
    ['avg(next1w):', 'window-spelling «next1w»', 'avg(next_1w):'],
    ['avg[last_5m]:', 'wrong-bracket «[»', 'avg(last_5m):'],
    ['avg{last_5m}:', 'wrong-bracket «{»', 'avg(last_5m):'],
    ['avg(last_5m:', 'unclosed-parenthesis «:»', 'avg(last_5m):'],
    ['avg(last_5m)', 'missing-head-colon «a»', 'avg(last_5m):'],
    ['Avg(last_5m):', 'unknown-time-aggregator «Avg»', 'avg(last_5m):'],
    ['mean(last_5m):', 'unknown-time-aggregator «mean»', 'avg(last_5m):'],
    ['pct_change(avg(last_5m)):', 'missing-comma «)»', 'pct_change(avg(last_5m),last_1h):'],
    ['change(avg(last_5m),1h):', 'window-spelling «1h»', 'change(avg(last_5m),last_1h):'],
    ['', 'missing-head «a»', 'avg(last_5m):'],
  ])('%s gives %s and is repaired to %s', (head, report, expected) => {
    expect(reportsOf(query(head), monitor)).toEqual([report])
    expect(normal(repaired(query(head), monitor), monitor)).toBe(query(expected))
  })

  it.each([
    ['avg(yesterday):', ['window-spelling «yesterday»']],
    ['avg(last_5 parsecs):', ['window-spelling «last_5 parsecs»']],
    ['frobnicate(last_5m):', ['unknown-time-aggregator «frobnicate»']],
  ])('%s has no repair', (head, reports) => {
    expect(repaired(query(head), monitor)).toBe(query(head))
    expect(reportsOf(query(head), monitor).slice(-1)).toEqual(reports)
  })
})
