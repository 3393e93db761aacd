import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryUnsupportedInMonitor = defineRule({
  id: 'query/unsupported-in-monitor',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A function does not make sense in a monitor.',
  why: 'Its result depends on the visible time frame, and a monitor has none. Datadog refuses some of them and evaluates others to something that surprises.',
  howToFix: 'Use what the finding names instead.',
  source: 'https://docs.datadoghq.com/monitors/guide/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):ewma_5(avg:system.load.1{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):cumsum(avg:system.load.1{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`cumsum`',
      },
    ],
  },
  ...diagnosed('query/unsupported-in-monitor'),
})
