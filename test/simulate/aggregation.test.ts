import { describe, expect, it } from 'vitest'
import { series } from '../../src/simulate/index.js'
import { counts, type Data, line, monitor, played, valueFor, valuesAt } from './harness.js'

describe('space aggregation', () => {
  const data = [line('1x4', 'x', 'host:a'), line('2x4', 'x', 'host:b'), line('6x4', 'x', 'host:b', 'disk:1')]

  it.each([
    ['avg:', 3],
    ['', 3],
    ['sum:', 9],
    ['min:', 1],
    ['max:', 6],
    ['count:', 3],
  ])('%sx{*}', (aggregator, value) => {
    expect(valueFor(`avg(last_5m):${aggregator}x{*} > 1`, data)).toBe(value)
  })

  it('is done for each group, and drops series without the key', () => {
    const withOther = [...data, line('9x4', 'x', 'service:c')]
    expect(valuesAt('5m', 'avg(last_5m):sum:x{*} by {host} > 1', withOther)).toEqual({
      'host:a': 1,
      'host:b': 8,
    })
    expect(valuesAt('5m', 'avg(last_5m):sum:x{*} by {host,disk} > 1', withOther)).toEqual({
      'host:b,disk:1': 6,
    })
  })

  it('puts a series with two values of a key in both groups', () => {
    const both = line('1x4', 'x', 'role:db', 'role:web')
    expect(valuesAt('5m', 'avg(last_5m):sum:x{*} by {role} > 1', both)).toEqual({
      'role:db': 1,
      'role:web': 1,
    })
  })
})

describe('interpolation', () => {
  const gap = (missing: number): Data => [line('10x20', 'x', 'h:a'), line(`0 _x${missing} 0x20`, 'x', 'h:b')]
  const lowest = (query: string, data: Data, interpolate = true) =>
    valuesAt('10m', `max(last_10m):${query} > 1`, data, { interpolate })['*']

  it('fills a gap of a gauge where several are combined', () => {
    expect(lowest('avg:x{*}', gap(3))).toBe(5)
    expect(lowest('avg:x{*}', gap(3), false)).toBe(10)
  })

  it('reaches 300 seconds after a sample', () => {
    expect(lowest('avg:x{*}', gap(5))).toBe(5)
    expect(lowest('avg:x{*}', gap(6))).toBe(10)
  })

  it('is not done for counts, nor before the first sample, nor after the last', () => {
    expect(lowest('avg:x{*}', [counts('10x9', 'x', 'h:a'), counts('0 _ 0x8', 'x', 'h:b')])).toBe(10)
    expect(lowest('avg:x{*}', [line('10x9', 'x', 'h:a'), line('_ 0x8', 'x', 'h:b')])).toBe(10)
    expect(lowest('avg:x{*}', [line('10x9', 'x', 'h:a'), line('0x8 _', 'x', 'h:b')])).toBe(10)
  })

  it('leaves a single series as it is', () => {
    expect(valueFor('sum(last_5m):avg:x{*} > 1', '1 _ 1 _ 1')).toBe(3)
  })

  it.each([
    ['fill(linear)', 2 + 4 + 6 + 8 + 10],
    ['fill(last)', 2 + 2 + 2 + 2 + 10],
    ['fill(last, 120)', 2 + 2 + 2 + 10],
    ['fill(zero)', 2 + 10],
    ['fill(null)', 2 + 10],
    ['fill(120)', 2 + 4 + 6 + 10],
  ])('.%s', (method, sum) => {
    expect(valueFor(`sum(last_5m):avg:x{*}.${method} > 1`, '2 _x3 10')).toBe(sum)
  })

  it('.fill(last) also goes on after the last sample, .fill(linear) does not', () => {
    expect(valueFor('sum(last_5m):avg:x{*}.fill(last) > 1', '1 1 _x3')).toBe(5)
    expect(valueFor('sum(last_5m):avg:x{*}.fill(linear) > 1', '1 1 _x3')).toBe(2)
  })
})

describe('time aggregation', () => {
  const ten = (type: 'gauge' | 'count' | 'rate') => series('1+1x59', { metric: 'x', type, interval: '10s' })

  it.each<[string, 'gauge' | 'count' | 'rate', number]>([
    ['avg:x{*}', 'gauge', 3.5],
    ['avg:x{*}', 'count', 3.5],
    ['avg:x{*}', 'rate', 3.5],
    ['avg:x{*}.as_count()', 'gauge', 3.5],
    ['avg:x{*}.as_count()', 'count', 21],
    ['avg:x{*}.as_count()', 'rate', 210],
    ['avg:x{*}.as_rate()', 'gauge', 3.5],
    ['avg:x{*}.as_rate()', 'count', 0.35],
    ['avg:x{*}.as_rate()', 'rate', 3.5],
    ['avg:x{*}.rollup(sum, 60)', 'gauge', 21],
    ['avg:x{*}.rollup(max)', 'gauge', 6],
    ['avg:x{*}.rollup(count, 60)', 'gauge', 6],
    ['avg:x{*}.as_count().rollup(max, 60)', 'count', 6],
  ])('%s of a %s', (query, type, value) => {
    expect(valuesAt('1m', `avg(last_1m):${query} > 1`, ten(type), { rollup: '1m' })['*']).toBeCloseTo(value)
  })

  it('aligns buckets to UNIX time, so the first and last may be cut', () => {
    const query = 'sum(last_5m):avg:x{*}.rollup(sum, 120) > 1'
    const tick = played(monitor(query), '1x19', { from: '11m', to: '11m' }).ticks[0]!
    expect(tick.window).toEqual({ from: 360, to: 660 })
    expect(tick.groups[0]!.points).toEqual([
      [360, 2],
      [480, 2],
      [600, 1],
    ])
  })

  it.each([
    ['5m', '10s', 20],
    ['5m', '2m', 120],
    ['4h', '10s', 60],
    ['1d', '10s', 300],
    ['2d', '10s', 600],
    ['7d', '10s', 3_600],
    ['8d', '10s', 14_400],
  ])('uses for last_%s of a metric each %s buckets of %d seconds', (window, interval, seconds) => {
    const query = `avg(last_${window}):avg:x{*} > 1`
    const data = series('1x9999', { interval })
    const [first, second] = played(monitor(query), data, { from: window, to: window }).ticks[0]!.groups[0]!
      .points
    expect(second![0] - first![0]).toBe(seconds)
  })
})

describe('a distribution', () => {
  const data = ['a', 'b'].map(host =>
    series('1+1x49', { metric: 'x', tags: [`host:${host}`], type: 'distribution', interval: '6s' }),
  )

  it.each([
    ['avg(last_5m):p50:x{*}.rollup(60)', 25],
    ['percentile(last_5m):p50:x{*}', 25],
    ['p95(last_5m):p95:x{*}', 48],
    ['sum(last_5m):count:x{*}.rollup(60)', 100],
    ['sum(last_5m):count(v: v<=10):x{*}.rollup(60).as_count()', 20],
    ['max(last_5m):max:x{*}', 50],
    ['sum(last_5m):sum:x{*}', 2550],
    ['avg(last_5m):count:x{*}.rollup(60).as_rate()', 20 / 60],
  ])('%s', (query, value) => {
    expect(valueFor(`${query} > 1`, data)).toBeCloseTo(value)
  })
})
