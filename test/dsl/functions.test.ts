import { describe, expect, it } from 'vitest'
import { callNames, type FunctionName, functionRows, spellingsOf } from '../../src/catalog/index.js'
import * as dsl from '../../src/dsl/index.js'
import { parseFormula } from '../../src/query/index.js'
import { printed, problems } from './printed.js'

const load = dsl.avg('load').by('host')
const counts = dsl.sum('orders').asCount()

/** One use of the builder of every function; a row that is missing here does not compile. */
const uses: Record<FunctionName, readonly [built: dsl.Expression, query: string]> = {
  abs: [dsl.abs(load), 'abs(avg:load{*} by {host})'],
  log2: [dsl.log2(load), 'log2(avg:load{*} by {host})'],
  log10: [dsl.log10(load), 'log10(avg:load{*} by {host})'],
  cumsum: [dsl.cumsum(counts), 'cumsum(sum:orders{*}.as_count())'],
  integral: [dsl.integral(load), 'integral(avg:load{*} by {host})'],
  pow: [dsl.pow(2, load), 'pow(2, avg:load{*} by {host})'],
  round: [dsl.round(load, 2), 'round(avg:load{*} by {host}, 2)'],
  min: [dsl.min(load, 5), 'min(avg:load{*} by {host}, 5)'],
  max: [dsl.max(load, 5), 'max(avg:load{*} by {host}, 5)'],
  anomalies: [
    dsl.anomalies(load, 'agile', 2.5, { seasonality: 'daily', alertWindow: '30m', timezone: 'utc' }),
    "anomalies(avg:load{*} by {host}, 'agile', 2.5, seasonality='daily', alert_window='last_30m', timezone='utc')",
  ],
  outliers: [dsl.outliers(load, 'MAD', 3, 20), "outliers(avg:load{*} by {host}, 'MAD', 3, 20)"],
  forecast: [
    dsl.forecast(load, 'linear', 1, { interval: '60m', history: '1w', model: 'default' }),
    "forecast(avg:load{*} by {host}, 'linear', 1, interval='60m', history='1w', model='default')",
  ],
  count_nonzero: [dsl.countNonzero(load), 'count_nonzero(avg:load{*} by {host})'],
  count_not_null: [dsl.countNotNull(load), 'count_not_null(avg:load{*} by {host})'],
  exclude_null: [dsl.excludeNull(load), 'exclude_null(avg:load{*} by {host})'],
  clamp_min: [dsl.clampMin(load, -1), 'clamp_min(avg:load{*} by {host}, -1)'],
  clamp_max: [dsl.clampMax(load, 0.5), 'clamp_max(avg:load{*} by {host}, 0.5)'],
  cutoff_min: [dsl.cutoffMin(load, 1), 'cutoff_min(avg:load{*} by {host}, 1)'],
  cutoff_max: [dsl.cutoffMax(load, 1), 'cutoff_max(avg:load{*} by {host}, 1)'],
  is_greater: [dsl.isGreater(load, 1), 'is_greater(avg:load{*} by {host}, 1)'],
  is_less: [dsl.isLess(load, 1), 'is_less(avg:load{*} by {host}, 1)'],
  is_between: [dsl.isBetween(load, 1, 2), 'is_between(avg:load{*} by {host}, 1, 2)'],
  fill: [dsl.avg('load').fill('linear', 60), 'avg:load{*}.fill(linear, 60)'],
  default_zero: [dsl.defaultZero(counts), 'default_zero(sum:orders{*}.as_count())'],
  default: [dsl.defaultTo(load, 0), 'default(avg:load{*} by {host}, 0)'],
  top: [dsl.top(load, 5, 'max', 'asc'), "top(avg:load{*} by {host}, 5, 'max', 'asc')"],
  top_offset: [
    dsl.topOffset(load, 5, 'max', 'asc', 5),
    "top_offset(avg:load{*} by {host}, 5, 'max', 'asc', 5)",
  ],
  topN_method: [dsl.bottom15(load, 'l2norm'), 'bottom15_l2norm(avg:load{*} by {host})'],
  topN: [dsl.top20(load), 'top20(avg:load{*} by {host})'],
  per_second: [dsl.perSecond(load), 'per_second(avg:load{*} by {host})'],
  per_minute: [dsl.perMinute(load), 'per_minute(avg:load{*} by {host})'],
  per_hour: [dsl.perHour(load), 'per_hour(avg:load{*} by {host})'],
  dt: [dsl.dt(load), 'dt(avg:load{*} by {host})'],
  diff: [dsl.diff(load), 'diff(avg:load{*} by {host})'],
  monotonic_diff: [dsl.monotonicDiff(load), 'monotonic_diff(avg:load{*} by {host})'],
  derivative: [dsl.derivative(load), 'derivative(avg:load{*} by {host})'],
  throughput: [dsl.throughput(load), 'throughput(avg:load{*} by {host})'],
  trend_line: [dsl.trendLine(load), 'trend_line(avg:load{*} by {host})'],
  robust_trend: [dsl.robustTrend(load), 'robust_trend(avg:load{*} by {host})'],
  piecewise_constant: [dsl.piecewiseConstant(load), 'piecewise_constant(avg:load{*} by {host})'],
  rollup: [dsl.avg('load').rollup('sum', 60), 'avg:load{*}.rollup(sum, 60)'],
  formula_rollup: [dsl.rollup(load, 'p95', '30m'), "rollup(avg:load{*} by {host}, 'p95', 1800)"],
  aggregate_by: [dsl.aggregateBy(load, 'sum'), 'sum(avg:load{*} by {host}, {*})'],
  percentile_by: [
    dsl.aggregateBy(dsl.avg('load').by('env', 'host'), 'p95', 'env'),
    "percentile(avg:load{*} by {env,host}, 'p95', {env})",
  ],
  moving_rollup: [dsl.movingRollup(load, 60, 'median'), "moving_rollup(avg:load{*} by {host}, 60, 'median')"],
  reduce: [dsl.reduce(load, 'last'), "reduce(avg:load{*} by {host}, 'last')"],
  as_count: [counts, 'sum:orders{*}.as_count()'],
  as_rate: [dsl.sum('orders').asRate(), 'sum:orders{*}.as_rate()'],
  weighted: [dsl.sum('pods').weighted(), 'sum:pods{*}.weighted()'],
  autosmooth: [dsl.autosmooth(load), 'autosmooth(avg:load{*} by {host})'],
  ewma_N: [dsl.ewma(load, 20), 'ewma_20(avg:load{*} by {host})'],
  median_N: [dsl.median(load, 9), 'median_9(avg:load{*} by {host})'],
  rollingavg_N: [dsl.rollingAverage(load, 13), 'rollingavg_13(avg:load{*} by {host})'],
  timeshift: [dsl.timeshift(load, '-1h'), 'timeshift(avg:load{*} by {host}, -3600)'],
  calendar_shift: [
    dsl.calendarShift(load, '-1mo', 'Asia/Tokyo', 'preserve_duration'),
    "calendar_shift(avg:load{*} by {host}, '-1mo', 'Asia/Tokyo', 'preserve_duration')",
  ],
  hour_before: [dsl.hourBefore(load), 'hour_before(avg:load{*} by {host})'],
  day_before: [dsl.dayBefore(load), 'day_before(avg:load{*} by {host})'],
  week_before: [dsl.weekBefore(load), 'week_before(avg:load{*} by {host})'],
  month_before: [dsl.monthBefore(load), 'month_before(avg:load{*} by {host})'],
}

describe('functions', () => {
  it.each(functionRows)('$name has a builder that writes what Datadog reads', row => {
    const [built, query] = uses[row.name]
    expect(printed(built)).toBe(query)
    expect(spellingsOf(row).some(spelling => query.includes(`${spelling}(`))).toBe(true)
    expect(parseFormula(query).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('take the text of a query wherever they take an expression', () => {
    expect(printed(dsl.abs('avg:load{*}'))).toBe('abs(avg:load{*})')
    expect(problems(() => dsl.abs('avg:load{'))).not.toEqual([])
  })

  it('can be called by name when they have no builder yet', () => {
    const built = dsl.functionCall('new_smoother', load, 5, dsl.quoted("it's"), dsl.bare('daily'), {
      mode: 'fast',
      n: 2,
    })
    expect(printed(built)).toBe("new_smoother(avg:load{*} by {host}, 5, \"it's\", daily, mode='fast', n=2)")
    expect(problems(() => dsl.functionCall('a(b', load))).not.toEqual([])
  })

  it('stay when they are written as text, whatever their name', () => {
    for (const name of callNames) {
      if (name === 'min' || name === 'max') continue
      expect(printed(dsl.functionCall(name, load))).toBe(`${name}(avg:load{*} by {host})`)
    }
  })
})
