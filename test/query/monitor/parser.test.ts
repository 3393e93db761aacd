import { describe, expect, it } from 'vitest'
import { parseMonitorQuery } from '../../../src/query/index.js'
import { codesOf, normal, parsers, reportsOf, shapeOf, treeOf } from '../reading.js'

const { monitor } = parsers

describe('monitor queries', () => {
  it.each([
    ['avg(last_5m):avg:system.load.1{*} by {host}>4', 'avg(last_5m):avg:system.load.1{*} by {host} > 4'],
    ['  avg( last_5m ) :\n avg:a.b{*}\n  > -1e3 \n', 'avg(last_5m):avg:a.b{*} > -1000'],
    ['avg(last_15m):system.load.1{host:a} == 0', 'avg(last_15m):system.load.1{host:a} == 0'],
    ['percentile(last_1d):p95:a.b{*} != 6', 'percentile(last_1d):p95:a.b{*} != 6'],
    ['p95(current_1mo):a.b{*} <= 6', 'p95(current_1mo):a.b{*} <= 6'],
    ['change(min(last_1m),last_5m):a.b{*} > 5', 'change(min(last_1m),last_5m):a.b{*} > 5'],
    ['pct_change( avg(last_1h) , 1d_ago ): (a.b{*}) > 5', 'pct_change(avg(last_1h),1d_ago):a.b{*} > 5'],
    [
      "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
      "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
    ],
    [
      "max(next_1w):forecast(a.b{*}, 'linear', 1) >= threshold",
      "max(next_1w):forecast(a.b{*}, 'linear', 1) >= threshold",
    ],
    [
      'logs( "service:api \\"x y\\"" ).index("*").rollup("count").by("@a,b").last("5m")>3',
      'logs("service:api \\"x y\\"").index("*").rollup("count").by("@a,b").last("5m") > 3',
    ],
    [
      'ci-pipelines("ci_level:pipeline").rollup("avg","@duration").last("5m") >= 1',
      'ci-pipelines("ci_level:pipeline").rollup("avg", "@duration").last("5m") >= 1',
    ],
    [
      'error-tracking("service:a").source("all").new().rollup("count").by("@issue.id").last("1d") >= 1',
      'error-tracking("service:a").source("all").new().rollup("count").by("@issue.id").last("1d") >= 1',
    ],
    [
      "processes('java').over('a','b').rollup('count').last('10m') > 1",
      'processes("java").over("a","b").rollup("count").last("10m") > 1',
    ],
    [
      'events("*").rollup("cardinality", "@evt.id").current("1h") > 2',
      'events("*").rollup("cardinality", "@evt.id").current("1h") > 2',
    ],
    ['formula("query1/query2*100").last("15m")>=0.8', 'formula("query1 / query2 * 100").last("15m") >= 0.8'],
    [
      'formula("failed_runs(run_query)").by(job_name, workspace_name).last(10d) > 0',
      'formula("failed_runs(run_query)").by(job_name,workspace_name).last(10d) > 0',
    ],
    [
      'formula("exclude_null(q)").last("7d").anomaly(direction="above",threshold=10) >= 5',
      'formula("exclude_null(q)").last("7d").anomaly(direction="above", threshold=10) >= 5',
    ],
    [
      'formula("q").last("7d").change("relative", 7) > 20',
      'formula("q").last("7d").change("relative", 7) > 20',
    ],
    ['formula("top(q, 10, \\"mean\\")").last("5m") > 1', 'formula("top(q, 10, \'mean\')").last("5m") > 1'],
    ["'ntp.in_sync'.by('*').last(2).count_by_status()", '"ntp.in_sync".by("*").last(2).count_by_status()'],
    [
      '"http.can_connect".over("env:prod", "a:b").exclude("c").by("host").last(4).pct_by_status()',
      '"http.can_connect".over("env:prod","a:b").exclude("c").by("host").last(4).pct_by_status()',
    ],
    ['error_budget("${slo:api}").over("30d") > 75', 'error_budget("${slo:api}").over("30d") > 75'],
    [
      'burn_rate("ab12").over("30d").long_window("1h").short_window("5m") > 14.4',
      'burn_rate("ab12").over("30d").long_window("1h").short_window("5m") > 14.4',
    ],
    ['( 12 && !34 ) || ( !12&&34 )', '12 && !34 || !12 && 34'],
    ['${monitor:a} && !${monitor:b}', '${monitor:a} && !${monitor:b}'],
    ['12345', '12345'],
    ['no_query', 'no_query'],
  ])('%s is %s', (text, expected) => {
    expect(normal(text, monitor)).toBe(expected)
  })

  it('a tree names every part with its place', () => {
    expect(treeOf('avg(last_5m):a.b > -.5'.replace('-.5', '-0.5'), monitor)).toEqual({
      kind: 'metric-monitor',
      span: { start: 0, end: 23 },
      head: {
        kind: 'window-head',
        span: { start: 0, end: 12 },
        aggregator: 'avg',
        window: { kind: 'window', span: { start: 4, end: 11 }, form: 'last', amount: 5, unit: 'm' },
      },
      expression: {
        kind: 'series',
        span: { start: 13, end: 16 },
        metric: { kind: 'metric-name', span: { start: 13, end: 16 }, name: 'a.b' },
      },
      condition: {
        kind: 'condition',
        span: { start: 17, end: 23 },
        comparator: '>',
        threshold: { kind: 'number', span: { start: 19, end: 23 }, value: -0.5, text: '-0.5' },
      },
    })
  })

  it('a search inside quotes has its place in the whole text, escapes or not', () => {
    const text = 'logs("a \\"b c\\" service:d").rollup("count").last("5m") > 3'
    const node = treeOf(text, monitor)
    if (node.kind !== 'event-monitor' || node.search.expression.kind !== 'search-and')
      throw new Error('no search')
    const pieces = node.search.expression.operands.map(({ span }) => text.slice(span.start, span.end))
    expect(pieces).toEqual(['a', '\\"b c\\"', 'service:d'])
    expect(node.search.text).toBe('a "b c" service:d')
  })

  it('so has a formula', () => {
    const text = 'formula("f(q, \\"x\\") + abc").last("5m") > 3'
    const node = treeOf(text, monitor)
    if (node.kind !== 'formula-monitor' || node.formula.kind !== 'binary') throw new Error('no formula')
    const { left, right } = node.formula
    expect([left, right].map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'f(q, \\"x\\")',
      'abc',
    ])
  })

  it('what is written after `formula` errors speaks of the whole text too', () => {
    expect(reportsOf('formula("f(q, \\"x\\") + abs(z").last("5m") > 3', monitor)).toEqual([
      'unclosed-parenthesis «(»',
    ])
  })

  it('a call that nobody knows is kept as it is, with a warning', () => {
    const text = 'new-product(query: {a: [1, "x"]}).window(5m) ~ 3'
    expect(reportsOf(text, monitor)).toEqual([`unknown-syntax «${text}»`])
    expect(shapeOf(treeOf(` ${text} `, monitor))).toEqual({ kind: 'opaque', text })
    expect(normal(text, monitor)).toBe(text)
  })

  it('a source that nobody knows is read like the others, with a warning', () => {
    const text = 'product-analytics("a:b").rollup("count").last("5m") > 3'
    expect(reportsOf(text, monitor)).toEqual(['unknown-syntax «product-analytics»'])
    expect(treeOf(text, monitor).kind).toBe('event-monitor')
  })

  it.each(['', '  ', 'hello world', 'foo(bar', '{}', '💥', '= 5', '"'])('%j is no query', text => {
    expect(monitor(text).ok).toBe(false)
  })
})

describe('the type of a monitor', () => {
  it.each([
    ['log alert', 'avg(last_5m):a.b{*} > 4', 'type-mismatch'],
    ['metric alert', 'logs("*").rollup("count").last("5m") > 4', 'type-mismatch'],
    ['composite', 'avg(last_5m):a.b{*} > 4', 'type-mismatch'],
    ['composite', 'a && b', 'expected-monitor-id expected-monitor-id'],
    ['service check', 'foo', 'expected-check'],
    ['synthetics alert', 'foo', 'expected-placeholder'],
    ['slo alert', '12 && 34', 'type-mismatch'],
    ['log alert', 'query', 'unknown-query'],
    ['metric alert', 'foo(bar)', 'unknown-query'],
    ['query alert', 'avg(last_5m):a.b{*} > 4', ''],
    ['metric alert', 'formula("q").last("5m") > 4', ''],
    ['brand new alert', 'avg(last_5m):a.b{*} > 4', ''],
    ['event alert', 'events("x").rollup("count").last("5m") > 4', ''],
  ])('%s and %s: %s', (type, text, codes) => {
    expect(codesOf(parseMonitorQuery(text, { type }).diagnostics)).toBe(codes)
  })

  it('a mismatch names the types that fit', () => {
    const [first] = parseMonitorQuery('12 && 34', { type: 'log alert' }).diagnostics
    expect(first?.hint).toBe('Its type can be `composite`.')
  })
})
