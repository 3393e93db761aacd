import { addressOf } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import type { LiveObjectFacts } from '../../live-facts.js'
import { defineRule } from '../../rule.js'

const example = (facts: LiveObjectFacts) => ({
  definition: metricMonitor(),
  live: { readAt: '2026-03-01T12:00:00Z', objects: { 'monitor.example': facts }, ids: {} },
})

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
      { title: 'Muted until a time.', ...example({ silenced: { '*': 1772539200 } }) },
      example({ silenced: {}, endlessDowntimes: [] }),
    ],
    bad: [
      { ...example({ silenced: { '*': null } }), finds: 'muted without an end' },
      {
        title: 'One group only.',
        ...example({ silenced: { '*': 1772539200, 'host:web-1': null } }),
        finds: 'for `host:web-1`',
      },
      {
        title: 'A downtime covers the monitor, by its id or by its tags.',
        ...example({
          endlessDowntimes: [{ id: '00000000-0000-1234-0000-000000000000', scope: '*' }],
        }),
        finds: 'by the downtime `00000000-0000-1234-0000-000000000000`',
      },
    ],
  },
  check({ resource, live }) {
    const facts = live?.objects[addressOf(resource)]
    const mutes = facts === undefined ? [] : mutesOf(facts)
    const whole = mutes.filter(({ scope }) => scope === '*')
    if (mutes.length === 0) return
    if (whole.length > 0) return report(whole, '', 'warning')
    const scopes = [...new Set(mutes.map(({ scope }) => `\`${scope}\``))]
    return report(mutes, ` for ${scopes.join(', ')}`, 'info')
  },
})

interface Mute {
  readonly scope: string
  /** Absent where somebody muted the monitor itself. */
  readonly downtime?: string
}

/** A downtime also shows as a mute of the monitor, and says more there. */
function mutesOf({ silenced = {}, endlessDowntimes = [] }: LiveObjectFacts): readonly Mute[] {
  const downtimes = endlessDowntimes.map(({ id, scope }) => ({ scope, downtime: id }))
  const known = new Set(downtimes.map(({ scope }) => scope))
  const own = Object.keys(silenced).filter(scope => silenced[scope] === null && !known.has(scope))
  return [...downtimes, ...own.map(scope => ({ scope }))]
}

function report(mutes: readonly Mute[], scopes: string, severity: 'warning' | 'info') {
  const ids = [...new Set(mutes.flatMap(({ downtime }) => (downtime === undefined ? [] : [downtime])))]
  const by = ids.length === 0 ? '' : ` by the downtime${ids.length > 1 ? 's' : ''} ${listed(ids)}`
  return {
    ...(severity === 'info' && { severity }),
    message: `The monitor is muted${scopes} without an end${by}.`,
    hint: 'End it, give it an end, or delete the monitor.',
  }
}

function listed(ids: readonly string[]): string {
  return ids.map(id => `\`${id}\``).join(', ')
}
