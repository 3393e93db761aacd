import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const querySpaceAggregator = defineRule({
  id: 'query/space-aggregator',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The space aggregator is unknown.',
  why: 'Datadog joins sources by `avg`, `sum`, `min`, `max`, `count` or a percentile. It refuses anything else before the metric.',
  howToFix: 'Write one of these, for example `p99.9:`.',
  source: 'https://docs.datadoghq.com/metrics/#space-aggregation',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):p99.9:api.latency{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):p999:api.latency{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`p999`',
      },
    ],
  },
  ...diagnosed('query/space-aggregator'),
})
