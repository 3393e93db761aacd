import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMonitorQuery } from '../../src/query/index.js'
import { type SeriesInput, simulate } from '../../src/simulate/index.js'
import { monitor, played, valueFor } from './harness.js'

const values = fc.array(fc.option(fc.integer({ min: -1_000, max: 1_000 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 30,
})

const data = (points: readonly (number | undefined)[], ...tags: readonly string[]): SeriesInput => ({
  metric: 'x',
  tags,
  type: 'gauge',
  interval: 60,
  points: points.flatMap((value, minute) => (value === undefined ? [] : [[minute * 60, value] as const])),
})

describe('for all series', () => {
  it('min ≤ avg ≤ max', () => {
    fc.assert(
      fc.property(values, points => {
        const of = (aggregator: string) => valueFor(`${aggregator}(last_5m):avg:x{*} > 1`, data(points))
        const [min, avg, max] = [of('min'), of('avg'), of('max')]
        if (avg === undefined) expect([min, max]).toEqual([undefined, undefined])
        else {
          expect(min).toBeLessThanOrEqual(avg + 1e-9)
          expect(max).toBeGreaterThanOrEqual(avg - 1e-9)
        }
      }),
    )
  })

  it('a series times k has k times the value', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (points, k) => {
        const scaled = points.map(value => (value === undefined ? undefined : value * k))
        const value = valueFor('avg(last_5m):avg:x{*} > 1', data(points))
        const result = valueFor('avg(last_5m):avg:x{*} > 1', data(scaled))
        const inQuery = valueFor(`avg(last_5m):avg:x{*} * ${k} > 1`, data(points))
        if (value === undefined) expect([result, inQuery]).toEqual([undefined, undefined])
        else {
          expect(result).toBeCloseTo(value * k)
          expect(inQuery).toBeCloseTo(value * k)
        }
      }),
    )
  })

  it('an evaluation does not depend on those before it', () => {
    const definition = monitor('avg(last_5m):ewma_3(avg:x{*}) > 10', {
      thresholds: { critical: 10, warning: 0 },
    })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 30 }), (points, minute) => {
        const whole = played(definition, data(points), { from: 0, to: '30m' }).ticks[minute]!
        const alone = played(definition, data(points), { from: minute * 60, to: minute * 60 }).ticks[0]!
        const stateless = ({ value, status, points: used }: (typeof whole.groups)[number]) => ({
          value,
          status,
          used,
        })
        expect(whole.groups.map(stateless)).toEqual(alone.groups.map(stateless))
      }),
    )
  })

  it('moving data and clock by whole buckets moves the result', () => {
    const definition = monitor('max(last_5m):avg:x{*} > 10')
    const day = 86_400
    fc.assert(
      fc.property(values, points => {
        const now = played(definition, data(points), { from: 0, to: '30m' })
        const moved = data(points).points.map(([time, value]) => [time + day, value] as const)
        const later = played(definition, { ...data(points), points: moved }, { from: day, to: day + 1_800 })
        const shown = ({ ticks }: typeof now) => ticks.map(({ groups }) => groups[0]!.value)
        expect(shown(later)).toEqual(shown(now))
      }),
    )
  })

  it('a group is the same alone and among others', () => {
    const definition = monitor('avg(last_5m):avg:x{*} by {host} > 10')
    fc.assert(
      fc.property(values, values, (a, b) => {
        const both = played(definition, [data(a, 'host:a'), data(b, 'host:b')])
        const alone = played(definition, data(a, 'host:a'))
        const ofA = ({ ticks }: typeof both) =>
          ticks.map(tick => tick.groups.filter(({ group }) => group === 'host:a'))
        expect(ofA(both)).toEqual(ofA(alone))
      }),
    )
  })

  it('a notification says that the state changed', () => {
    const definition = monitor('avg(last_2m):avg:x{*} > 10', {
      thresholds: { critical: 10, critical_recovery: 5, warning: 0 },
      on_missing_data: 'show_and_notify_no_data',
    })
    fc.assert(
      fc.property(values, points => {
        const groups = played(definition, data(points), { to: '30m' }).ticks.map(tick => tick.groups[0]!)
        let state = 'ok'
        for (const each of groups) {
          expect(each.notification !== undefined).toBe(each.state !== state)
          if (each.notification) expect(each.notification).toMatchObject({ from: state, to: each.state })
          state = each.state
        }
      }),
    )
  })
})

describe('for all texts', () => {
  const words = [
    'avg',
    '(',
    'last_5m',
    ')',
    ':',
    'x{*}',
    'sum:y{a:b} by {c}',
    '.as_count()',
    '+',
    '/',
    '2',
    ' > ',
    '1',
  ]
  const queries = fc
    .array(fc.constantFrom(...words, 'abs(', 'pow(', ',', '.rollup(', '.fill(', 'last'))
    .map(parts => parts.join(''))

  it('there is either a simulation or a reason', () => {
    const query = fc.oneof(
      queries.map(text => `avg(last_5m):${text} > 1`),
      queries,
      fc.string(),
    )
    fc.assert(
      fc.property(query, text => {
        const { ticks, unsupported } = simulate(monitor(text), [data([1, 2])], { from: 0, to: 60 })
        expect(ticks.length > 0).toBe(unsupported.length === 0)
        if (!parseMonitorQuery(text).ok) expect(ticks).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
