import { describe, expect, it } from 'vitest'
import { counts, line, valueFor, valuesAt } from './harness.js'

describe('arithmetic', () => {
  const data = [line('6x4', 'a'), line('2x4', 'b')]

  it.each<[string, number | undefined]>([
    ['a{*} + b{*}', 8],
    ['a{*} - b{*}', 4],
    ['a{*} * b{*}', 12],
    ['a{*} / b{*}', 3],
    ['-a{*}', -6],
    ['100 - a{*}', 94],
    ['a{*} + b{*} * 10', 26],
    ['(a{*} + b{*}) * 10', 80],
    ['a{*} / (b{*} - 2)', undefined],
    ['a{*} * (1 / 0)', undefined],
    ['a{*} - a{*}', 0],
  ])('%s', (expression, value) => {
    expect(valueFor(`avg(last_5m):${expression} > 1`, data)).toBe(value)
  })

  it('joins groups by equal tags, and one without groups serves all', () => {
    const grouped = [
      line('6x4', 'a', 'host:x', 'env:p'),
      line('8x4', 'a', 'host:y', 'env:p'),
      line('2x4', 'b', 'host:x', 'env:p'),
    ]
    expect(valuesAt('5m', 'avg(last_5m):a{*} by {host,env} / b{*} by {env,host} > 1', grouped)).toEqual({
      'host:x,env:p': 3,
    })
    expect(valuesAt('5m', 'avg(last_5m):a{*} by {host} / b{*} > 1', grouped)).toEqual({
      'host:x': 3,
      'host:y': 4,
    })
  })
})

describe('arithmetic with counts', () => {
  const data = [counts('1+1x4', 'e'), counts('5x4', 't'), line('1x4', 'g')]

  it.each<[string, number | undefined]>([
    ['sum(last_5m):sum:e{*}.as_count()', 15],
    ['sum(last_5m):sum:e{*}.as_count() + 1', 16],
    ['sum(last_5m):sum:e{*} + 1', 20],
    ['sum(last_5m):100 * sum:e{*}.as_count() / sum:t{*}.as_count()', 60],
    ['sum(last_5m):sum:e{*}.as_count() / avg:g{*}', 3],
    ['avg(last_5m):sum:e{*}.as_count() / sum:t{*}.as_count()', 0.6],
    ['sum(last_5m):sum:none{*}.as_count() / sum:t{*}.as_count()', 0],
    ['sum(last_5m):1 - sum:none{*}.as_count() / sum:t{*}.as_count()', 1],
    ['sum(last_5m):sum:e{*}.as_count() / sum:none{*}.as_count()', undefined],
    ['sum(last_5m):sum:none{*}.as_count() - sum:none{*}.as_count()', undefined],
    ['sum(last_5m):default_zero(sum:none{*}.as_count()) / sum:t{*}.as_count()', 0],
    ['sum(last_5m):default_zero(sum:e{*}.as_count() / sum:none{*}.as_count())', 0],
    ['sum(last_5m):clamp_max(sum:e{*}.as_count() / sum:t{*}.as_count(), 0.5)', 0.5],
    ['sum(last_5m):is_greater(sum:t{*}.as_count(), 20) * sum:e{*}.as_count()', 15],
  ])('%s', (query, value) => {
    expect(valueFor(`${query} > 1`, data)).toBe(value)
  })

  it('counts a group that only one side has as 0 on the other', () => {
    const grouped = [counts('1x4', 'e', 'h:a'), counts('2x4', 't', 'h:a'), counts('2x4', 't', 'h:b')]
    const query = 'sum(last_5m):sum:e{*} by {h}.as_count() / sum:t{*} by {h}.as_count() > 1'
    expect(valuesAt('5m', query, grouped)).toEqual({ 'h:a': 0.5, 'h:b': 0 })
  })

  it('shifts a count back as a whole', () => {
    const query = 'sum(last_5m):sum:e{*}.as_count() / timeshift(sum:e{*}.as_count(), -300) > 1'
    expect(valuesAt('10m', query, counts('1x4 3x4', 'e'))).toEqual({ '*': 3 })
  })
})

describe('a change monitor', () => {
  it.each<[string, string, number | undefined]>([
    ['change(avg(last_5m),last_5m)', '10x4 4x4', -6],
    ['change(avg(last_5m),5m_ago)', '10x4 4x4', -6],
    ['pct_change(avg(last_5m),last_5m)', '10x4 4x4', -60],
    ['pct_change(avg(last_5m),last_5m)', '0x4 4x4', undefined],
    ['pct_change(sum(last_5m),last_5m)', '1 2 1 2 1 2x4', 100 + 0 + 100 + 0 + 100],
    ['change(max(last_5m),last_5m)', '1 _ 1 1 1 3 9 4 2 2', 3],
    ['change(avg(last_5m),last_5m)', '_x5 4x4', undefined],
  ])('%s of %s', (head, notation, value) => {
    expect(valuesAt('10m', `${head}:avg:x{*} > 1`, notation)['*']).toBe(value)
  })

  it('compares sums when it counts', () => {
    const query = 'pct_change(sum(last_5m),last_5m):sum:x{*}.as_count() > 1'
    expect(valuesAt('10m', query, counts('1 2 1 2 4 2x3 0', 'x'))['*']).toBe(-20)
  })
})
