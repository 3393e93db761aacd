import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryOutlierParams = defineRule({
  id: 'query/outlier-params',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'An outlier monitor is set up in a way that has no effect.',
  why: 'Its value is 1 for an outlier and 0 for every other group, and only the MAD algorithms take a percentage. Other thresholds and arguments do nothing or never alert.',
  howToFix: 'Compare with `> 0`, and give the percentage to MAD only.',
  source: 'https://docs.datadoghq.com/monitors/types/outlier/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: "avg(last_30m):outliers(avg:system.load.1{env:prod} by {host}, 'MAD', 3, 20) > 0",
          options: { thresholds: { critical: 0 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: "avg(last_30m):outliers(avg:system.load.1{env:prod} by {host}, 'dbscan', 3) > 4",
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'gives 1 for an outlier',
      },
    ],
  },
  ...diagnosed('query/outlier-params'),
})
