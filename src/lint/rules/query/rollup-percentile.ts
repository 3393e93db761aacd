import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryRollupPercentile = defineRule({
  id: 'query/rollup-percentile',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A percentile is rolled up with a time aggregator.',
  why: 'A percentile of a distribution is taken over time and space at once. The time aggregator beside it has no meaning.',
  howToFix: 'Write the interval alone: `.rollup(60)`.',
  source: 'https://docs.datadoghq.com/dashboards/functions/rollup/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):p95:api.latency{env:prod} by {host}.rollup(60) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):p95:api.latency{env:prod} by {host}.rollup(avg, 60) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'has no meaning',
      },
    ],
  },
  ...diagnosed('query/rollup-percentile'),
})
