import { describe, expect, it } from 'vitest'
import { checkMetricExpression } from '../../src/check/metric.js'
import type { Place } from '../../src/check/report.js'
import { applyEdits, type Diagnostic } from '../../src/diagnostic/index.js'
import { parseFormula, parseMetricQuery } from '../../src/query/index.js'

function check(text: string, place: Place = 'monitor'): readonly Diagnostic[] {
  const parsed = place === 'formula' ? parseFormula(text) : parseMetricQuery(text)
  expect(parsed.ok, `${text} parses`).toBe(true)
  return parsed.ok ? checkMetricExpression(parsed.node, { place }) : []
}

const codes = (text: string, place?: Place) => check(text, place).map(diagnostic => diagnostic.code)
const marked = (text: string, place?: Place) =>
  check(text, place).map(({ span }) => (span === undefined ? '' : text.slice(span.start, span.end)))

describe('arguments in another order, or left out', () => {
  it.each([
    ['clamp_min(0, avg:a{*})', 'clamp_min(avg:a{*}, 0)'],
    ['top(10, avg:a{*} by {host})', "top(avg:a{*} by {host}, 10, 'mean', 'desc')"],
    ['top(avg:a{*} by {host})', "top(avg:a{*} by {host}, 10, 'mean', 'desc')"],
    ["top(avg:a{*} by {host}, 10, 'desc', 'max')", "top(avg:a{*} by {host}, 10, 'max', 'desc')"],
    ['topk(5, avg:a{*} by {host})', "top(avg:a{*} by {host}, 5, 'mean', 'desc')"],
    ["anomalies(avg:a{*}, 3, 'agile')", "anomalies(avg:a{*}, 'agile', 3)"],
    ['anomalies(avg:a{*}, 3)', "anomalies(avg:a{*}, 'basic', 3)"],
    ["forecast('seasonal', avg:a{*}, 1)", "forecast(avg:a{*}, 'seasonal', 1)"],
    ["anomalies(avg:a{*}, bounds=3, algorithm='agile')", "anomalies(avg:a{*}, 'agile', 3)"],
    [
      "anomalies(avg:a{*}, 'basic', 2, 'above', 60)",
      "anomalies(avg:a{*}, 'basic', 2, direction='above', interval=60)",
    ],
    ["anomalies(avg:a{*}, direction='above')", "anomalies(avg:a{*}, 'basic', 2, direction='above')"],
  ])('%s is repaired to %s', (text, expected) => {
    const found = check(text, 'dashboard')
    expect(found.map(({ code }) => code)).toContain('query/function-arity')
    const repairs = found.flatMap(({ repair }) => repair ?? [])
    expect(applyEdits(text, repairs)).toBe(expected)
  })

  it.each([
    ['disk.free{*}.max()', 'max:disk.free{*}'],
    ['sum:hits{*}.max(60)', 'sum:hits{*}.rollup(max, 60)'],
    ['sum:hits{*}.rollup("60s", "sum")', 'sum:hits{*}.rollup(sum, 60)'],
    ['(sum:hits{*} + sum:errs{*}).as_count()', '(sum:hits{*}.as_count() + sum:errs{*}.as_count())'],
    ['system.load.1:max{*}', 'max:system.load.1{*}'],
    ['p95:wait{*}.rollup(p95, 60)', 'p95:wait{*}.rollup(60)'],
    ['sum:hits{*}.fill(zeros)', 'sum:hits{*}.fill(zero)'],
    ['sum:hits{*}.fill(ffill)', 'sum:hits{*}.fill(last)'],
    ['sum:hits{*}.fill(none)', 'sum:hits{*}.fill(null)'],
    ['avg:disk.free(device:sd-1)', 'avg:disk.free{device:sd-1}'],
    ['avg:disk.free(device:sd)', 'avg:disk.free{device:sd}'],
  ])('methods: %s is repaired to %s', (text, expected) => {
    const repairs = check(text, 'dashboard').flatMap(({ repair }) => repair ?? [])
    expect(applyEdits(text, repairs)).toBe(expected)
  })

  it.each([
    'clamp_min(5, 6)',
    "anomalies(avg:a{*}, 'x', 2)",
    "anomalies(avg:a{*}, direction='both', bounds=3)",
    "forecast(avg:a{*}, 'linear', 1, '1w')",
    "top(avg:a{*}, limit=10, dir='desc')",
    'abs()',
    'timeshift(avg:a{*})',
  ])('%s has no order that fits', text => {
    expect(check(text, 'dashboard').flatMap(({ repair }) => repair ?? [])).toEqual([])
  })
})

describe('functions that are written otherwise here', () => {
  it.each([
    ['clamp(avg:a{*}, -1, 1)', 'clamp_max(clamp_min(avg:a{*}, -1), 1)'],
    ['sqrt(avg:a{*})', 'pow(avg:a{*}, 0.5)'],
    ['ewma(avg:a{*}, 12)', 'ewma_10(avg:a{*})'],
    ['median(avg:a{*}, 7)', 'median_7(avg:a{*})'],
    ['quantile(0.5, avg:a.b{shop:eu} by {queue})', 'p50:a.b{shop:eu} by {queue}'],
    ['percentile(a.b{*}, 99.9)', 'p99.9:a.b{*}'],
    ['pct90:a.b{*}', 'p90:a.b{*}'],
  ])('%s is %s', (text, expected) => {
    const found = check(text, 'dashboard')
    expect(found).toHaveLength(1)
    expect(applyEdits(text, found[0]?.repair ?? [])).toBe(expected)
    expect(check(expected, 'dashboard')).toEqual([])
  })

  it.each(['clamp(avg:a{*}, 1)', 'quantile(avg:a{*}, 400)', 'quantile(avg:a{*})'])(
    '%s tells too little',
    text => {
      expect(check(text, 'dashboard').flatMap(({ repair }) => repair ?? [])).toEqual([])
    },
  )

  it('in a formula a method belongs to the query, or is a function', () => {
    const found = check('a.rollup(max, 60)', 'formula')
    expect(found.map(({ code }) => code)).toEqual(['query/method-on-expression'])
    expect(applyEdits('a.rollup(max, 60)', found[0]?.repair ?? [])).toBe("rollup(a, 'max', 60)")
    const sum = check('(a + b).rollup(max, 60)', 'formula').flatMap(({ repair }) => repair ?? [])
    expect(applyEdits('(a + b).rollup(max, 60)', sum)).toBe("rollup((a + b), 'max', 60)")
    expect(check('a.as_count()', 'formula').map(({ hint }) => hint)).toEqual([
      'Put `.as_count()` into the query itself.',
    ])
  })
})

describe('functions and their arguments', () => {
  it.each([
    // Text, code, and the very piece it is about.
    ['default_zer(avg:a{*})', 'query/unknown-function', 'default_zer'],
    ['avg:a{*}.as_conut()', 'query/unknown-function', 'as_conut'],
    ['avg:a{*}.abs()', 'query/unknown-function', 'abs'],
    ['as_count(sum:a{*})', 'query/unknown-function', 'as_count'],
    ['autosmooth(avg:a{*})', 'query/unsupported-in-monitor', 'autosmooth'],
    ['cumsum(avg:a{*})', 'query/unsupported-in-monitor', 'cumsum'],
    ["top(avg:a{*} by {host}, 10, 'mean', 'desc')", 'query/top-in-monitor', 'top'],
    ['top5_mean(avg:a{*} by {host})', 'query/top-in-monitor', 'top5_mean'],
    ['week_before(avg:a{*})', 'query/deprecated-function', 'week_before'],
    ['abs()', 'query/function-arity', 'abs()'],
    ['clamp_min(avg:a{*})', 'query/function-arity', 'clamp_min(avg:a{*})'],
    ['abs(avg:a{*}, 1)', 'query/function-arity', '1'],
    ['abs(5)', 'query/function-arity', '5'],
    ["abs('avg')", 'query/function-arity', "'avg'"],
    ["clamp_min(avg:a{*}, '5')", 'query/function-arity', "'5'"],
    ['clamp_min(avg:a{*}, avg:b{*})', 'query/function-arity', 'avg:b{*}'],
    ["moving_rollup(avg:a{*}, 0, 'avg')", 'query/function-arity', '0'],
    ["moving_rollup(avg:a{*}, 60, 'mode')", 'query/function-arity', "'mode'"],
    ["anomalies(avg:a{*}, 'besic', 2)", 'query/function-arity', "'besic'"],
    ["anomalies(avg:a{*}, 'basic', 2, direction='up')", 'query/function-arity', "'up'"],
    ["anomalies(avg:a{*}, 'basic', 2, directoin='both')", 'query/function-arity', "directoin='both'"],
    ["anomalies(avg:a{*}, 'basic', direction='both', 2)", 'query/function-arity', '2'],
    ["forecast(avg:a{*}, 'linear', 0)", 'query/function-arity', '0'],
    ["calendar_shift(avg:a{*}, '1mo', 'UTC')", 'query/function-arity', "'1mo'"],
    ['avg:a{*}.rollup(avg, 5, 6)', 'query/function-arity', '5'],
    ['avg:a{*}.rollup(avrage)', 'query/function-arity', 'avrage'],
    ['avg:a{*}.rollup(sum, dayly)', 'query/function-arity', 'dayly'],
    ['avg:a{*}.rollup(sum, weekly, mondey)', 'query/function-arity', 'mondey'],
    ['avg:a{*}.rollup(sum, daily, 31)', 'query/function-arity', '31'],
    ['avg:a{*}.rollup(sum, monthly, 9am)', 'query/function-arity', '9am'],
    ['avg:a{*}.rollup()', 'query/function-arity', 'rollup()'],
    ['avg:a{*}.fill(zeros)', 'query/function-arity', 'zeros'],
    ['avg:a{*}.fill(last, 300, 1)', 'query/function-arity', '1'],
    ['avg:a{*}.fill()', 'query/function-arity', 'fill()'],
    ['timeshift(avg:a{*}, 3600)', 'query/timeshift-positive', '3600'],
  ])('%s: %s', (text, code, piece) => {
    expect(codes(text)).toContain(code)
    expect(marked(text)).toContain(piece)
  })

  it.each([
    'default_zero(avg:a{*})',
    'ewma_20(avg:a{*})',
    'pow(2, avg:a{*})',
    'clamp_min(avg:a{*}, -0.5)',
    'timeshift(avg:a{*}, -3600)',
    "moving_rollup(avg:a{*}, 60, 'p95')",
    "anomalies(avg:a{*}, 'basic', 2, alert_window='last_15m', interval=60, count_default_zero='true')",
    "outliers(avg:a{*} by {host}, 'MAD', 3, 20)",
    "forecast(avg:a{*}, 'linear', 1, interval='60m', history='1w', model='default')",
    'avg:a{*}.rollup(60)',
    'avg:a{*}.rollup(sum)',
    'avg:a{*}.rollup(sum, daily)',
    "avg:a{*}.rollup(sum, daily, 12am, 'Europe/Paris')",
    'avg:a{*}.rollup(sum, daily, 14)',
    "avg:a{*}.rollup(sum, weekly, monday, 'Europe/Paris')",
    'avg:a{*}.rollup(sum, monthly, 1st)',
    "avg:a{*}.rollup(sum, monthly, 'America/Denver')",
    'avg:a{*}.rollup(sum, yearly, april)',
    'avg:a{*}.fill(0)',
    'avg:a{*}.fill(last, 900)',
    'sum:a{*}.as_count().rollup(sum, 60).fill(zero)',
    'sum:a{*}.weighted()',
  ])('%s is fine', text => expect(check(text)).toEqual([]))

  it('lets a dashboard use what a monitor cannot', () => {
    expect(check('autosmooth(avg:a{*})', 'dashboard')).toEqual([])
    expect(check("top(avg:a{*} by {host}, 10, 'mean', 'desc')", 'dashboard')).toEqual([])
  })

  it('knows the functions that only formulas have', () => {
    expect(check("reduce(rollup(rollup(query1, 'max', 10), 'p90', 86400), 'last')", 'formula')).toEqual([])
    expect(check('failed_runs(run_query)', 'formula')).toEqual([])
    expect(codes("rollup(query1, 'median', 10)", 'formula')).toEqual(['query/function-arity'])
  })

  it('repairs a slip of the pen', () => {
    const text = "default_zer(top(avg:a{*} by {host}, 10, 'mean', 'decs'))"
    const edits = check(text, 'dashboard').flatMap(diagnostic => diagnostic.repair ?? [])
    expect(applyEdits(text, edits)).toBe("default_zero(top(avg:a{*} by {host}, 10, 'mean', 'desc'))")
  })

  it.each([
    'sum(avg:a{*} by {env,host}.rollup(avg, 300), {env})',
    "percentile(avg:a{*} by {env,host}, 'p95', {*})",
    'stddev(avg:a{*} by {env} + avg:b{*} by {env}, {*})',
    'top(sum(avg:a{*} by {env,host}, {env}), 5, "mean", "desc")',
  ])('knows a second layer of space aggregation: %s', text => expect(check(text, 'dashboard')).toEqual([]))

  it.each([
    ['sum(avg:a{*}, {env})', 'query/missing-group-by', 'avg:a{*}'],
    ['median(avg:a{*} by {env}, {*})', 'query/unknown-function', 'median'],
    ["percentile(avg:a{*} by {env}, '95', {*})", 'query/function-arity', "'95'"],
    ['percentile(avg:a{*} by {env}, {*})', 'query/function-arity', '{*}'],
    ['sum(avg:a{*} by {env}, {env}, {host})', 'query/function-arity', '{host}'],
    ['abs(avg:a{*} by {env}, {env})', 'query/unknown-function', 'abs'],
    ['sum(avg:a{*} by {x,y}, {x}) / avg:b{*} by {y}', 'query/group-mismatch', undefined],
  ])('says what is wrong with such a layer: %s', (text, code, piece) => {
    expect(codes(text, 'dashboard')).toContain(code)
    if (piece !== undefined) expect(marked(text, 'dashboard')).toContain(piece)
  })

  it('shows how the function is written', () => {
    expect(check('clamp_min(avg:a{*})')[0]?.hint).toBe(
      'Write `clamp_min(query, bound)`, as in `clamp_min(avg:system.load.1{*}, 0)`.',
    )
  })
})

describe('aggregation and modifiers', () => {
  it.each([
    ['p999:a{*}', 'query/space-aggregator', 'p999'],
    ['histogram:a{*}', 'query/space-aggregator', 'histogram'],
    ['p95:a{*}.rollup(avg, 60)', 'query/rollup-percentile', 'avg'],
    ['sum:a{*}.as_count().rollup(avg, 60)', 'query/as-count-rollup', 'avg'],
    ['avg:a{*}.weighted()', 'query/weighted', 'weighted()'],
    ['sum:a{*}.as_count() / sum:b{*}', 'query/mixed-count-rate', 'sum:a{*}.as_count() / sum:b{*}'],
    [
      'sum:a{*}.as_count() / sum:b{*}.as_rate()',
      'query/mixed-count-rate',
      'sum:a{*}.as_count() / sum:b{*}.as_rate()',
    ],
  ])('%s: %s', (text, code, piece) => {
    expect(codes(text)).toEqual([code])
    expect(marked(text)).toEqual([piece])
  })

  it.each([
    'p99.9:a{*}',
    'p95:a{*}.rollup(60)',
    'count(v: v<=5):a{*}.as_count()',
    'sum:a{*}.rollup(avg, 60).as_count()',
    'sum:a{*}.as_count() / sum:b{*}.as_count()',
    'sum:a{*}.as_count() / avg:b{*}',
    'sum:a{*}.as_count() + sum:b{*}',
    'avg:a{env IN (prod,staging) AND env:prod}',
    'avg:a{role:web,role:db}',
    'avg:a{NOT (role:db AND host:x) AND role:db}',
    'avg:a{env:prod* AND NOT env:prod-eu}',
    'avg:a{role IN (db,web) AND role NOT IN (db)}',
  ])('%s is fine', text => expect(check(text)).toEqual([]))

  it('suggests the percentile that was meant', () => {
    expect(check('p999:a{*}')[0]?.hint).toBe('Did you mean `p99.9`?')
  })

  it('draws distributions on a dashboard', () => expect(check('histogram:a{*}', 'dashboard')).toEqual([]))
})

describe('scopes and groups', () => {
  it.each([
    ['avg:a{$env}', 'query/template-variable', '$env'],
    ['avg:a{env:$env.value}', 'query/template-variable', 'env:$env.value'],
    ['avg:a{a:1 OR a:2,b:3}', 'query/mixed-operators', '{a:1 OR a:2,b:3}'],
    ['avg:a{env:prod,!env:prod}', 'query/contradiction', '!env:prod'],
    ['avg:a{env:prod AND NOT env:*}', 'query/contradiction', 'env:prod'],
    ['avg:a{env:prod,env:staging}', 'query/contradiction', 'env:staging'],
    ['avg:a{env:prod,host:b,env:prod}', 'query/duplicate-filter', 'env:prod'],
    ['avg:a{env IN (prod,staging) AND env:dev}', 'query/contradiction', 'env:dev'],
    ['avg:a{role:db AND role NOT IN (db,web)}', 'query/contradiction', 'role NOT IN (db,web)'],
    ['avg:a{role:db AND NOT (role:db OR role:web)}', 'query/contradiction', 'role:db'],
    ['avg:a{(role:a OR role:b) AND !role:a AND !role:b}', 'query/contradiction', '!role:a'],
    ['avg:a{(env:a OR env:b) AND env:c}', 'query/contradiction', 'env:c'],
    ['avg:a{env:c AND (env:a OR env:b)}', 'query/contradiction', 'env:a OR env:b'],
    ['avg:a{host:web-1,!host:web-*}', 'query/contradiction', 'host:web-1'],
    ['avg:a{host:web-1,!host:*-1}', 'query/contradiction', 'host:web-1'],
    ['avg:a{env IN (prod,prod)}', 'query/duplicate-filter', 'env IN (prod,prod)'],
    ['avg:a{env:prod OR env:prod}', 'query/duplicate-filter', 'env:prod OR env:prod'],
    ['avg:a{env IN ($env.value)}', 'query/template-variable', 'env IN ($env.value)'],
    [
      'avg:a{*} by {host} / avg:b{*} by {service}',
      'query/group-mismatch',
      'avg:a{*} by {host} / avg:b{*} by {service}',
    ],
    ['count_nonzero(avg:a{*})', 'query/missing-group-by', 'avg:a{*}'],
    ["outliers(avg:a{*}, 'dbscan', 3)", 'query/missing-group-by', 'avg:a{*}'],
  ])('%s: %s', (text, code, piece) => {
    expect(codes(text)).toEqual([code])
    expect(marked(text)).toEqual([piece])
  })

  it.each([
    'avg:a{env:prod AND (a:1 OR a:2)}',
    'avg:a{role:a,role:b}',
    'avg:a{env:prod,env:p*}',
    'avg:a{env:prod OR env:staging}',
    'avg:a{env:prod,!env:staging}',
    'avg:a{env:prod OR NOT env:prod}',
    'avg:a{!env:*}',
    'avg:a{host:web-*,!host:web-1}',
    'avg:a{host:db-1,!host:web-*}',
    'avg:a{host:web-1*,!host:web-*2}',
    'avg:a{(role:a OR role:b) AND !role:a}',
    'avg:a{(role:a OR team:b) AND !role:a}',
    'avg:a{(env:a OR env:b) AND env:b}',
    'avg:a{env:*,!env:dev}',
    'avg:a{*} by {host,service} / avg:b{*} by {service,host}',
    'avg:a{*} by {host} / avg:b{*}',
    'avg:a{*} by {host} / count_nonzero(avg:b{*} by {service})',
    'avg:a{*} by {host} * 100 / 3',
    'count_nonzero(avg:a{*} by {host} / avg:b{*} by {host})',
  ])('%s is fine', text => expect(check(text)).toEqual([]))

  it('leaves variables to dashboards and formulas to their queries', () => {
    expect(check('avg:a{$env,host:$host.value}', 'dashboard')).toEqual([])
    expect(codes('avg:a{$env}', 'slo')).toEqual(['query/template-variable'])
    expect(check('count_nonzero(query1)', 'formula')).toEqual([])
  })

  it('compares neighbours of a long sum, whatever its nesting', () => {
    expect(codes('avg:a{*} + avg:b{*} by {host} + 1 + avg:c{*} by {pod}')).toEqual(['query/group-mismatch'])
  })
})

describe('algorithms', () => {
  it.each([
    [
      "anomalies(avg:a{*}, 'basic', 2, alert_window='last_5m', interval=120)",
      'anomaly/interval',
      'interval=120',
    ],
    ["anomalies(avg:a{*}, 'basic', 2, alert_window='15m')", 'anomaly/alert-window', "'15m'"],
    [
      "anomalies(avg:a{*}, 'basic', 2, seasonality='daily')",
      'anomaly/basic-with-seasonality',
      "seasonality='daily'",
    ],
    ["anomalies(avg:a{*}, 'agile', 2)", 'anomaly/seasonality-missing', "'agile'"],
    ["outliers(avg:a{*} by {host}, 'dbscan', 3, 20)", 'query/outlier-params', '20'],
    ["forecast(cumsum(avg:a{*}), 'linear', 1)", 'query/forecast-limits', 'cumsum'],
    ["forecast(avg:a{*}, 'linear', 1, seasonality='daily')", 'query/forecast-limits', "seasonality='daily'"],
    ["forecast(avg:a{*}, 'seasonal', 1, model='simple')", 'query/forecast-limits', "model='simple'"],
  ])('%s: %s', (text, code, piece) => {
    expect(codes(text, 'dashboard')).toEqual([code])
    expect(marked(text, 'dashboard')).toEqual([piece])
  })

  it.each([
    "anomalies(avg:a{*}, 'basic', 2, alert_window='last_5m', interval=60)",
    "anomalies(avg:a{*}, 'agile', 2, seasonality='weekly')",
    "outliers(avg:a{*} by {host}, 'scaledMAD', 3, 20)",
    "forecast(diff(avg:a{*}), 'linear', 1, model='simple')",
    "forecast(avg:a{*}, 'seasonal', 1, seasonality='daily')",
  ])('%s is fine', text => expect(check(text, 'dashboard')).toEqual([]))
})

describe('the whole list', () => {
  it('stands in the order of the text', () => {
    const starts = check('foo(avg:a{$x}) + bar(avg:b{$y})').map(diagnostic => diagnostic.span!.start)
    expect(starts).toHaveLength(4)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('checks every query of a list', () => {
    expect(codes('foo(avg:a{*}), bar(avg:b{*})', 'dashboard')).toEqual([
      'query/unknown-function',
      'query/unknown-function',
    ])
  })

  it('takes a sum of ten thousand queries', () => {
    expect(check(Array.from({ length: 10_000 }, () => 'avg:a{*}').join(' + '))).toEqual([])
  })
})
