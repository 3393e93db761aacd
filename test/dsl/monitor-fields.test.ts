import { describe, expect, it } from 'vitest'
import { avg, compile, log, monitor, monitorQuery } from '../../src/dsl/index.js'
import type { JsonObject } from '../../src/model/index.js'

const load = avg('load').by('host').last('5m').above(1)
const errors = log('x').by('host').last('5m').above(1)

const daily = { rrule: 'FREQ=DAILY;INTERVAL=1', start: '2026-01-01T09:00:00', timezone: 'Asia/Tokyo' }

describe('options of monitors', () => {
  it.each<readonly [string, () => { readonly options?: JsonObject }, JsonObject]>([
    [
      'several recurrences',
      () => compile(monitor('m', { name: '', alert: load, scheduling: [daily, { rrule: 'FREQ=WEEKLY' }] })),
      { scheduling_options: { custom_schedule: { recurrences: [daily, { rrule: 'FREQ=WEEKLY' }] } } },
    ],
    [
      'a schedule beside the start of the window, which the query owns',
      () =>
        compile(
          monitor('m', {
            name: '',
            alert: avg('a').current('1mo', 'avg', { dayStarts: '04:00', monthStarts: 1 }).above(1),
            scheduling: daily,
          }),
        ),
      {
        scheduling_options: {
          evaluation_window: { day_starts: '04:00', month_starts: 1 },
          custom_schedule: { recurrences: [daily] },
        },
      },
    ],
    [
      'superseded ones',
      () => compile(monitor('m', { name: '', alert: load, newHostDelay: '5m', locked: true })),
      { new_host_delay: 300, locked: true },
    ],
    [
      'one alert for all groups',
      () => compile(monitor('m', { name: '', alert: errors, groupbySimpleMonitor: true })),
      { groupby_simple_monitor: true },
    ],
    [
      'those of Synthetic tests',
      () =>
        compile(
          monitor('m', {
            name: '',
            alert: monitorQuery('no_query', { type: 'synthetics alert' }),
            minFailureDuration: '2m',
            minLocationFailed: 2,
          }),
        ),
      { min_failure_duration: 120, min_location_failed: 2 },
    ],
  ])('hold %s', (_, made, expected) => {
    expect(made().options).toMatchObject(expected)
  })
})

describe('fields of monitors', () => {
  it('hold runbooks and whatever else the API has', () => {
    const raw = { name: 'R', url: 'https://a', category: 'runbook', resource_key: null }
    const made = monitor('m', {
      name: 'M',
      alert: load,
      assets: [
        {
          name: 'N',
          url: '/notebook/1',
          category: 'runbook',
          resourceType: 'notebook',
          resourceKey: '1',
        },
        raw,
      ],
      extra: { unheard: 1 },
    })
    expect(compile(made)).toMatchObject({
      assets: [
        {
          name: 'N',
          url: '/notebook/1',
          category: 'runbook',
          resource_type: 'notebook',
          resource_key: '1',
        },
        raw,
      ],
      unheard: 1,
    })
  })
})
