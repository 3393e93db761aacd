import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryAsCountRollup = defineRule({
  id: 'query/as-count-rollup',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A rollup replaces the sum of a count.',
  why: '`.as_count()` adds the points of an interval up. `.rollup(avg, …)` behind it averages them instead, so the number is none of events any more.',
  howToFix: 'Write `.rollup(sum, …)`, or leave `.as_count()` out.',
  source: 'https://docs.datadoghq.com/dashboards/functions/rollup/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'sum(last_1h):sum:api.errors{env:prod} by {host}.as_count().rollup(sum, 60) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'sum(last_1h):sum:api.errors{env:prod} by {host}.as_count().rollup(avg, 60) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'replaces that sum',
      },
    ],
  },
  ...diagnosed('query/as-count-rollup'),
})
