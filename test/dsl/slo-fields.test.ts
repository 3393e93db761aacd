import { describe, expect, it } from 'vitest'
import { avg, compile, monitor, monitorSlo, slo, sum, timeSliceSlo } from '../../src/dsl/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { problems } from './printed.js'

const hits = sum('hits').asCount()
const load = monitor('load', { name: '', alert: avg('a').last('5m').above(1) })
const query = (name: string, text: string) => ({ name, data_source: 'metrics', query: text })

describe('SLOs', () => {
  it.each<readonly [string, JsonObject, JsonObject]>([
    [
      'count good and all events with names of their own',
      compile(
        slo('s', {
          name: '',
          count: {
            queries: { ok: hits, all: 'sum:all{*}.as_count()' },
            good: '(ok - all)',
            total: 'all',
          },
          target: { '30d': 99 },
        }),
      ),
      {
        type: 'metric',
        sli_specification: {
          count: {
            good_events_formula: { formula: '(ok - all)' },
            total_events_formula: { formula: 'all' },
            queries: [query('ok', 'sum:hits{*}.as_count()'), query('all', 'sum:all{*}.as_count()')],
          },
        },
      },
    ],
    [
      'count bad events with names of their own',
      compile(
        slo('s', {
          name: '',
          count: { queries: { ok: hits }, good: 'ok', bad: 'ok * 2' },
          target: { '7d': 99 },
        }),
      ),
      {
        sli_specification: {
          count: {
            good_events_formula: { formula: 'ok' },
            bad_events_formula: { formula: 'ok * 2' },
            queries: [query('ok', 'sum:hits{*}.as_count()')],
          },
        },
      },
    ],
    [
      'judge slices of time by a formula with names of its own',
      compile(
        timeSliceSlo('s', {
          name: '',
          good: { queries: { a: 'sum:a{*}', b: 'sum:b{*}' }, formula: '(a-b)/a' },
          above: 0.99,
          slice: '1m',
          noDataStrategy: 'COUNT_AS_UPTIME',
          target: { '7d': 99 },
          extra: { unheard: 1, sli_specification: { time_slice: { newer: 2 } } },
        }),
      ),
      {
        sli_specification: {
          time_slice: {
            query: {
              formulas: [{ formula: '(a-b)/a' }],
              queries: [query('a', 'sum:a{*}'), query('b', 'sum:b{*}')],
            },
            comparator: '>',
            threshold: 0.99,
            query_interval_seconds: 60,
            no_data_strategy: 'COUNT_AS_UPTIME',
            newer: 2,
          },
        },
        unheard: 1,
      },
    ],
    [
      'name their primary timeframe',
      compile(
        monitorSlo('s', {
          name: '',
          monitors: [load],
          groups: ['env:prod'],
          target: { '7d': 99, '30d': 99.5 },
          warning: { '30d': 99.9 },
          primary: '30d',
          extra: { unheard: 1 },
        }),
      ),
      {
        groups: ['env:prod'],
        timeframe: '30d',
        target_threshold: 99.5,
        warning_threshold: 99.9,
        unheard: 1,
      },
    ],
  ])('%s', (_, definition, expected) => {
    expect(definition).toMatchObject(expected)
  })

  it('refuse a formula that is none', () => {
    const count = { queries: { ok: hits }, good: 'ok +', total: 'ok' }
    expect(problems(() => slo('s', { name: '', count, target: { '7d': 99 } }))).toHaveLength(1)
  })
})
