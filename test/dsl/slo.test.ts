import { describe, expect, it } from 'vitest'
import {
  avg,
  burnRate,
  burnRateAlerts,
  compile,
  errorBudget,
  monitor,
  monitorSlo,
  p95,
  rawSlo,
  slo,
  sum,
  timeSliceSlo,
} from '../../src/dsl/index.js'
import { printed, problems } from './printed.js'

const hits = sum('hits').where({ env: 'prod' }).asCount()
const errors = sum('errors').where({ env: 'prod' }).asCount()
const availability = slo('availability', {
  name: 'Available',
  good: hits.minus(errors),
  total: hits,
  target: { '30d': 99.9 },
  warning: { '30d': 99.95 },
  tags: ['team:sre'],
})
const withTarget = (target: number) =>
  slo('s', { name: 'S', good: hits, total: hits, target: { '30d': target } })
const handles = { page: '@pagerduty-sre', ticket: '@slack-sre' }

describe('an SLO', () => {
  it('of good and all events has a numerator and a denominator', () => {
    expect(compile(availability)).toEqual({
      name: 'Available',
      type: 'metric',
      tags: ['team:sre'],
      thresholds: [{ timeframe: '30d', target: 99.9, warning: 99.95 }],
      query: {
        numerator: 'sum:hits{env:prod}.as_count() - sum:errors{env:prod}.as_count()',
        denominator: 'sum:hits{env:prod}.as_count()',
      },
    })
  })

  it('of good and bad events names its queries once', () => {
    const made = slo('bad', {
      name: 'Bad',
      description: 'Why.',
      good: hits.minus(errors),
      bad: errors,
      target: { '7d': 99, '90d': 99.5 },
    })
    expect(compile(made)).toEqual({
      name: 'Bad',
      type: 'metric',
      description: 'Why.',
      thresholds: [
        { timeframe: '7d', target: 99 },
        { timeframe: '90d', target: 99.5 },
      ],
      sli_specification: {
        count: {
          good_events_formula: { formula: 'query1 - query2' },
          bad_events_formula: { formula: 'query2' },
          queries: [
            { name: 'query1', data_source: 'metrics', query: 'sum:hits{env:prod}.as_count()' },
            { name: 'query2', data_source: 'metrics', query: 'sum:errors{env:prod}.as_count()' },
          ],
        },
      },
    })
  })

  it('of monitors names them by reference', () => {
    const load = monitor('load', { name: '', alert: avg('a').by('host').last('5m').above(1) })
    const made = monitorSlo('up', { name: 'Up', monitors: [load], groups: ['host:a'], target: { '30d': 99 } })
    expect(compile(made)).toMatchObject({
      type: 'monitor',
      monitor_ids: ['${monitor:load}'],
      groups: ['host:a'],
    })
    const outside = monitorSlo('up2', { name: 'Up', monitors: [load, 123], target: { '30d': 99 } })
    expect(compile(outside).monitor_ids).toEqual(['${monitor:load}', 123])
  })

  it.each([
    ['above', '>'],
    ['atLeast', '>='],
    ['below', '<'],
    ['atMost', '<='],
  ] as const)('of slices compares %s', (bound, comparator) => {
    const condition = { [bound]: 0.5 } as { atMost: number }
    const made = timeSliceSlo('t', {
      name: '',
      good: p95('latency'),
      ...condition,
      slice: '1m',
      target: { '7d': 99 },
    })
    expect(compile(made).sli_specification).toEqual({
      time_slice: {
        query: {
          formulas: [{ formula: 'query1' }],
          queries: [{ name: 'query1', data_source: 'metrics', query: 'p95:latency{*}' }],
        },
        comparator,
        threshold: 0.5,
        query_interval_seconds: 60,
      },
    })
  })

  it('can be Datadog’s own JSON', () => {
    const definition = { type: 'metric', name: 'Raw', thresholds: [], unheard: true }
    expect(compile(rawSlo('raw', definition, { adopt: 'abc' }))).toBe(definition)
  })

  it.each([0, 100, -1, 120, Number.NaN])('refuses a target of %s', target => {
    expect(problems(() => withTarget(target)).join()).toMatch(/between 0 and 100/)
  })

  it('remembers where it was defined', () => {
    expect(availability.origin?.file).toMatch(/slo\.test\.ts$/)
  })
})

describe('SLO alerts', () => {
  it('name the SLO by reference, or by the id of one from elsewhere', () => {
    const windows = { over: '30d', longWindow: '1h', shortWindow: '5m' } as const
    expect(printed(burnRate(availability, windows).above(14.4))).toBe(
      'burn_rate("${slo:availability}").over("30d").long_window("1h").short_window("5m") > 14.4',
    )
    expect(printed(burnRate('abc', { over: '7d', longWindow: '2h' }).atLeast(2))).toBe(
      'burn_rate("abc").over("7d").long_window("2h") >= 2',
    )
    const budget = errorBudget(availability, { over: '30d' }).above({ critical: 100, warning: 75 })
    expect(printed(budget)).toBe('error_budget("${slo:availability}").over("30d") > 100')
    expect(budget.options).toEqual({ thresholds: { critical: 100, warning: 75 } })
  })

  it('of the usual burn rates page twice and open a ticket once', () => {
    const alerts = burnRateAlerts(availability, { ...handles, runbook: 'https://example.com' })
    expect(alerts.map(({ key }) => key)).toEqual([
      'availability-burn-1h',
      'availability-burn-6h',
      'availability-burn-24h',
    ])
    expect(alerts.map(({ definition }) => definition.query)).toEqual([
      'burn_rate("${slo:availability}").over("30d").long_window("1h").short_window("5m") > 14.4',
      'burn_rate("${slo:availability}").over("30d").long_window("6h").short_window("30m") > 6',
      'burn_rate("${slo:availability}").over("30d").long_window("24h").short_window("120m") > 3',
    ])
    expect(alerts.map(({ definition }) => definition.message?.split('\n').at(-1))).toEqual([
      '@pagerduty-sre',
      '@pagerduty-sre',
      '@slack-sre',
    ])
    expect(alerts.map(({ definition }) => definition.priority)).toEqual([2, 2, 4])
    expect(alerts.every(({ definition }) => definition.tags?.[0] === 'team:sre')).toBe(true)
    expect(alerts.every(({ origin }) => origin?.file.endsWith('slo.test.ts'))).toBe(true)
  })

  it.each([
    [99.9, 3],
    [93, 2],
    [90, 2],
  ])('leave out what a target of %s %% can never reach', (target, alerts) => {
    expect(burnRateAlerts(withTarget(target), handles)).toHaveLength(alerts)
  })

  it('do not pretend to page where no rate could', () => {
    expect(problems(() => burnRateAlerts(withTarget(80), handles)).join()).toMatch(/can never exceed 5/)
  })

  it('ask which timeframe is meant', () => {
    const both = slo('s', { name: '', good: hits, total: hits, target: { '7d': 99, '30d': 99 } })
    expect(problems(() => burnRateAlerts(both, handles)).join()).toMatch(/'7d', '30d'/)
    expect(burnRateAlerts(both, { ...handles, over: '7d' })[0]?.definition.query).toContain('> 16.8')
  })
})
