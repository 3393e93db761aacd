import { describe, expect, it } from 'vitest'
import { describeQueryChange } from '../../../src/cli/describe-query-change.js'

const base = 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 80'

const metric: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing', base, []],
  ['spacing', 'avg(last_5m):avg:system.load.1{env:prod}by{host}>80', []],
  ['the threshold', base.replace('80', '90'), ['Alerts above 90 instead of 80.']],
  ['the comparison', base.replace('> 80', '>= 80'), ['Alerts at 80 or more instead of above 80.']],
  ['the window', base.replace('5m', '10m'), ['Window 5 → 10 minutes.']],
  ['the unit of the window', base.replace('5m', '1h'), ['Window 5 minutes → 1 hour.']],
  [
    'a group more',
    base.replace('{host}', '{host,env}'),
    ['Now one alert per env, host instead of per host.'],
  ],
  ['no group any more', base.replace(' by {host}', ''), ['Now one alert for everything.']],
  ['a filter more', base.replace('env:prod', 'env:prod,team:sre'), ['Filter team:sre added.']],
  [
    'another filter',
    base.replace('env:prod', 'env:staging'),
    ['Filter env:staging added.', 'Filter env:prod removed.'],
  ],
  ['no filter any more', base.replace('env:prod', '*'), ['Filter env:prod removed.']],
  ['the time aggregation', base.replace('avg(', 'max('), ['Takes max over the window instead of avg.']],
  ['the space aggregation', base.replace(':avg:', ':sum:'), ['Combines the sources by sum instead of avg.']],
  ['the metric', base.replace('load.1', 'load.5'), ['Reads system.load.5 instead of system.load.1.']],
  [
    'several things',
    'avg(last_10m):avg:system.load.1{env:prod} > 90',
    ['Alerts above 90 instead of 80.', 'Now one alert for everything.', 'Window 5 → 10 minutes.'],
  ],
  ['a query that is none', 'hello', []],
]

describe('the change of a metric query in words', () => {
  it.each(metric)('%s', (_, after, sentences) => {
    expect(describeQueryChange(base, after, 'query alert')).toEqual(sentences)
  })

  it('one group where there was none', () => {
    const before = base.replace(' by {host}', '')
    expect(describeQueryChange(before, base, 'query alert')).toEqual(['Now one alert per host.'])
  })
})

const logs = 'logs("service:web").index("*").rollup("count").last("5m") > 10'

describe('the change of another query in words', () => {
  it.each([
    ['the threshold', logs.replace('> 10', '> 20'), ['Alerts above 20 instead of 10.']],
    ['the window', logs.replace('5m', '15m'), ['Window 5 → 15 minutes.']],
    ['the groups', logs.replace('.last', '.by("host").last'), ['Now one alert per host.']],
    ['the search', logs.replace('web', 'api'), ['Reads `service:api` instead of `service:web`.']],
  ])('%s of a log monitor', (_, after, sentences) => {
    expect(describeQueryChange(logs, after, 'log alert')).toEqual(sentences)
  })

  it('says nothing about types it has no words for', () => {
    expect(describeQueryChange('1 && 2', '1 || 2', 'composite')).toEqual([])
  })
})
