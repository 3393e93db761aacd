import { describe, expect, it } from 'vitest'
import { checkQuery } from '../../src/check/query.js'
import { applyEdits, type Diagnostic } from '../../src/diagnostic/index.js'
import { parseMonitorQuery } from '../../src/query/index.js'

/** The tree is checked also where the parser has complained: a builder can make the same tree. */
function check(text: string, type?: string): readonly Diagnostic[] {
  const { node } = parseMonitorQuery(text, type === undefined ? {} : { type })
  expect(node, `${text} gives a tree`).toBeDefined()
  return node === undefined ? [] : checkQuery(node, { type })
}

const codes = (text: string, type?: string) => check(text, type).map(diagnostic => diagnostic.code)

describe('metric monitors', () => {
  const anomalies = "anomalies(avg:a{*}, 'basic', 2, alert_window='last_15m', interval=60)"
  const outliers = "outliers(avg:a{*} by {host}, 'dbscan', 3)"
  const forecast = "forecast(avg:a{*}, 'linear', 1)"
  const forecastWith = (interval: string) => `forecast(avg:a{*}, 'linear', 1, interval='${interval}')`

  it.each([
    ['avg(last_30s):avg:a{*} > 1', 'query/window-range'],
    ['avg(last_2mo):avg:a{*} > 1', 'query/window-range'],
    ['avg(next_1w):avg:a{*} > 1', 'query/window-range'],
    ['avg(current_2h):avg:a{*} > 1', 'query/window-range'],
    [`avg(last_2d):${outliers} > 0`, 'query/window-range'],
    [`max(next_1h):${forecast} >= 1`, 'query/window-range'],
    ['change(avg(last_5m),next_1h):avg:a{*} > 1', 'query/window-range'],
    ['avg(last_5m):sum:a{*}.as_count() > 1', 'query/as-count-aggregator'],
    ['avg(last_5m):sum:a{*}.as_count() / sum:b{*}.as_count() > 1', 'query/ratio-avg-as-count'],
    ['avg(last_5m):avg:a{*}.rollup(avg, 600) > 1', 'query/rollup-in-window'],
    [`min(next_1w):${forecast} >= 1`, 'query/forecast-limits'],
    [`max(next_1w):${forecastWith('1m')} >= 1`, 'query/forecast-limits'],
    [`max(next_2w):${forecastWith("1m', history='1d")} >= 1`, 'query/forecast-limits'],
    [`max(next_1d):${forecastWith("10m', history='2w")} >= 1`, 'query/forecast-limits'],
    [`avg(last_30m):${outliers} > 1`, 'query/outlier-params'],
    [`avg(last_4h):${anomalies} >= 80`, 'anomaly/threshold-range'],
    [`avg(last_4h):${anomalies} < 0.5`, 'anomaly/comparator'],
    [`avg(last_5m):${anomalies} >= 1`, 'anomaly/query-window-too-short'],
    ['avg(last_5m):autosmooth(avg:a{*}) > 1', 'query/unsupported-in-monitor'],
    ['avg(last_5m):avg:a{$env} > 1', 'query/template-variable'],
  ])('%s: %s', (text, code) => expect(codes(text)).toEqual([code]))

  it.each([
    'avg(last_5m):avg:a{*} > 1',
    'avg(last_1mo):avg:a{*} > 1',
    'avg(current_1mo):avg:a{*} > 1',
    `avg(last_1d):${outliers} > 0`,
    `max(next_1w):${forecast} >= 1`,
    `min(next_12h):${forecast} <= 1`,
    `max(next_12h):${forecastWith("30m', history='1mo")} >= 1`,
    `max(next_1d):${forecastWith('1m')} >= 1`,
    "max(next_1d):forecast(avg:a{*}, 'linear', 1, interval=60) >= 1",
    'pct_change(avg(last_5m),last_1h):avg:a{*} > 50',
    'sum(last_5m):sum:a{*}.as_count() / sum:b{*}.as_count() > 1',
    'avg(last_5m):sum:a{*}.as_rate() > 1',
    'avg(last_5m):avg:a{*}.rollup(avg, 300) > 1',
    `avg(last_4h):${anomalies} >= 0.8`,
    `avg(last_4h):${anomalies} > 0`,
    // The head does not add counts up here, and need not.
    "avg(last_4h):anomalies(sum:a{*}.as_count(), 'basic', 2) >= 1",
  ])('%s is fine', text => expect(check(text, 'query alert')).toEqual([]))

  it('names the window to write', () => {
    expect(check('avg(last_2mo):avg:a{*} > 1')[0]).toMatchObject({
      span: { start: 4, end: 12 },
      hint: 'Write at most `last_1mo`.',
    })
  })
})

describe('event monitors', () => {
  it.each([
    ['logs("a").index("*").rollup("count").last("3d") > 1', 'query/window-range'],
    ['logs("a").index("*").rollup("count").last("last_5m") > 1', 'query/window-range'],
    ['logs("a").index("*").rollup("count").last("soon") > 1', 'query/window-range'],
    ['logs("a").index("*").rollup("count") > 1', 'query/missing-last'],
    ['logs("a").index("*").last("5m") > 1', 'query/missing-rollup'],
    ['logs("a").rollup("count").last("5m") > 1', 'query/missing-index'],
    ['logs("a").index("*").rollup("cuont").last("5m") > 1', 'query/event-method'],
    ['logs("a").index("*").rollup("avg").last("5m") > 1', 'query/event-method'],
    ['logs("a").index("*").rollup("count", "@x").last("5m") > 1', 'query/event-method'],
    ['logs("a").index("*").rollup("count").by("a,b,c,d,e").last("5m") > 1', 'query/group-limit'],
    ['logs("a").index("*").rollup("count").agg("x").last("5m") > 1', 'query/unknown-step'],
    ['logs("a").index().rollup("count").last("5m") > 1', 'query/step-arguments'],
    ['logs("a").index("*").rollup("count").last("5m").last("1h") > 1', 'query/step-twice'],
    ['processes("a").rollup("count").last("10m") > 1', 'query/missing-over'],
    ['error-tracking("a").source("all").new().last("1h") > 1', 'query/issue-group'],
  ])('%s: %s', (text, code) => expect(codes(text)).toEqual([code]))

  it.each([
    'logs("a").index("*").rollup("count").by("host").last("5m") > 1',
    'logs("a").index("main").rollup("pc95", "@duration").last("2d") > 1',
    'rum("a").rollup("cardinality", "@usr.id").by("a,b,c,d").last("1h") > 1',
    'events("a").rollup("count").current("1h") > 1',
    'processes("a").over("env:prod").rollup("count").last("10m") > 1',
    'error-tracking("a").source("all").new().by("issue.id").last("1h") > 1',
  ])('%s is fine', text => expect(check(text)).toEqual([]))
})

describe('service checks', () => {
  it.each([
    ['"http.ok".over("*").by("host").count_by_status()', 'query/missing-last'],
    ['"http.ok".over("*").by("host").last(2)', 'query/missing-status-count'],
    ['"http.ok".over("*").by("host").last(101).count_by_status()', 'service-check/last-range'],
    ['"http.ok".over("*").by("host").last("5m").count_by_status()', 'service-check/last-range'],
    ['"http.ok".over("*").last(2).count_by_status()', 'service-check/group-by'],
    ['"http.ok".over().by("host").last(2).count_by_status()', 'query/step-arguments'],
    ['"http.ok".over("*").buy("host").by("host").last(2).count_by_status()', 'query/unknown-step'],
  ])('%s: %s', (text, code) => expect(codes(text)).toEqual([code]))

  it.each([
    '"http.ok".over("*").exclude("env:dev").by("host","url").last(100).count_by_status()',
    '"ntp.in_sync".by("*").last(2).count_by_status()',
    '"http.ok".over("*").by("host").last(2).pct_by_status()',
  ])('%s is fine', text => expect(check(text)).toEqual([]))
})

describe('SLO alerts, composites and formulas', () => {
  const windows = '.long_window("1h").short_window("5m")'

  it.each([
    [
      'burn_rate("x").over("7d").long_window("last_6h").short_window("30m") > 3',
      'burn_rate("x").over("7d").long_window("6h").short_window("30m") > 3',
    ],
    [
      'burn_rate("x").over("7d").long_window("6h").short_window("30 minutes") > 3',
      'burn_rate("x").over("7d").long_window("6h").short_window("30m") > 3',
    ],
    [
      'logs("a").index("*").rollup("nunique", "@usr.id").last("1h") > 3',
      'logs("a").index("*").rollup("cardinality", "@usr.id").last("1h") > 3',
    ],
  ])('%s is repaired', (text, expected) => {
    expect(
      applyEdits(
        text,
        check(text).flatMap(({ repair }) => repair ?? []),
      ),
    ).toBe(expected)
    expect(check(expected).filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it.each([
    ['error_budget("x").over("14d") > 75', 'slo/timeframe'],
    ['error_budget("x").over("7d") < 75', 'slo/comparator'],
    ['error_budget("x").over("7d") > 175', 'slo/threshold-range'],
    ['error_budget("x").over("7d").long_window("1h") > 75', 'slo/burn-rate-params'],
    ['error_budget("x") > 75', 'query/missing-over'],
    ['burn_rate("x").over("30d").long_window("1h") > 14.4', 'slo/burn-rate-params'],
    ['burn_rate("x").over("30d").long_window("49h").short_window("5m") > 14.4', 'slo/burn-rate-params'],
    ['burn_rate("x").over("30d").long_window("1h").short_window("1h") > 14.4', 'slo/burn-rate-params'],
    ['burn_rate("x").over("30d").long_window("1h").short_window("6m") > 14.4', 'slo/burn-rate-params'],
    ['burn_rate("x").over("30d").long_window("last_1h").short_window("5m") > 14.4', 'slo/burn-rate-params'],
    [`burn_rate("x").over("30d")${windows} > 0`, 'slo/threshold-range'],
    ['1 && 2 && 3 && 4 && 5 && 6 && 7 && 8 && 9 && 10 && 11', 'composite/count'],
    ['12345', 'composite/count'],
    ['formula("a / b") > 1', 'query/missing-last'],
    ['formula("foo(a)").last("5m") > 1', 'query/unknown-function'],
    ['formula("a").last("5m").agg("x") > 1', 'query/unknown-step'],
  ])('%s: %s', (text, code) => expect(codes(text)).toEqual([code]))

  it.each([
    'error_budget("x").over("7d") > 75',
    `burn_rate("x").over("30d")${windows} > 14.4`,
    '12345 && !67890',
    'formula("a / b * 100").last("15m") >= 0.8',
  ])('%s is fine', text => expect(check(text)).toEqual([]))

  it('knows the windows and functions of the type', () => {
    const jobs = 'formula("failed_runs(run_query)").by(job_name).last(1h) > 0'
    expect(check(jobs, 'data-jobs alert')).toEqual([])
    expect(codes(jobs, 'log alert')).toEqual(['query/unknown-function'])
    expect(codes('formula("a").last("5m") > 1', 'cost alert')).toEqual(['query/window-range'])
    expect(check('formula("a").last("30d").anomaly(direction="both") >= 5', 'cost alert')).toEqual([])
  })
})

describe('a query under the wrong type', () => {
  it.each([
    ['logs("a").index("*").rollup("count").last("5m") > 1', 'query alert', 'Use the type `log alert`.'],
    ['avg(last_5m):avg:a{*} > 1', 'log alert', 'Use the type `query alert`.'],
    ['error_budget("x").over("7d") > 75', 'query alert', 'Use the type `slo alert`.'],
  ])('%s as %s', (text, type, hint) => {
    const found = check(text, type).find(diagnostic => diagnostic.code === 'query/type-mismatch')
    expect(found).toMatchObject({ severity: 'error', hint })
  })

  it.each([
    ['avg(last_5m):avg:a{*} > 1', 'metric alert'],
    ['events("a").rollup("count").last("5m") > 1', 'event alert'],
    ['avg(last_5m):avg:a{*} > 1', 'datadog-usage alert'],
  ])('%s as %s is fine', (text, type) => expect(codes(text, type)).not.toContain('query/type-mismatch'))
})

it('looks into every argument of a call', () => {
  const text = 'avg(last_5m):abs(avg:a{*}, avg:b{$env}, avg:c{*}) > 1'
  const { span } = check(text).find(({ code }) => code === 'query/template-variable') ?? {}
  expect(span && text.slice(span.start, span.end)).toBe('$env')
})
