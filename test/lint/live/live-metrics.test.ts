import { describe, expect, it } from 'vitest'
import { dashboard, metricMonitor, metricSlo } from '../../../src/lint/example.js'
import { neededMetricsOf } from '../../../src/lint/facts/live-metrics.js'
import { nearMetric } from '../../../src/lint/facts/near-metric.js'
import type { Definition, Resource, ResourceKind } from '../../../src/model/index.js'

const needed = (kind: ResourceKind, definition: Definition) =>
  neededMetricsOf({ kind, key: 'a', management: {}, definition } as Resource).map(({ metric }) => metric.name)

const asked = (query: string) => needed('monitor', metricMonitor({ query }))

const formula = (text: string, dataSource = 'metrics') =>
  needed(
    'monitor',
    metricMonitor({
      query: `formula("${text}").last("5m") > 4`,
      options: {
        thresholds: { critical: 4 },
        variables: [{ name: 'a', data_source: dataSource, query: 'sum:api.errors{*}.as_count()' }],
      },
    }),
  )

const widget = (formulas: readonly string[], query: string, dataSource = 'metrics') =>
  needed(
    'dashboard',
    dashboard({
      widgets: [
        {
          definition: {
            type: 'timeseries',
            requests: [
              {
                response_format: 'timeseries',
                queries: [{ name: 'a', data_source: dataSource, query }],
                formulas: formulas.map(each => ({ formula: each })),
              },
            ],
          },
        },
      ],
    }),
  )

describe('the metrics that a resource needs', () => {
  it.each([
    ['each once', 'sum(last_5m):sum:a.b{x:y} / (sum:a.b{*} + sum:c.d{*}) > 1', ['a.b', 'c.d']],
    ['not those in default_zero', 'sum(last_5m):default_zero(sum:a.b{*}) / sum:c.d{*} > 1', ['c.d']],
    ['of a query that cannot be read: none', 'avg(last_5m):avg:', []],
  ])('of a query: %s', (_, query, names) => {
    expect(asked(query)).toEqual(names)
  })

  it('of a formula, unless the formula fills gaps or asks about costs', () => {
    expect(formula('a')).toEqual(['api.errors'])
    expect(formula('default_zero(a)')).toEqual([])
    expect(formula('a', 'cloud_cost')).toEqual([])
  })

  it('of an SLO', () => {
    expect(needed('slo', metricSlo())).toEqual(['api.requests'])
  })

  it('of a widget, unless a formula fills gaps, or it asks about costs, or the viewer chooses the metric', () => {
    expect(widget(['a'], 'avg:a.b{*}')).toEqual(['a.b'])
    expect(widget(['default_zero(a)'], 'avg:a.b{*}')).toEqual([])
    expect(widget(['a'], 'sum:aws.cost{*}', 'cloud_cost')).toEqual([])
    expect(widget(['a'], 'avg:$metric{*}')).toEqual([])
  })

  it('of a widget of the old form', () => {
    const definition = { type: 'timeseries', requests: [{ q: 'avg:a.b{*}, avg:c.d{*}' }] }
    expect(needed('dashboard', dashboard({ widgets: [{ definition }] }))).toEqual(['a.b', 'c.d'])
  })
})

describe('the metric that was meant', () => {
  const names = ['system.load.1', 'system.cpu.user', 'api.requests.count', 'web.latency']
  const metrics = { lastDay: names, lastMonth: names }

  it.each([
    ['a letter too few at the end', 'system.load1', 'system.load.1'],
    ['a letter too many at the start', 'aapi.requests.count', 'api.requests.count'],
    ['neighbours that changed places', 'api.reqeusts.count', 'api.requests.count'],
    ['other letter case', 'Web.Latency', 'web.latency'],
    ['nothing alike', 'kafka.consumer.lag', undefined],
  ])('%s', (_, written, meant) => {
    expect(nearMetric(metrics, written)).toBe(meant)
  })
})
