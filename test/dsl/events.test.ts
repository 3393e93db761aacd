import { describe, expect, it } from 'vitest'
import {
  type AlertCondition,
  auditTrail,
  ciPipelines,
  ciTests,
  compile,
  cost,
  databaseMonitoring,
  dataJobs,
  dataQuality,
  defaultZero,
  errorTracking,
  events,
  formula,
  llmObservability,
  log,
  metricVariable,
  monitor,
  networkPath,
  networkPerformance,
  not,
  or,
  processes,
  rawVariable,
  rum,
  serviceCheck,
  spans,
  variable,
} from '../../src/dsl/index.js'
import { parseMonitorQuery, print } from '../../src/query/index.js'
import { printed, problems } from './printed.js'

const rows: readonly (readonly [query: string, type: string, built: AlertCondition])[] = [
  [
    'logs("status:error").index("*").rollup("count").last("5m") > 3',
    'log alert',
    log('status:error').last('5m').above(3),
  ],
  [
    'logs("status:error").index("main").rollup("cardinality", "@usr.id").by("service,@http.method").last("15m") >= 3',
    'log alert',
    log('status:error')
      .index('main')
      .rollup('cardinality', '@usr.id')
      .by('service', '@http.method')
      .last('15m')
      .atLeast(3),
  ],
  [
    'logs("*").index("*").rollup("count").by("host").last("5m") > 3',
    'log alert',
    log('*').by('host').last('5m').above(3),
  ],
  [
    'logs("*").indexes("a", "b").rollup("count").last("5m") > 3',
    'log alert',
    log('*').index('a', 'b').last('5m').above(3),
  ],
  ['rum("@type:error").rollup("count").last("5m") > 3', 'rum alert', rum('@type:error').last('5m').above(3)],
  [
    'trace-analytics("service:a").rollup("pc95", "@duration").last("5m") > 3',
    'trace-analytics alert',
    spans('service:a').rollup('pc95', '@duration').last('5m').above(3),
  ],
  ['events("a").rollup("count").current("1h") > 3', 'event-v2 alert', events('a').current('1h').above(3)],
  ['audits("a").rollup("count").last("5m") > 3', 'audit alert', auditTrail('a').last('5m').above(3)],
  [
    'ci-pipelines("a").rollup("count").last("5m") > 3',
    'ci-pipelines alert',
    ciPipelines('a').last('5m').above(3),
  ],
  ['ci-tests("a").rollup("count").last("5m") < 3', 'ci-tests alert', ciTests('a').last('5m').below(3)],
  [
    'database-monitoring("a").rollup("count").last("5m") > 3',
    'database-monitoring alert',
    databaseMonitoring('a').last('5m').above(3),
  ],
  [
    'network-performance("a").rollup("sum", "@b").last("5m") > 3',
    'network-performance alert',
    networkPerformance('a').rollup('sum', '@b').last('5m').above(3),
  ],
  [
    'network-path("a").index("netpath-path").rollup("count").last("5m") > 3',
    'network-path alert',
    networkPath('a').index('netpath-path').last('5m').above(3),
  ],
  [
    'llm-observability("a").rollup("count").last("5m") <= 3',
    'llm-observability alert',
    llmObservability('a').last('5m').atMost(3),
  ],
  [
    'error-tracking("a").source("browser").new().rollup("count").by("issue.id").last("1d") > 0',
    'error-tracking alert',
    errorTracking('a', 'browser').newIssues().by('issue.id').last('1d').above(0),
  ],
  [
    'error-tracking("a").source("all").impact().rollup("count").by("issue.id").last("1d") > 0',
    'error-tracking alert',
    errorTracking('a').impact().by('issue.id').last('1d').above(0),
  ],
  [
    'processes("java").over("env:prod","a:b").rollup("count").last("10m") < 1',
    'process alert',
    processes('java', 'env:prod', 'a:b').last('10m').below(1),
  ],
  [
    '"http.can_connect".over("env:prod").exclude("host:a").by("host").last(4).count_by_status()',
    'service check',
    serviceCheck('http.can_connect')
      .over('env:prod')
      .exclude('host:a')
      .by('host')
      .last(4)
      .countByStatus({ critical: 3, ok: 2 }),
  ],
  [
    '"a".over("*").last(100).pct_by_status()',
    'service check',
    serviceCheck('a').over('*').last(100).pctByStatus({ critical: 50 }),
  ],
  [
    'formula("failed_runs(run_query)").by(job_name,b).last(10d) > 0',
    'data-jobs alert',
    dataJobs({ jobType: 'databricks.job', query: '*' }).by('job_name', 'b').last('10d').above(0),
  ],
]

describe('event monitors', () => {
  it.each(rows)('%s', (query, type, built) => {
    expect(printed(built)).toBe(query)
    expect(built.type).toBe(type)
    const parsed = parseMonitorQuery(query, { type })
    expect(parsed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each([
    ['service:web', log('service:web')],
    ['service:web', log('').where({ service: 'web' })],
    ['service:web', log('*').where({ service: 'web' })],
    [
      'a status:error -env:dev',
      log('a')
        .where({ status: 'error' })
        .where(not({ env: 'dev' })),
    ],
    ['a AND b AND service:x', log('a AND b').where('service:x')],
    ['(a OR b) service:x', log('a OR b').where({ service: 'x' })],
    ['service:(a OR "b c")', log('*').where({ service: ['a', 'b c'] })],
    ['a:b OR c:d', log('*').where(or({ a: 'b' }, { c: 'd' }))],
    ['@http.status_code:>=500', log('*').where({ '@http.status_code': { atLeast: 500 } })],
    ['@d:>1 @d:<=20ms', log('*').where({ '@d': { above: 1, atMost: '20ms' } })],
    ['path:/a/*', log('*').where({ path: '/a/*' })],
    ['message:"say \\"hi\\" \\\\"', log('*').where({ message: 'say "hi" \\' })],
    ['message:a\\ b*', log('*').where({ message: 'a b*' })],
    ['v:"-1"', log('*').where({ v: -1 })],
    ['v:"AND"', log('*').where({ v: 'AND' })],
    ['$env', log('*').where(variable('env'))],
  ])('searches for %s', (search, built) => {
    expect(print(built.data.search)).toBe(search)
  })

  it.each([
    ['a broken search', () => log('status:(error'), /./],
    ['a field that is none', () => log('*').where({ 'a b': 'c' }), /cannot be a field/],
    ['a bound with blanks', () => log('*').where({ a: { above: '1 OR 2' } }), /not a value to compare/],
    [
      'a count above what is looked at',
      () => serviceCheck('a').last(2).countByStatus({ critical: 3 }),
      /Write `\.last\(4\)`/,
    ],
  ] as const)('refuse %s', (_, code, sentence) => {
    expect(problems(code).join()).toMatch(sentence)
  })
})

describe('formulas', () => {
  it('name their queries in the options', () => {
    const ratio = formula(
      { failed: log('status:error').rollup('count').by('service'), all: log('*').index('main') },
      ({ failed, all }) => defaultZero(failed).dividedBy(all).times(100),
    )
    const alert = ratio.last('15m').above({ critical: 5, warning: 3 })
    expect(compile(monitor('m', { name: '', alert }))).toEqual({
      name: '',
      type: 'log alert',
      query: 'formula("default_zero(failed) / all * 100").last("15m") > 5',
      options: {
        thresholds: { critical: 5, warning: 3 },
        variables: [
          {
            name: 'failed',
            data_source: 'logs',
            search: { query: 'status:error' },
            indexes: ['*'],
            compute: { aggregation: 'count' },
            group_by: [{ facet: 'service' }],
          },
          {
            name: 'all',
            data_source: 'logs',
            search: { query: '*' },
            indexes: ['main'],
            compute: { aggregation: 'count' },
            group_by: [],
          },
        ],
      },
    })
  })

  it.each([
    [
      'cost alert',
      'formula("aws").last("7d").anomaly(direction="above", threshold=10) >= 5',
      formula({ aws: cost('sum:aws.cost.amortized{*}') }, ({ aws }) => aws)
        .last('7d')
        .anomaly({ direction: 'above', threshold: 10 })
        .atLeast(5),
    ],
    [
      'cost alert',
      'formula("aws").last("7d").change("relative", 5) > 20',
      formula({ aws: cost('sum:aws.cost.amortized{*}') }, ({ aws }) => aws)
        .last('7d')
        .change('relative', 5)
        .above(20),
    ],
    [
      'cost alert',
      'formula("aws").last("7d").change("absolute") > 20',
      formula({ aws: cost('sum:aws.cost.amortized{*}') }, ({ aws }) => aws)
        .last('7d')
        .change('absolute')
        .above(20),
    ],
    [
      'data-quality alert',
      'formula("rows").last("5m") > 100',
      formula({ rows: dataQuality({ measure: 'row_count', filter: 'x' }) }, ({ rows }) => rows)
        .last('5m')
        .above(100),
    ],
    [
      'query alert',
      'formula("load").rollup("sum").last("5m") > 100',
      formula({ load: metricVariable('avg:a{*}', 'avg') }, ({ load }) => load)
        .rollup('sum')
        .last('5m')
        .above(100),
    ],
    [
      'rum alert',
      'formula("x").current("1d") > 100',
      formula({ x: rawVariable('rum alert', { data_source: 'rum' }) }, ({ x }) => x)
        .current('1d')
        .above(100),
    ],
  ] as const)('of type %s: %s', (type, query, built) => {
    expect(built.type).toBe(type)
    expect(printed(built)).toBe(query)
    expect(Object.keys(built.options)).toEqual(['thresholds', 'variables'])
  })

  it('refuse names that a formula could not hold', () => {
    expect(problems(() => formula({ 'a b': log('*') }, q => q['a b'])).join()).toMatch(/cannot be the name/)
    expect(problems(() => formula({}, () => 'avg:a{*}')).join()).toMatch(/at least one query/)
  })
})
