import { monitorSlo } from '../../example.js'
import { defineRule } from '../../rule.js'

export const groupsSingleMonitor = defineRule({
  id: 'slo/groups-single-monitor',
  severity: 'error',
  kinds: ['slo'],
  title: 'Groups are chosen from several monitors.',
  why: 'An SLO can follow single groups of exactly one monitor. With several monitors Datadog refuses the groups.',
  howToFix: 'Keep one monitor, or drop `groups`.',
  source: 'https://docs.datadoghq.com/service_level_objectives/monitor/#set-up-a-monitor-based-slo',
  examples: {
    good: [{ definition: monitorSlo({ monitor_ids: [1], groups: ['host:a'] }) }],
    bad: [{ definition: monitorSlo({ monitor_ids: [1, 2], groups: ['host:a'] }), finds: '2 monitors' }],
  },
  check({ definition }) {
    const monitors = definition.monitor_ids?.length ?? 0
    if (definition.type !== 'monitor' || !definition.groups?.length || monitors === 1) return
    const message = `\`groups\` needs exactly one monitor, here are ${monitors} monitors.`
    return { path: ['groups'], message, hint: 'Keep one monitor, or drop `groups`.' }
  },
})
