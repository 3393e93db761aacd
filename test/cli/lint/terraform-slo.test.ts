import { describe, expect, it } from 'vitest'
import { sloFromTerraform } from '../../../src/cli/lint/terraform-slo.js'

const metric = (name: string, query: string) => ({ metric_query: [{ name, data_source: 'metrics', query }] })

describe("an SLO in Terraform's form", () => {
  it('of two queries becomes the JSON that the provider sends', () => {
    const values = {
      id: 'abc',
      name: 'API',
      type: 'metric',
      description: '',
      force_delete: null,
      validate: true,
      groups: null,
      monitor_ids: [],
      query: [{ numerator: 'sum:ok{*}.as_count()', denominator: 'sum:all{*}.as_count()' }],
      sli_specification: [],
      tags: ['team:sre'],
      thresholds: [
        { timeframe: '7d', target: '99.5', target_display: '99.50', warning: 99.8, warning_display: '' },
        { timeframe: '30d', target: 99, target_display: '', warning: 0, warning_display: '' },
      ],
      timeframe: '7d',
      target_threshold: 99.5,
      warning_threshold: 0,
    }
    expect(sloFromTerraform(values)).toEqual({
      name: 'API',
      type: 'metric',
      query: { numerator: 'sum:ok{*}.as_count()', denominator: 'sum:all{*}.as_count()' },
      tags: ['team:sre'],
      thresholds: [
        { timeframe: '7d', target: 99.5, warning: 99.8 },
        { timeframe: '30d', target: 99 },
      ],
      timeframe: '7d',
      target_threshold: 99.5,
    })
  })

  it('of formulas has them as objects, and its queries in one list', () => {
    const count = {
      good_events_formula: 'good',
      total_events_formula: '',
      bad_events_formula: 'bad',
      queries: [metric('good', 'sum:ok{*}.as_count()'), metric('bad', 'sum:bad{*}.as_count()')],
    }
    expect(sloFromTerraform({ sli_specification: [{ count: [count], time_slice: [] }] })).toEqual({
      thresholds: [],
      sli_specification: {
        count: {
          good_events_formula: { formula: 'good' },
          bad_events_formula: { formula: 'bad' },
          queries: [
            { name: 'good', data_source: 'metrics', query: 'sum:ok{*}.as_count()' },
            { name: 'bad', data_source: 'metrics', query: 'sum:bad{*}.as_count()' },
          ],
        },
      },
    })
  })

  it('of time slices has its condition beside its query', () => {
    const slice = {
      comparator: '<',
      threshold: 5,
      query_interval_seconds: 300,
      query: [{ formula: [{ formula_expression: 'a' }], query: [metric('a', 'p95:latency{*}')] }],
    }
    expect(sloFromTerraform({ sli_specification: [{ count: [], time_slice: [slice] }] })).toEqual({
      thresholds: [],
      sli_specification: {
        time_slice: {
          comparator: '<',
          threshold: 5,
          query_interval_seconds: 300,
          query: {
            formulas: [{ formula: 'a' }],
            queries: [{ name: 'a', data_source: 'metrics', query: 'p95:latency{*}' }],
          },
        },
      },
    })
  })

  it('of monitors has their ids, and a threshold of zero stays one', () => {
    const values = { type: 'monitor', monitor_ids: [1, 2], groups: ['env:prod'], thresholds: [{ target: 0 }] }
    expect(sloFromTerraform(values)).toEqual({
      type: 'monitor',
      monitor_ids: [1, 2],
      groups: ['env:prod'],
      thresholds: [{ target: 0 }],
    })
  })
})
