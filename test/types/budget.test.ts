import { describe, expect, it } from 'vitest'
import { compiled } from './compiler.js'

const names = [
  'avg',
  'dashboard',
  'eventsQuery',
  'group',
  'log',
  'message',
  'metricQuery',
  'monitor',
  'queryValue',
  'slo',
  'sum',
  'table',
  'timeseries',
] as const

/** One of everything; each has keys of its own, so that nothing the compiler keeps from the last one helps. */
const definitions = (n: number): readonly string[] => [
  `monitor('a${n}', {
    name: 'A', tags: ['team:sre'], priority: 2, newGroupDelay: '1m', notifyBy: ['group${n}'],
    alert: avg('a').where({ env: 'prod', tag${n}: 'x' }).by('host', 'group${n}').last('5m').above({ critical: 2, warning: 1 }),
    message: message(({ alert, recovery, tag }) => [alert\`on \${tag('group${n}')} @slack-sre\`, recovery\`fine\`]),
  })`,
  `monitor('b${n}', { name: 'B', alert: log('x').by('key${n}').last('5m').above(1), enableLogsSample: true })`,
  `slo('c${n}', { name: 'C', good: sum('a').asCount(), total: sum('b').asCount(), target: { '30d': 99 } })`,
  `dashboard('d${n}', { title: 'D', widgets: [group('G', [
    timeseries('T', [sum('a').where({ tag${n}: 'x' }).asCount().as('a'), avg('b').by('key${n}')]),
    queryValue('Q', sum('a').dividedBy(sum('b')).times(100), { unit: '%', red: { above: 1 } }),
  ])] })`,
  `dashboard('e${n}', { title: 'E', layout: 'fixed', widgets: [
    timeseries('T', { queries: { a: avg('a').by('key${n}'), b: log('x') }, formulas: ['a', { formula: 'b', alias: 'B' }],
      display: 'bars', style: { palette: 'warm', lineType: 'solid' } }, { yAxis: { includeZero: true } }),
    table('Q', { queries: { a: metricQuery('avg:a{*} by {key${n}}', { aggregator: 'last' }),
      b: eventsQuery('logs', { search: 'x', compute: { aggregation: 'count' }, groupBy: [{ facet: 'key${n}', limit: 10 }] }) },
      formulas: [{ formula: 'a', cellDisplayMode: 'bar' }], sort: { count: 10 } }),
    timeseries('C', [{ q: 'avg:a{*}', metadata: [{ expression: 'avg:a{*}', aliasName: 'A' }] }]),
  ] })`,
]

const project = (size: number) =>
  compiled(names, Array.from({ length: size }, (_, n) => definitions(n)).flat())

describe('the types of the builders', () => {
  it('stay cheap: 150 instantiations for a definition with keys of its own', () => {
    const small = project(20)
    const large = project(70)
    expect([...small.errors, ...large.errors]).toEqual([])
    const each = (large.instantiations - small.instantiations) / (50 * definitions(0).length)
    expect(each).toBeLessThan(150)
  }, 120_000)
})
