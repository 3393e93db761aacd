import { describe, expect, it } from 'vitest'
import { functions, unitEffects } from '../../src/catalog/index.js'
import { explain, type Lang } from '../../src/explain/index.js'

function condition(query: string, lang: Lang = 'en'): string {
  const part = explain(query, { lang }).parts.find(one => one.does.code.endsWith('condition'))
  return part?.does.text ?? ''
}

describe('the unit beside the threshold', () => {
  it.each([
    ['a known metric', 'avg(last_5m):avg:system.cpu.user{a:b} > 90', '90%', '90% を超える'],
    ['one of it', 'avg(last_5m):avg:system.uptime{a:b} < 1', '1 second.', '1 秒を下回る'],
    ['a percentile', 'avg(last_5m):p95:trace.http.request{a:b} > 2', '2 seconds', '2 秒を超える'],
    [
      'an increase of bytes',
      'change(avg(last_5m),last_1h):avg:system.mem.used{a:b} > 5000',
      '5,000 bytes',
      '5,000 バイトを超える',
    ],
    [
      'a forecast',
      "max(next_1w):forecast(avg:system.disk.used{a:b}, 'linear', 1) >= 5000",
      '5,000 bytes',
      '5,000 バイト以上',
    ],
    [
      'functions that keep it',
      'avg(last_5m):abs(ewma_5(avg:system.mem.used{a:b}.rollup(max, 60))) > 9',
      '9 bytes',
      '9 バイトを超える',
    ],
    [
      'a metric that is sent per second',
      'avg(last_5m):sum:system.net.bytes_rcvd{a:b} > 9',
      '9 bytes per second',
      '毎秒 9 バイトを超える',
    ],
    [
      'a rate of change',
      'avg(last_5m):per_minute(avg:system.mem.used{a:b}) > 9',
      '9 bytes per minute',
      '毎分 9 バイトを超える',
    ],
    [
      'a count',
      'sum(last_5m):sum:trace.http.request.hits{a:b}.as_count() > 9',
      '9 requests',
      '9 リクエストを超える',
    ],
    [
      'a rate',
      'avg(last_5m):sum:trace.http.request.hits{a:b}.as_rate() > 9',
      '9 requests per second',
      '毎秒 9 リクエストを超える',
    ],
    ['the rest of a hundred', 'avg(last_5m):100 - avg:system.cpu.idle{a:b} > 90', '90%', '90% を超える'],
    [
      'a share times 100',
      'avg(last_5m):avg:system.mem.used{a:b} / avg:system.mem.total{a:b} * 100 > 90',
      '90%',
      '90% を超える',
    ],
    [
      'a sum of the same',
      'avg(last_5m):avg:system.mem.used{a:b} + avg:system.swap.used{a:b} > 9',
      '9 bytes',
      '9 バイトを超える',
    ],
  ])('is said for %s', (_, query, en, ja) => {
    expect(condition(query)).toContain(en)
    expect(condition(query, 'ja')).toContain(ja)
  })

  it.each([
    ['an unknown metric', 'avg(last_5m):avg:my.metric{a:b} > 90'],
    ['a share, which is a plain number', 'avg(last_5m):avg:system.disk.in_use{a:b} > 90'],
    ['a scaled metric', 'avg(last_5m):avg:system.mem.used{a:b} / 1024 > 90'],
    ['a sum of percentages', 'avg(last_5m):sum:system.cpu.user{a:b} > 90'],
    ['a total over time of a level', 'sum(last_5m):avg:system.cpu.user{a:b} > 90'],
    ['a count of values', 'avg(last_5m):count:system.mem.used{a:b} > 90'],
    ['a count of groups', 'avg(last_5m):count_nonzero(avg:system.mem.used{a:b} by {c}) > 90'],
    ['a count of points', 'avg(last_5m):avg:system.mem.used{a:b}.rollup(count, 60) > 90'],
    ['a change in percentage points', 'change(avg(last_5m),last_1h):avg:system.cpu.user{a:b} > 90'],
    ['a count that may be read as a rate', 'avg(last_5m):sum:trace.http.request.hits{a:b} > 90'],
    ['different units together', 'avg(last_5m):avg:system.mem.used{a:b} + avg:system.uptime{a:b} > 90'],
    ['a product', 'avg(last_5m):avg:system.mem.used{a:b} * avg:system.uptime{a:b} > 90'],
    ['a rate of a rate', 'avg(last_5m):per_second(per_second(avg:system.mem.used{a:b})) > 90'],
  ])('is left out for %s', (_, query) => {
    expect(condition(query)).toMatch(/90( \(a rise of more than 90\))?\.$/)
  })

  it('is said in the summary and for each state', () => {
    const definition = {
      name: 'a',
      type: 'query alert',
      query: 'avg(last_5m):avg:system.cpu.user{a:b} > 90',
      message: '@slack-a',
      options: { thresholds: { critical: 90, warning: 80, critical_recovery: 70 } },
    }
    const { summary, timeline } = explain(definition, { lang: 'en' })
    const text = [summary, ...timeline].map(one => one.text).join('\n')
    expect(text).toContain('above 90%')
    expect(text).toContain('Warning while the value is above 80%')
    expect(text).toContain('70% or lower')
  })
})

it('every function says what it does to the unit', () => {
  expect(Object.keys(unitEffects).sort()).toEqual(Object.keys(functions).sort())
})
