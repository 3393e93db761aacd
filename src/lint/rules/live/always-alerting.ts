import { addressOf } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { daysInState } from '../../live-facts.js'
import { defineRule } from '../../rule.js'

const readAt = '2026-03-01T12:00:00Z'

export const alwaysAlerting = defineRule({
  id: 'live/always-alerting',
  severity: 'warning',
  kinds: ['monitor'],
  needs: 'live',
  title: 'A monitor has been alerting for weeks.',
  why: 'Nobody acts on an alert that is always there, and it hides the next one: a monitor that is in Alert already tells nobody anything new. Either the threshold is wrong or the problem is accepted.',
  howToFix:
    'Repair what it reports, move the threshold to where somebody would act, or delete the monitor. The option `days` says how long is too long.',
  source: 'https://docs.datadoghq.com/monitors/guide/clean_up_monitor_clutter/',
  options: {
    days: { description: 'Days in Alert from which on the monitor is reported.', default: 14 },
  },
  examples: {
    good: [
      {
        title: 'An alert of yesterday.',
        definition: metricMonitor(),
        live: {
          readAt,
          objects: { 'monitor.example': { state: 'Alert', stateSince: '2026-02-28T08:00:00Z' } },
          ids: {},
        },
      },
    ],
    bad: [
      {
        definition: metricMonitor(),
        live: {
          readAt,
          objects: { 'monitor.example': { state: 'Alert', stateSince: '2026-01-30T08:00:00Z' } },
          ids: {},
        },
        finds: 'for 30 days',
      },
      {
        options: { days: 1 },
        definition: metricMonitor(),
        live: {
          readAt,
          objects: { 'monitor.example': { state: 'Alert', stateSince: '2026-02-28T08:00:00Z' } },
          ids: {},
        },
        finds: 'for 1 day,',
      },
    ],
  },
  check({ resource, options, live }) {
    const object = live?.objects[addressOf(resource)]
    const days = live && daysInState(object, 'Alert', live.readAt)
    if (days === undefined || days < options.days) return
    return {
      message: `The monitor has been in Alert for ${days} ${days === 1 ? 'day' : 'days'}, since ${object?.stateSince}.`,
      hint: 'Repair what it reports, move its threshold, or delete it.',
    }
  },
})
