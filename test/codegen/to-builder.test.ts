import { describe, expect, it } from 'vitest'
import { builderExpression, type ToBuilderOptions, toBuilder } from '../../src/codegen/index.js'
import { isAcceptable } from '../../src/diagnostic/index.js'
import { parseMetricQuery, parseMonitorQuery, print } from '../../src/query/index.js'
import { evaluated, evaluatedQuery } from './evaluate.js'

/** The normal form, read the way `toBuilder` reads it. */
function normalForm(query: string, type?: string): string {
  const metric = parseMetricQuery(query)
  if (type === undefined && metric.ok && isAcceptable(metric.diagnostics)) return print(metric.node)
  const monitor = parseMonitorQuery(query, type === undefined ? {} : { type })
  return monitor.ok ? print(monitor.node) : query
}

const metricRows: readonly (readonly [query: string, code: string])[] = [
  ['avg:system.load.1{*}', "avg('system.load.1')"],
  ['system.load.1{*}', "metric('system.load.1')"],
  ['p99.9:a.b{*}', "percentile('p99.9', 'a.b')"],
  ['count(v: v<=0.5):a{*}', "countValues('a', { atMost: 0.5 })"],
  [
    'avg:a{env:prod,service:web} by {host,pod}',
    "avg('a').where({ env: 'prod', service: 'web' }).by('host', 'pod')",
  ],
  [
    'avg:a{env:prod,!role:batch,!b:c,$var,x:y,x:z}',
    "avg('a').where({ env: 'prod' }).whereNot({ role: 'batch', b: 'c' }).where('$var').where({ x: 'y' }).where({ x: 'z' })",
  ],
  ['avg:a{env:prod AND service IN (x,y)}', "avg('a').where({ env: 'prod', service: ['x', 'y'] })"],
  ['avg:a{env:prod AND NOT b:c}', "avg('a').where('env:prod AND NOT b:c')"],
  ['avg:a{a:1 or b:2,$env}', "avg('a').where('a:1 OR b:2,$env')"],
  ['avg:a{production}', "avg('a').where('production')"],
  ['avg:a{kube-app:x}', "avg('a').where({ 'kube-app': 'x' })"],
  ['avg:a{__proto__:x}', "avg('a').where({ ['__proto__']: 'x' })"],
  ['avg:a{2:x,1:y}', "avg('a').where({ '2': 'x' }).where({ '1': 'y' })"],
  ['avg:a{kind:x}', "avg('a').where('kind:x')"],
  ['sum:a{*}.as_count().rollup(sum, 60).fill(zero)', "sum('a').asCount().rollup('sum', 60).fill('zero')"],
  ['sum:a{*}.rollup(sum, daily)', "sum('a').rollup('sum', 'daily')"],
  [
    "sum:a{*}.rollup(sum, daily, 12am, 'Europe/Paris')",
    "sum('a').rollup('sum', 'daily', '12am', 'Europe/Paris')",
  ],
  ['sum:a{*}.rollup(sum, weekly, monday)', "sum('a').rollup('sum', 'weekly', 'monday')"],
  ['sum:a{*}.rollup(sum, daily, 14)', "sum('a').rollup('sum', 'daily', 14)"],
  ["sum:a{*}.rollup(sum, monthly, '1st')", 'query("sum:a{*}.rollup(sum, monthly, \'1st\')")'],
  ["sum:a{*}.rollup('sum', 60)", 'query("sum:a{*}.rollup(\'sum\', 60)")'],
  ['100 - avg:a{*} / 2', "constant(100).minus(avg('a').dividedBy(2))"],
  ['*', "query('*')"],
  ['avg:a{*}, sum:b{*}', "[avg('a'), sum('b')]"],
  ['-sum:a{*}', "negative(sum('a'))"],
  ['ewma_5(avg:a{*})', "ewma(avg('a'), 5)"],
  ['bottom10_min(avg:a{*} by {b})', "bottom10(avg('a').by('b'), 'min')"],
  ['default(avg:a{*}, 0)', "defaultTo(avg('a'), 0)"],
  ["top(avg:a{*}, 5, 'mean', 'desc')", "top(avg('a'), 5, 'mean', 'desc')"],
  ["top(avg:a{*}, 5, 'odd', 'desc')", "functionCall('top', avg('a'), 5, quoted('odd'), quoted('desc'))"],
  ['max(avg:a{*} by {b,c}, {b,c})', "aggregateBy(avg('a').by('b', 'c'), 'max', 'b', 'c')"],
  ["percentile(avg:a{*} by {b}, 'p90', {*})", "aggregateBy(avg('a').by('b'), 'p90')"],
  ["percentile(avg:a{*} by {b}, 'all', {c})", 'query("percentile(avg:a{*} by {b}, \'all\', {c})")'],
  ['max(avg:a{*}, 3)', "max(avg('a'), 3)"],
  ["newly_made(avg:a{*}, b, mode='x')", "functionCall('newly_made', avg('a'), bare('b'), { mode: 'x' })"],
  [
    "anomalies(avg:a{*}, 'basic', 2, direction='both', interval=60)",
    "anomalies(avg('a'), 'basic', 2, { direction: 'both', interval: 60 })",
  ],
  ["anomalies(avg:a{*}, 'odd', 2)", "functionCall('anomalies', avg('a'), quoted('odd'), 2)"],
  [
    "forecast(avg:a{*}, 'linear', 1, interval='60m', history='1w')",
    "forecast(avg('a'), 'linear', 1, { interval: '60m', history: '1w' })",
  ],
]

const monitorRows: readonly (readonly [query: string, code: string, options?: ToBuilderOptions])[] = [
  ['avg(last_5m):avg:a{*} by {host} > 4', "avg('a').by('host').last('5m').above(4)"],
  ['max(last_1h):avg:a{*} <= -0.5', "avg('a').last('1h', 'max').atMost(-0.5)"],
  ['sum(last_5m):sum:a{*}.as_count() > 4', "sum('a').asCount().last('5m', 'sum').above(4)"],
  ['avg(last_5m):sum:a{*}.as_count() > 4', "sum('a').asCount().last('5m', 'avg').above(4)"],
  ['sum(current_1d):avg:a{*} > 4', "avg('a').current('1d', 'sum').above(4)"],
  [
    "max(next_1w):forecast(avg:a{*}, 'linear', 1) >= 9",
    "forecast(avg('a'), 'linear', 1).next('1w', 'max').atLeast(9)",
  ],
  ['change(avg(last_5m),last_1h):avg:a{*} > 4', "avg('a').last('5m').change('1h').above(4)"],
  ['pct_change(min(last_5m),1d_ago):avg:a{*} < 4', "avg('a').last('5m', 'min').pctChange('1d ago').below(4)"],
  [
    "avg(last_4h):anomalies(avg:a{*}, 'basic', 2, alert_window='last_15m', count_default_zero='true') >= 1",
    "anomalies(avg('a'), 'basic', 2, { alertWindow: '15m', countDefaultZero: true, recoveryWindow: '1h' }).last('4h').atLeast({ critical: 1, criticalRecovery: 0 })",
    {
      type: 'query alert',
      options: {
        thresholds: { critical: 1, critical_recovery: 0 },
        threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_1h' },
      },
    },
  ],
  [
    "avg(last_4h):anomalies(avg:a{*}, 'basic', 2) >= 1",
    "query(\"anomalies(avg:a{*}, 'basic', 2)\").last('4h').atLeast(1)",
  ],
  [
    '"http.up".over("a:b","c:d").exclude("e:f").by("host").last(4).count_by_status()',
    "serviceCheck('http.up').over('a:b', 'c:d').exclude('e:f').by('host').last(4).countByStatus({ critical: 2, warning: 1, ok: 3 })",
    { options: { thresholds: { critical: 2, warning: 1, ok: 3 } } },
  ],
  [
    '"http.up".by("*").last(2).pct_by_status()',
    "serviceCheck('http.up').by('*').last(2).pctByStatus({ critical: 1 })",
  ],
  [
    'logs("status:error \\"a b\\"").index("main").rollup("cardinality", "@usr.id").by("a,@b.c").last("5m") > 3',
    "log('status:error \"a b\"').index('main').rollup('cardinality', '@usr.id').by('a', '@b.c').last('5m').above(3)",
  ],
  [
    'logs("a "b c"").index("*").rollup("count").last("5m") > 3',
    `monitorQuery('logs("a "b c"").index("*").rollup("count").last("5m") > 3')`,
  ],
  ['logs("a").index("*").rollup("count").by("b").last("5m") > 3', "log('a').by('b').last('5m').above(3)"],
  ['rum("a").rollup("count").last("5m") > 3', "rum('a').last('5m').above(3)"],
  [
    'logs("a").rollup("count").index("*").by("b").last("5m") > 3',
    "log('a').rollup('count').index('*').by('b').last('5m').above(3)",
  ],
  ['rum("a").by("b").rollup("count").last("5m") > 3', "rum('a').by('b').rollup('count').last('5m').above(3)"],
  ['logs("*").rollup("count").last("5m") > 3', 'monitorQuery(\'logs("*").rollup("count").last("5m") > 3\')'],
  [
    'error-tracking("a").source("browser").new().rollup("count").by("issue.id").last("1d") > 0',
    "errorTracking('a', 'browser').newIssues().rollup('count').by('issue.id').last('1d').above(0)",
  ],
  [
    'processes("a").over("b:c","d:e").rollup("count").last("10m") < 1',
    "processes('a', 'b:c', 'd:e').rollup('count').last('10m').below(1)",
  ],
  [
    'burn_rate("abc").over("30d").long_window("1h").short_window("5m") > 14.4',
    "burnRate('abc', { over: '30d', longWindow: '1h', shortWindow: '5m' }).above(14.4)",
  ],
  ['error_budget("abc").over("7d") > 75', "errorBudget('abc', { over: '7d' }).above(75)"],
  ['12 && !(34 || 56)', 'composite(and(12, not(or(34, 56))))'],
  [
    'formula("default_zero(query) / all * 100").last("15m") >= 0.8',
    "formula({ query: rawVariable('rum alert', { data_source: 'rum', group_by: [] }), all: rawVariable('rum alert', {}) }, q => defaultZero(q.query).dividedBy(q.all).times(100)).last('15m').atLeast(0.8)",
    {
      type: 'rum alert',
      options: { variables: [{ name: 'query', data_source: 'rum', group_by: [] }, { name: 'all' }] },
    },
  ],
  [
    'formula("a").rollup("sum").last("7d").anomaly(direction="above", threshold=10) >= 5',
    "formula({ a: rawVariable('cost alert', {}) }, q => q.a).rollup('sum').last('7d').anomaly({ direction: 'above', threshold: 10 }).atLeast(5)",
    { type: 'cost alert', options: { variables: [{ name: 'a' }] } },
  ],
  [
    'formula("a + b").last("7d") > 5',
    "monitorQuery('formula(\"a + b\").last(\"7d\") > 5', { type: 'rum alert', variables: [{ name: 'a' }] })",
    { type: 'rum alert', options: { variables: [{ name: 'a' }] } },
  ],
  [
    'avg(last_5m):avg:a{*} > threshold',
    "monitorQuery('avg(last_5m):avg:a{*} > threshold', { type: 'query alert' })",
    { type: 'query alert' },
  ],
]

describe('toBuilder', () => {
  it.each(metricRows)('%s', (query, code) => {
    expect(toBuilder(query)).toBe(code)
    expect(evaluatedQuery(code)).toBe(normalForm(query))
  })

  it.each(monitorRows.map(([query, code, options = {}]) => ({ query, code, options })))(
    '$query',
    ({ query, code, options }) => {
      expect(toBuilder(query, options)).toBe(code)
      expect(evaluatedQuery(code)).toBe(normalForm(query, options.type))
    },
  )

  it('gives the options back that it was given', () => {
    const options = {
      thresholds: { critical: 1, critical_recovery: 0 },
      threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_1h' },
    }
    const query = "avg(last_4h):anomalies(avg:a{*}, 'basic', 2, alert_window='last_15m') >= 1"
    expect(evaluated(toBuilder(query, { type: 'query alert', options }))).toMatchObject({ options })
  })

  it('says which names to import', () => {
    expect(builderExpression('abs(avg:a{*}) + 1').names).toEqual(['abs', 'avg'])
    expect(builderExpression('!12').names).toEqual(['composite', 'not'])
  })
})

describe('text from a query', () => {
  it.each([
    '${process.exit()}',
    '`${x}`',
    "'); process.exit(); ('",
    '\\',
    "\\'",
    '*/ x /*',
    '</script><!--',
    '\u2028\u2029',
    '\u001b[31m',
    '\u202Eevil',
    '日本語 🙂',
  ])('such as %j never becomes code', text => {
    const search = `"${text.replace(/["\\]/g, '\\$&')}"`
    for (const query of [
      `logs(${JSON.stringify(search)}).index("*").rollup("count").last("5m") > 1`,
      `"${text.replaceAll('"', '')}".over("*").last(1).count_by_status()`,
      `avg:a{b:c} + ${text}`,
      text,
    ]) {
      const code = toBuilder(query)
      const outside = code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '')
      expect(outside).toMatch(/^[\w\s.,:(){}[\]=>-]*$/)
      expect(code).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|<\/script|<!--/u)
    }
  })
})

describe('a query as long as a machine writes it', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `sum:a.b${index}{*}`)

  it('is one chain of builders, however many terms it has', () => {
    expect(toBuilder(many.join(' + ')).match(/\.plus\(/g)).toHaveLength(19_999)
  })

  it('keeps its methods, however many there are', () => {
    expect(toBuilder(`sum:a{*}${'.fill(zero)'.repeat(20_000)}`).match(/\.fill\(/g)).toHaveLength(20_000)
  })
})
