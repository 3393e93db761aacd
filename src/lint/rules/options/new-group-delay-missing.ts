import { metricMonitor } from '../../example.js'
import { groupsOf } from '../../facts/groups.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

/** Groups that come and go with every deployment. */
const shortLived: ReadonlySet<string> = new Set([
  'pod_name',
  'container_id',
  'container_name',
  'kube_pod',
  'task_arn',
])

export const newGroupDelayMissing = defineRule({
  id: 'options/new-group-delay-missing',
  severity: 'info',
  kinds: ['monitor'],
  title: 'New groups are judged while they start.',
  why: 'A pod that starts is busy, or not ready, and alerts at once. A short delay for new groups removes those alerts on every deployment.',
  howToFix: 'Set `new_group_delay` to the seconds that a start takes, for example 60.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#new-group-delay',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:container.cpu.usage{env:prod} by {pod_name} > 4',
          message: '{{pod_name.name}} @slack-sre',
          options: { thresholds: { critical: 4 }, new_group_delay: 60 },
        }),
      },
      { title: 'Hosts live longer, and the account adds a delay for them.', definition: metricMonitor() },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:container.cpu.usage{env:prod} by {pod_name} > 4',
          message: '{{pod_name.name}} @slack-sre',
        }),
        finds: 'New groups by pod_name are judged while they start',
      },
    ],
  },
  check({ definition }) {
    const { new_group_delay, new_host_delay } = definition.options ?? {}
    if (definition.type === 'service check' || new_group_delay || (new_host_delay ?? 0) > 300) return
    const key = groupsOf(definition).keys.find(each => shortLived.has(each))
    if (key === undefined) return
    const path = ['options', 'new_group_delay']
    return {
      path: ['query'],
      message: `New groups by ${key} are judged while they start.`,
      hint: 'Set `new_group_delay`, for example to 60 seconds.',
      fixes: [{ title: 'Wait 60 seconds for new groups.', edits: [set(path, 60)] }],
    }
  },
})
