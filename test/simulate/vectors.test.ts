import { describe, expect, it } from 'vitest'
import { counts, line, monitor, notifications, played, states, valueFor, valuesAt } from './harness.js'

// The examples of Datadog's documentation, and ours.
describe('the worked examples', () => {
  it('averages the last five points and alerts when the new one lifts the average', () => {
    const simulation = played(monitor('avg(last_5m):avg:x{*} > 10'), '9x4 20', { from: '5m', to: '6m' })
    expect(simulation.ticks.map(({ groups }) => groups[0]!.value)).toEqual([9, 11.2])
    expect(states(simulation)).toBe('ok alert')
    expect(notifications(simulation)).toEqual(['6m ok→alert'])
  })

  it('stays in alert until the recovery threshold is reached', () => {
    const definition = monitor('avg(last_1m):avg:x{*} > 10', {
      thresholds: { critical: 10, critical_recovery: 8 },
    })
    expect(states(played(definition, '11.2 9.5 8 9.5', { from: '1m', to: '4m' }))).toBe('alert alert ok ok')
  })

  it('is fine with `min` when one point is below', () => {
    expect(valueFor('min(last_5m):avg:x{*} > 10', '11 12 9 14 15')).toBe(9)
  })

  const errorsAndTotals = [counts('1+1x4', 'e'), counts('5x4', 't')]

  it('divides sums of counts', () => {
    const query = 'sum(last_5m):sum:e{*}.as_count() / sum:t{*}.as_count() > 0.5'
    expect(valueFor(query, errorsAndTotals)).toBe(0.6)
    expect(states(played(monitor(query), errorsAndTotals, { from: '5m', to: '5m' }))).toBe('alert')
  })

  it('adds the quotients of rates', () => {
    expect(
      valueFor('sum(last_5m):sum:e{*}.as_rate() / sum:t{*}.as_rate() > 0.5', errorsAndTotals),
    ).toBeCloseTo(3)
  })

  it('keeps the last status when nothing was counted', () => {
    const query = 'sum(last_5m):sum:e{*}.as_count() / sum:t{*}.as_count() > 0.5'
    const definition = monitor(query, { on_missing_data: 'default' })
    const [tick] = played(definition, [counts('1x4', 'e'), counts('0x4', 't')], {
      from: '5m',
      to: '5m',
    }).ticks
    expect(tick!.groups).toMatchObject([{ status: 'skipped', state: 'ok' }])
    expect(tick!.groups[0]).not.toHaveProperty('value')
  })

  it('compares in percent with the past', () => {
    const query = 'pct_change(avg(last_5m),last_5m):avg:x{*} < -50'
    expect(valuesAt('10m', query, '10x4 4x4')).toEqual({ '*': -60 })
  })

  const points = '10 15 12 8 11 14 13 25 37 45 50'

  it.each([
    ['avg', 240 / 11],
    ['max', 50],
    ['min', 8],
    ['sum', 240],
  ])('takes %s of eleven points', (aggregator, value) => {
    expect(valuesAt('11m', `${aggregator}(last_11m):avg:x{*} > 1`, points)).toEqual({ '*': value })
  })

  it('does not alert on a value that equals the threshold', () => {
    expect(states(played(monitor('max(last_11m):avg:x{*} > 50'), points, { from: '11m', to: '11m' }))).toBe(
      'ok',
    )
  })

  it('leaves out points with a missing operand or a division by zero', () => {
    const data = [line('10x2', 'a'), line('0 1 _', 'b')]
    expect(valuesAt('3m', 'sum(last_3m):avg:a{*} / avg:b{*} > 1', data)).toEqual({ '*': 10 })
  })

  // Twelve buckets of ten minutes; true: the bucket has data.
  it.each<[string, readonly number[], string]>([
    ['first bucket', [0], 'skipped'],
    ['three buckets', [2, 3, 4], 'ok'],
    ['five buckets', [1, 2, 3, 8, 9], 'skipped'],
  ])('with a full window required and the %s empty', (_, empty, status) => {
    const notation = Array.from({ length: 12 }, (_, bucket) =>
      empty.includes(bucket) ? '_x10' : '1x9',
    ).join(' ')
    const definition = monitor('avg(last_2h):avg:x{*} > 10', { require_full_window: true })
    const [tick] = played(definition, notation, { from: '2h', to: '2h' }).ticks
    expect(tick!.groups[0]!.status).toBe(status)
  })
})
