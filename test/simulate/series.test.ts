import { describe, expect, it } from 'vitest'
import { SeriesError, series } from '../../src/simulate/index.js'

describe('series', () => {
  it('gives a gauge with a point each minute', () => {
    expect(series('1 _ 3')).toEqual({
      tags: [],
      type: 'gauge',
      interval: 60,
      points: [
        [0, 1],
        [120, 3],
      ],
    })
  })

  it('takes metric, tags, type, interval and start', () => {
    const options = {
      metric: 'hits',
      tags: ['env:prod'],
      type: 'count',
      interval: '10s',
      start: '1h',
    } as const
    expect(series('5x1', options)).toEqual({
      metric: 'hits',
      tags: ['env:prod'],
      type: 'count',
      interval: 10,
      points: [
        [3600, 5],
        [3610, 5],
      ],
    })
  })

  it.each([
    [
      'the place of a wrong value',
      () => series('1 two'),
      /`two` is not a value[\s\S]*1 \| 1 two\n {6}\^\^\^/,
    ],
    ['a wrong interval', () => series('1', { interval: '1 minute' }), /`interval` is `1 minute`/],
    ['an interval of nothing', () => series('1', { interval: 0 }), /`interval` is `0`/],
    ['a wrong start', () => series('1', { start: 'noon' }), /`start` is `noon`/],
  ])('throws with %s', (_, make, message) => {
    expect(make).toThrow(SeriesError)
    expect(make).toThrow(message)
  })
})
