import type { Monitor } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { alertsEarlier, earliestSame, watchOf } from '../../facts/same-query.js'
import { defineRule } from '../../rule.js'

function monitor(key: string, level: number, message: string): Monitor {
  const query = `avg(last_5m):avg:system.load.1{env:prod} by {host} > ${level}`
  return {
    kind: 'monitor',
    key,
    management: {},
    definition: metricMonitor({ query, message, options: { thresholds: { critical: level } } }),
  }
}

export const subsumed = defineRule({
  id: 'repo/subsumed',
  severity: 'info',
  kinds: ['monitor'],
  title: 'Whenever this monitor fires, another has told the same people already.',
  why: 'Both ask the same query, and the other has the lower threshold and the same recipients. One monitor with a warning and an alert threshold says the same with half the noise.',
  howToFix: 'Make one monitor of the two: the lower threshold as `warning`, the higher as `critical`.',
  source: 'https://docs.datadoghq.com/monitors/quality/',
  examples: {
    good: [
      {
        title: 'Other people are told.',
        resources: [monitor('soon', 4, 'High. @slack-sre'), monitor('now', 8, 'Very high. @pagerduty-sre')],
      },
    ],
    bad: [
      {
        resources: [monitor('soon', 4, 'High. @slack-sre'), monitor('now', 8, 'Very high. @slack-sre')],
        finds: '`soon` has told the same people at 4',
      },
    ],
  },
  runs: 'project',
  remembers: watchOf,
  check({ resource, project }) {
    const earlier = earliestSame(project, resource)
    if (earlier === undefined || !alertsEarlier(earlier, resource)) return
    return {
      path: ['query'],
      span: watchOf(resource).condition?.span,
      message: `Whenever this monitor fires, \`${earlier.key}\` has told the same people at ${watchOf(earlier).level} already.`,
      hint: 'Make one monitor with a warning and an alert threshold.',
    }
  },
})
