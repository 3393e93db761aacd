import { addressOf } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { daysInState } from '../../live-facts.js'
import { defineRule } from '../../rule.js'

const readAt = '2026-03-01T12:00:00Z'

export const nodataDays = defineRule({
  id: 'live/nodata-days',
  severity: 'info',
  kinds: ['monitor'],
  needs: 'live',
  title: 'A monitor has had no data for weeks.',
  why: 'What it watched may be gone, or renamed, and then the monitor guards nothing. Queries for rare events are the exception: they have data only when something happens.',
  howToFix:
    'Correct the query, or delete the monitor. For rare events wrap the query in `default_zero(…)`. The option `days` says how long is too long.',
  source: 'https://docs.datadoghq.com/monitors/guide/clean_up_monitor_clutter/',
  options: {
    days: { description: 'Days in No Data from which on the monitor is reported.', default: 14 },
  },
  examples: {
    good: [
      {
        title: 'Its data stopped yesterday.',
        definition: metricMonitor(),
        live: {
          readAt,
          objects: { 'monitor.example': { state: 'No Data', stateSince: '2026-02-28T08:00:00Z' } },
          ids: {},
        },
      },
      {
        title: 'A new monitor was never in another state.',
        definition: metricMonitor(),
        live: { readAt, objects: { 'monitor.example': { state: 'No Data' } }, ids: {} },
      },
    ],
    bad: [
      {
        definition: metricMonitor(),
        live: {
          readAt,
          objects: { 'monitor.example': { state: 'No Data', stateSince: '2026-02-01T00:00:00Z' } },
          ids: {},
        },
        finds: 'for 28 days',
      },
    ],
  },
  check({ resource, options, live }) {
    const object = live?.objects[addressOf(resource)]
    const days = live && daysInState(object, 'No Data', live.readAt)
    if (days === undefined || days < options.days) return
    return {
      message: `The monitor has had no data for ${days} ${days === 1 ? 'day' : 'days'}, since ${object?.stateSince}.`,
      hint: 'Correct its query, or delete it; for rare events write `default_zero(…)`.',
    }
  },
})
