import { describe, expect, it } from 'vitest'
import type { MonitorOptions } from '../../src/model/index.js'
import { series, simulate } from '../../src/simulate/index.js'
import { line, monitor, unsupportedIn } from './harness.js'

/** The piece of the query that the first reason is about, and its code. */
function reason(query: string, options: MonitorOptions = {}, type = 'query alert') {
  const { unsupported, ticks } = simulate(monitor(query, options, type), [], { from: 0, to: 60 })
  expect(ticks).toEqual([])
  const [{ code, span, message } = { code: '', span: undefined, message: '' }] = unsupported
  expect(message).toMatch(/\.$/)
  return [code, span && query.slice(span.start, span.end)]
}

describe('what is not simulated', () => {
  const anomalies = "anomalies(avg:x{*}, 'basic', 2)"
  const outliers = "outliers(avg:x{*} by {h}, 'mad', 2)"
  const forecast = "forecast(avg:x{*}, 'linear', 1)"

  it.each([
    [`avg(last_4h):${anomalies} + 1 > 1`, 'simulate/function', anomalies],
    [`avg(last_1h):${outliers} > 0`, 'simulate/function', outliers],
    [`max(last_1h):${forecast} > 0`, 'simulate/function', forecast],
    ['max(next_1w):avg:x{*} > 0', 'simulate/window', 'next_1w'],
    ['avg(current_2h):avg:x{*} > 0', 'simulate/window', 'current_2h'],
    ['avg(last_5m):autosmooth(avg:x{*}) > 1', 'simulate/function', 'autosmooth(avg:x{*})'],
    ['avg(last_5m):abz(avg:x{*}) > 1', 'simulate/function', 'abz(avg:x{*})'],
    ['avg(last_5m):avg:x{$env} > 1', 'simulate/filter', '$env'],
    ['avg(last_5m):avg:x{a:$env.value} > 1', 'simulate/filter', 'a:$env.value'],
    ['avg(last_5m):histogram:x{*} > 1', 'simulate/aggregator', 'histogram'],
    ['avg(last_5m):avg:x{*}.rollup(sum, daily) > 1', 'simulate/rollup', 'avg:x{*}.rollup(sum, daily)'],
    ['avg(last_5m):sum:x{*}.weighted() > 1', 'simulate/weighted', 'sum:x{*}.weighted()'],
    ['avg(last_5m):x{*} by {a} + x{*} by {b} > 1', 'simulate/mixed-groups', 'x{*} by {a} + x{*} by {b}'],
    [
      'avg(last_5m):x{*}.rollup(max, 60) + x{*}.rollup(max, 300) > 1',
      'simulate/mixed-steps',
      'x{*}.rollup(max, 60) + x{*}.rollup(max, 300)',
    ],
    [
      'sum(last_5m):diff(x{*}.as_count()) / y{*} > 1',
      'simulate/function-of-one-value',
      'diff(x{*}.as_count())',
    ],
    ['avg(last_1mo):x{*}.rollup(max, 1) > 1', 'simulate/rollup', 'x{*}.rollup(max, 1)'],
    [
      "avg(last_5m):moving_rollup(x{*}, 1e12, 'avg') > 1",
      'simulate/arguments',
      "moving_rollup(x{*}, 1e12, 'avg')",
    ],
    ['avg(last_5m):5 > 1', 'simulate/expression', '5'],
    ['avg(last_5m):moving_rollup(x{*}, 60, none) > 1', 'simulate/arguments', 'moving_rollup(x{*}, 60, none)'],
    ['avg(last_5m):x{*} > threshold', 'simulate/dynamic-threshold', 'threshold'],
  ])('%s', (query, code, piece) => {
    expect(reason(query)).toEqual([code, piece])
  })

  it.each([
    ['formula("a / b").last("5m") > 1', 'query alert', 'simulate/formula'],
    ['logs("x").rollup("cardinality", "@id").last("5m") > 1', 'log alert', 'simulate/event-method'],
    ['events("x").rollup("count").current("1h") > 1', 'event-v2 alert', 'simulate/window'],
    ['no_query', 'synthetics alert', 'simulate/query'],
    ['avg(last_5m):avg:x{* > 1', 'query alert', 'simulate/query'],
    ['', 'query alert', 'simulate/query'],
  ])('%s of a %s', (query, type, code) => {
    expect(reason(query, {}, type)[0]).toBe(code)
  })

  it.each<[string, MonitorOptions]>([
    ['simulate/schedule', { scheduling_options: { custom_schedule: { recurrences: [] } } }],
    ['simulate/on-missing-data', { on_missing_data: 'panic' }],
  ])('%s by its options', (code, options) => {
    expect(reason('avg(last_5m):avg:x{*} > 1', options)[0]).toBe(code)
  })

  it.each([{ timezone: 'Mars/Olympus' }, { day_starts: 'noon' }, { month_starts: 'first' }])(
    'a cumulative window with %j',
    evaluation_window => {
      const options = { scheduling_options: { evaluation_window } }
      expect(reason('sum(current_1d):x{*} > 1', options)).toEqual(['simulate/window', 'current_1d'])
    },
  )

  it('is a sum of thousands of terms', () => {
    const sum = (terms: number) => monitor(`avg(last_5m):${Array(terms).fill('x{*}').join(' + ')} > 1`)
    expect(unsupportedIn(sum(3_000))).toEqual(['simulate/depth'])
    expect(unsupportedIn(sum(400))).toEqual([])
  })

  it('is told all at once', () => {
    const query = 'avg(last_5m):autosmooth(avg:x{$env}) + top(avg:x{*}.weighted(), 5) > threshold'
    expect(unsupportedIn(monitor(query)).sort()).toEqual([
      'simulate/dynamic-threshold',
      'simulate/function',
      'simulate/function',
    ])
  })

  it('is a percentile of what is no distribution', () => {
    const definition = monitor('avg(last_5m):p99:x{*} > 1')
    const { unsupported } = simulate(definition, [line('1', 'x')], { from: 0, to: 60 })
    expect(unsupported.map(({ code }) => code)).toEqual(['simulate/distribution'])
    const mixed = [series('1', { type: 'distribution' }), line('1', 'x')]
    const average = simulate(monitor('avg(last_5m):avg:x{*} > 1'), mixed, { from: 0, to: 60 })
    expect(average.unsupported.map(({ code }) => code)).toEqual(['simulate/mixed-types'])
  })

  it.each([
    { from: 'noon' },
    { to: '5 minutes' },
    { from: 60, to: 0 },
    { every: 0 },
    { every: -60 },
    { rollup: 0 },
    { from: Number.NaN },
    { to: 1e12 },
  ])('are the times %j', options => {
    expect(unsupportedIn(monitor('avg(last_5m):avg:x{*} > 1'), options)).toEqual(['simulate/time'])
  })
})

describe('points', () => {
  it('are not kept when the options say so', () => {
    const definition = monitor('avg(last_5m):avg:x{*} > 1')
    const [tick] = simulate(definition, [line('5x4', 'x')], { from: 300, to: 300, points: false }).ticks
    expect(tick!.groups).toMatchObject([{ points: [], value: 5, state: 'alert' }])
  })
})

describe('notes', () => {
  it('tell the interval that is taken for granted, and metrics without series', () => {
    const definition = monitor('avg(last_5m):avg:cpu{*} > 1')
    const { notes } = simulate(definition, [line('1', 'other')], { from: 0, to: 60 })
    expect(notes.map(({ code }) => code)).toEqual(['simulate/default-interval', 'simulate/no-series'])
    expect(notes[1]!.message).toContain('`cpu`')
  })
})
