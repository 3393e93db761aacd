import { describe, expect, it } from 'vitest'
import { functionRows } from '../../src/catalog/index.js'
import { simulate } from '../../src/simulate/index.js'
import { type Data, line, monitor, played } from './harness.js'

/** The values of the points from the fifth to the tenth minute; `_` where there is none. */
function pointsOf(expression: string, data: Data): string {
  const { ticks } = played(monitor(`avg(last_5m):${expression} > 1`), data, { from: '10m', to: '10m' })
  const points = new Map(ticks[0]!.groups[0]?.points)
  return [300, 360, 420, 480, 540].map(time => rounded(points.get(time))).join(' ')
}

const rounded = (value: number | undefined) => (value === undefined ? '_' : String(Number(value.toFixed(4))))

/** What was before the window, and the window. */
const then = (window: string) => `100x4 ${window}`

describe('functions', () => {
  it.each([
    ['abs(x{*})', '-1 2 -3 _ 0', '1 2 3 _ 0'],
    ['log2(x{*})', '8 1 0 -1 2', '3 0 _ _ 1'],
    ['log10(x{*})', '100 1 0 _ 10', '2 0 _ _ 1'],
    ['round(x{*})', '1.4 1.6 _ -1.2 2', '1 2 _ -1 2'],
    ['round(x{*}, 1)', '1.44 1.66 _ -1.26 2', '1.4 1.7 _ -1.3 2'],
    ['pow(x{*}, 2)', '1 2 _ -3 4', '1 4 _ 9 16'],
    ['pow(2, x{*})', '1 2 _ -1 4', '2 4 _ 0.5 16'],
    ['pow(x{*}, x{*})', '1 2 _ 3 0', '1 4 _ 27 1'],
    ['min(x{*}, 3)', '1 4 _ 3 5', '1 3 _ 3 3'],
    ['max(x{*}, 3, 4)', '1 4 _ 3 5', '4 4 _ 4 5'],
    ['clamp_min(x{*}, 2)', '1 2 _ 3 0', '2 2 2 3 2'],
    ['clamp_max(x{*}, -1)', '1 -2 _ 3 0', '-1 -2 -1 -1 -1'],
    ['cutoff_min(x{*}, 2)', '1 2 _ 3 0', '_ 2 _ 3 _'],
    ['cutoff_max(x{*}, 2)', '1 2 _ 3 0', '1 2 _ _ 0'],
    ['is_greater(x{*}, 2)', '1 2 _ 3 0', '0 0 _ 1 0'],
    ['is_less(x{*}, 2)', '1 2 _ 3 0', '1 0 _ 0 1'],
    ['is_between(x{*}, 1, 3)', '1 2 _ 3 0', '0 1 _ 0 0'],
    ['default_zero(x{*})', '2 _ 4 _ _', '2 3 4 0 0'],
    ['default(x{*}, 7)', '_ 2 _ 4 _', '7 2 3 4 7'],
    ['default_zero(x{*})', '_ _ _ _ _', '_ _ _ _ _'],
    ['diff(x{*})', '1 3 _ 2 2', '_ 2 _ -1 0'],
    ['monotonic_diff(x{*})', '1 3 _ 2 5', '_ 2 _ _ 3'],
    ['derivative(x{*})', '0 60 _ 180 120', '_ 1 _ 1 -1'],
    ['per_second(x{*})', '0 60 _ 180 120', '_ 1 _ 1 -1'],
    ['per_minute(x{*})', '0 60 _ 180 120', '_ 60 _ 60 -60'],
    ['per_hour(x{*})', '0 60 _ 180 120', '_ 3600 _ 3600 -3600'],
    ['dt(x{*})', '1 1 _ 1 1', '_ 60 _ 120 60'],
    ['throughput(x{*})', '60 120 _ 0 6', '1 2 _ 0 0.1'],
    ['cumsum(x{*})', '1 2 _ 3 4', '1 3 _ 6 10'],
    ['integral(x{*})', '1 2 _ 3 4', '0 120 _ 480 720'],
    ['ewma_3(x{*})', '0 8 _ 8 0', '0 4 _ 6 3'],
    ['ewma_1(x{*})', '0 8 _ 8 0', '0 8 _ 8 0'],
    ['median_3(x{*})', '1 9 2 _ 3', '1 5 2 _ 2.5'],
    ['rollingavg_5(x{*})', '1 3 5 _ 7', '1 2 3 _ 4'],
    ["moving_rollup(x{*}, 120, 'avg')", '0 2 4 _ 8', '50 1 3 4 8'],
    ["moving_rollup(x{*}, 180, 'max')", '0 2 4 1 8', '100 100 4 4 8'],
    ['timeshift(x{*}, -300)', '1 2 3 4 5', '100 100 100 100 100'],
    ['timeshift(x{*}, -120)', '1 2 3 4 5', '100 100 1 2 3'],
    ['exclude_null(x{*})', '1 2 _ 4 5', '1 2 _ 4 5'],
    ['abs(diff(x{*}))', '1 3 _ 2 2', '_ 2 _ 1 0'],
  ])('%s of %s', (expression, window, result) => {
    expect(pointsOf(expression, then(window))).toBe(result)
  })

  const groups = [
    line('1x4 0 1 _ 2 0', 'x', 'host:a'),
    line('1x4 1 1 _ _ 0', 'x', 'host:b'),
    line('1x4 9 _ _ _ _', 'x', 'host:N/A'),
  ]

  it.each([
    ['count_nonzero(x{*} by {host})', '2 2 0 1 0'],
    ['count_nonzero_finite(x{*} by {host})', '2 2 0 1 0'],
    ['count_not_null(x{*} by {host})', '3 2 0 1 2'],
    ['count_not_null(exclude_null(x{*} by {host}))', '2 2 0 1 2'],
  ])('%s', (expression, result) => {
    expect(pointsOf(expression, groups)).toBe(result)
  })

  it.each([
    ['hour_before', 3_600],
    ['day_before', 86_400],
    ['week_before', 7 * 86_400],
    ['month_before', 28 * 86_400],
  ])('%s reads the past', (name, seconds) => {
    const data = { ...line('', 'x'), points: [[60, 5] as const] }
    const at = seconds + 120
    const { ticks } = played(monitor(`avg(last_5m):${name}(x{*}) > 1`), data, { from: at, to: at })
    expect(ticks[0]!.groups[0]!.value).toBe(5)
  })

  it('takes differences before the aggregation over space', () => {
    // The second series starts in between: added up first, the sum would jump by 100.
    const data = [line('_x5 1 2 3 4 5', 'x', 'h:a'), line('_x7 100 101 102', 'x', 'h:b')]
    expect(pointsOf('diff(sum:x{*})', data)).toBe('_ 1 1 2 2')
  })

  it('are simulated, or told to be not', () => {
    const forgotten = functionRows
      .filter(row => row.form !== 'method')
      .filter(row => {
        const { ticks, unsupported } = simulate(monitor(`avg(last_5m):${row.example} > 1`), [], {
          from: 0,
          to: 0,
        })
        return (ticks.length === 0) === (unsupported.length === 0)
      })
    expect(forgotten.map(row => row.name)).toEqual([])
  })

  it('are not simulated only where the meaning is not known', () => {
    const missing = functionRows
      .filter(row => row.form !== 'method')
      .filter(
        row =>
          simulate(monitor(`avg(last_5m):${row.example} > 1`), [], { from: 0, to: 0 }).ticks.length === 0,
      )
    expect(missing.map(row => row.name)).toEqual([
      'anomalies',
      'outliers',
      'forecast',
      'top',
      'top_offset',
      'topN_method',
      'topN',
      'trend_line',
      'robust_trend',
      'piecewise_constant',
      'formula_rollup',
      'reduce',
      'autosmooth',
      'calendar_shift',
      'aggregate_by',
      'percentile_by',
    ])
  })
})
