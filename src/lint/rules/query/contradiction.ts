import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryContradiction = defineRule({
  id: 'query/contradiction',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The scope demands a tag and its opposite.',
  why: 'No series can satisfy both, so the query never gives a value. The monitor stays silent or reports missing data for ever.',
  howToFix: 'Remove one of the two, or join them with `OR`.',
  source: 'https://docs.datadoghq.com/metrics/advanced-filtering/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod,!role:db} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{role:db,!role:db} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'never matches',
      },
    ],
  },
  ...diagnosed('query/contradiction'),
})
