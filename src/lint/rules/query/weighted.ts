import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryWeighted = defineRule({
  id: 'query/weighted',
  severity: 'warning',
  kinds: ['monitor'],
  title: '`.weighted()` stands behind something that is not a sum.',
  why: 'It corrects sums of gauges whose tags come and go. On any other aggregation it has no meaning.',
  howToFix: 'Use `sum:`, or leave `.weighted()` out.',
  source: 'https://docs.datadoghq.com/dashboards/functions/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):sum:app.jobs{env:prod} by {host}.weighted() > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:app.jobs{env:prod} by {host}.weighted() > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'corrects sums',
      },
    ],
  },
  ...diagnosed('query/weighted'),
})
