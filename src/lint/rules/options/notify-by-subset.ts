import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const optionsNotifyBySubset = defineRule({
  id: 'options/notify-by-subset',
  severity: 'error',
  kinds: ['monitor'],
  title: '`notify_by` names a key by which the query does not group.',
  why: 'Notifications can only be bundled by keys that the query groups by. Datadog refuses the monitor otherwise.',
  howToFix: 'Use keys of the query, or `["*"]` for one notification in all.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#configure-notifications-and-automations',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host,env} > 4',
          options: { thresholds: { critical: 4 }, notify_by: ['env'] },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, notify_by: ['env'] } }),
        finds: '`env`, by which the query does not group',
      },
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} > 4',
          options: { thresholds: { critical: 4 }, notify_by: ['*'] },
        }),
        finds: 'groups by nothing',
      },
    ],
  },
  ...diagnosed('options/notify-by-subset'),
})
