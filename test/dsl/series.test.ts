import { describe, expect, it } from 'vitest'
import {
  and,
  avg,
  constant,
  count,
  countValues,
  type Expression,
  last,
  max,
  metric,
  min,
  negative,
  not,
  or,
  p95,
  percentile,
  query,
  stddev,
  sum,
  variable,
} from '../../src/dsl/index.js'
import { printed, problems } from './printed.js'

const load = avg('system.load.1')
const env = variable('env')

const rows: readonly (readonly [query: string, built: Expression])[] = [
  ['avg:system.load.1{*}', load],
  ['system.load.1{*}', metric('system.load.1')],
  ['sum:a{*}', sum('a')],
  ['min:a{*}', min('a')],
  ['max:a{*}', max('a')],
  ['count:a{*}', count('a')],
  ['last:a{*}', last('a')],
  ['stddev:a{*}', stddev('a')],
  ['p95:a{*}', p95('a')],
  ['p99.9:a{*}', percentile('p99.9', 'a')],
  ['count(v: v >= 0 and v < 5):a{*}', countValues('a', { atLeast: 0, below: 5 })],
  ['min(avg:a{*}, avg:b{*})', min('avg:a{*}', 'avg:b{*}')],
  ['max(avg:system.load.1{*}, 5)', max(load, 5)],
  // Scopes: commas while everything fits into a list, words otherwise.
  ['avg:system.load.1{env:prod,service:api}', load.where({ env: 'prod', service: 'api' })],
  ['avg:system.load.1{env:prod,service:api}', load.where({ env: 'prod' }).where({ service: 'api' })],
  ['avg:system.load.1{service IN (a,b)}', load.where({ service: ['a', 'b'] })],
  ['avg:system.load.1{env:prod AND service IN (a,b)}', load.where({ env: 'prod', service: ['a', 'b'] })],
  [
    'avg:system.load.1{env:prod AND service IN (a,b)}',
    load.where({ env: 'prod' }).where({ service: ['a', 'b'] }),
  ],
  ['avg:system.load.1{shard:3,primary:true}', load.where({ shard: 3, primary: true })],
  ['avg:system.load.1{!env:dev,!role:batch}', load.whereNot({ env: 'dev', role: 'batch' })],
  ['avg:system.load.1{env NOT IN (dev,qa)}', load.whereNot({ env: ['dev', 'qa'] })],
  ['avg:system.load.1{!env:dev}', load.where(not({ env: 'dev' }))],
  ['avg:system.load.1{env:prod OR team:sre}', load.where(or({ env: 'prod' }, { team: 'sre' }))],
  [
    'avg:system.load.1{a:1 AND (env:prod OR team:sre)}',
    load.where({ a: '1' }).where(or({ env: 'prod' }, { team: 'sre' })),
  ],
  [
    'avg:system.load.1{env:prod AND NOT role:batch}',
    load.where(and({ env: 'prod' }, not({ role: 'batch' }))),
  ],
  ['avg:system.load.1{NOT (a:1 OR b:2)}', load.where(not(or({ a: '1' }, { b: '2' })))],
  ['avg:system.load.1{env:prod AND service:web-*}', load.where('env:prod AND service:web-*')],
  ['avg:system.load.1{a:1 AND (b:2 OR c:3)}', load.where({ a: '1' }).where('b:2 OR c:3')],
  ['avg:system.load.1{a:1 OR b:2,$env}', load.where('a:1 OR b:2,$env')],
  ['avg:system.load.1{$env,a:1}', load.where(env).where({ a: '1' })],
  ['avg:system.load.1{env:$env.value}', load.where({ env: '$env.value' })],
  // Groups and methods.
  ['avg:system.load.1{*} by {host,service}', load.by('host', 'service')],
  ['avg:system.load.1{*} by {host,service}', load.by('host').by('service', 'host')],
  ['avg:system.load.1{*}.rollup(max, 60)', load.rollup('max', 60)],
  ['avg:system.load.1{*}.rollup(max, 300)', load.rollup('max', '5m')],
  ['avg:system.load.1{*}.rollup(sum, daily)', load.rollup('sum', 'daily')],
  ['avg:system.load.1{*}.rollup(60)', load.rollup(60)],
  ['avg:system.load.1{*}.rollup(3600)', load.rollup('1h')],
  ['avg:system.load.1{*}.fill(zero)', load.fill('zero')],
  ['avg:system.load.1{*}.fill(last, 300)', load.fill('last', '5m')],
  ['sum:a{*}.as_count().rollup(sum, 60)', sum('a').asCount().rollup('sum', 60)],
  ['sum:a{*}.as_rate()', sum('a').asRate()],
  ['sum:a{*}.weighted()', sum('a').weighted()],
  ['sum:a{env:prod} by {host}.as_count()', sum('a').asCount().where({ env: 'prod' }).by('host')],
  // Arithmetic.
  ['sum:a{*} / sum:b{*} * 100', sum('a').dividedBy(sum('b')).times(100)],
  ['(sum:a{*} + sum:b{*}) * 100', sum('a').plus(sum('b')).times(100)],
  ['sum:a{*} - (sum:b{*} - 1)', sum('a').minus(sum('b').minus(1))],
  ['100 - avg:a{*}', constant(100).minus(avg('a'))],
  ['sum:a{*} + avg:b{*} by {host}', sum('a').plus('avg:b{*} by {host}')],
  ['-sum:a{*}', negative(sum('a'))],
  ['sum:a{*} * 0.0000001', sum('a').times(0.0000001)],
  ['sum:a{*} + -5', sum('a').plus(-5)],
  ['avg:system.load.1{*} by {host}', query(' avg : system.load.1 { * }by{host}')],
]

describe('series and arithmetic', () => {
  it.each(rows)('print %s', (expected, built) => {
    expect(printed(built)).toBe(expected)
  })

  it('never change what they were made from', () => {
    const before = printed(load)
    load.where({ env: 'prod' }).by('host').asCount()
    load.plus(1)
    expect(printed(load)).toBe(before)
  })
})

describe('what a series refuses', () => {
  it.each([
    [
      'the text of a query as a name',
      () => avg('avg:system.load.1{*}'),
      /not the name of a metric.*`query\(…\)`/,
    ],
    ['a name with a blank', () => avg('system load'), /not the name of a metric/],
    ['a value with a blank', () => load.where({ env: 'a b' }), /cannot be the value of a tag/],
    [
      'a value that would leave the scope',
      () => load.where({ env: 'a} by {host' }),
      /cannot be the value of a tag/,
    ],
    [
      'scope text that would leave the scope',
      () => load.where('a:1} by {host'),
      /more than the scope|expected/,
    ],
    ['an empty list', () => load.where({ env: [] }), /is empty, so nothing could match/],
    ['a range', () => load.where({ code: { above: 5 } } as never), /cannot be compared with a range/],
    ['two keys in one text', () => load.by('host,service'), /one key for each argument/],
    ['a percentile of four digits', () => percentile('p9999', 'a'), /not a percentile/],
    ['an endless number', () => load.times(Number.POSITIVE_INFINITY), /not a number/],
    ['a broken query', () => query('avg:system.load.1{*'), /never closed/],
    ['several queries', () => query('avg:a{*}, avg:b{*}'), /several queries/],
    ['a broken query as an operand', () => load.plus('avg:b{*'), /never closed/],
    ['a rollup with an unknown unit', () => load.rollup('max', '30x' as never), /not a duration/],
  ] as const)('%s', (_, code, message) => {
    expect(problems(code).join(' ')).toMatch(message)
  })
})
