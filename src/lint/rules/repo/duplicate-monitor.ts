import type { Monitor } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { firstSame, watchOf } from '../../facts/same-query.js'
import { defineRule } from '../../rule.js'

function monitor(key: string, query: string): Monitor {
  return { kind: 'monitor', key, management: {}, definition: metricMonitor({ query }) }
}

export const duplicateMonitor = defineRule({
  id: 'repo/duplicate-monitor',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Two monitors watch the same thing at the same threshold.',
  why: 'Both fire at the same moment and tell people twice. Datadog refuses exact copies, and the next change is made to one of them only.',
  howToFix: 'Delete one, and put the recipients of both into the other.',
  source: 'https://docs.datadoghq.com/monitors/quality/',
  examples: {
    good: [
      {
        resources: [
          monitor('load', 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4'),
          monitor('stage', 'avg(last_5m):avg:system.load.1{env:stage} by {host} > 4'),
        ],
      },
    ],
    bad: [
      {
        title: 'Blanks make no difference.',
        resources: [
          monitor('load', 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4'),
          monitor('load-2', 'avg(last_5m): avg:system.load.1{env:prod} by {host} > 4.0'),
        ],
        finds: '`load` watches the same query at the same threshold',
      },
    ],
  },
  runs: 'project',
  remembers: watchOf,
  check({ resource, project }) {
    if (resource.definition.type === 'synthetics alert') return
    // Only the later one is reported, and only against the first.
    const first = firstSame(project, resource)
    if (first === undefined || first === resource) return
    const message = `\`${first.key}\` watches the same query at the same threshold.`
    return { path: ['query'], message, hint: 'Delete one of the two.' }
  },
})
