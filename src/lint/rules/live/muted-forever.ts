import { addressOf } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

const readAt = '2026-03-01T12:00:00Z'

export const mutedForever = defineRule({
  id: 'live/muted-forever',
  severity: 'warning',
  kinds: ['monitor'],
  needs: 'live',
  title: 'A monitor is muted without an end.',
  why: 'A mute without an end is forgotten, and then the monitor tells nobody when it matters. A mute with an end comes back by itself.',
  howToFix:
    'End the mute or the downtime, give it an end, or delete the monitor. A mute of some groups only is reported as info.',
  source: 'https://docs.datadoghq.com/monitors/downtimes/',
  examples: {
    good: [
      {
        title: 'Muted until a time.',
        definition: metricMonitor(),
        live: { readAt, objects: { 'monitor.example': { silenced: { '*': 1772539200 } } }, ids: {} },
      },
      {
        definition: metricMonitor(),
        live: { readAt, objects: { 'monitor.example': { silenced: {} } }, ids: {} },
      },
    ],
    bad: [
      {
        definition: metricMonitor(),
        live: { readAt, objects: { 'monitor.example': { silenced: { '*': null } } }, ids: {} },
        finds: 'muted without an end',
      },
      {
        title: 'One group only.',
        definition: metricMonitor(),
        live: {
          readAt,
          objects: { 'monitor.example': { silenced: { '*': 1772539200, 'host:web-1': null } } },
          ids: {},
        },
        finds: 'for `host:web-1`',
      },
    ],
  },
  check({ resource, live }) {
    const silenced = live?.objects[addressOf(resource)]?.silenced ?? {}
    const scopes = Object.keys(silenced).filter(scope => silenced[scope] === null)
    if (scopes.length === 0) return
    const hint = 'End it, give it an end, or delete the monitor.'
    if (scopes.includes('*')) return { message: 'The monitor is muted without an end.', hint }
    const shown = scopes.map(scope => `\`${scope}\``).join(', ')
    return { severity: 'info', message: `The monitor is muted for ${shown} without an end.`, hint }
  },
})
