import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, metricMonitor, metricQuery } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMixedCountRate = defineRule({
  id: 'query/mixed-count-rate',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'One side of a division is a count and the other a rate.',
  why: 'With one `.as_count()` Datadog adds each query up over the window before it divides. A rate or a plain value on the other side then has another unit.',
  howToFix: 'Put `.as_count()` behind every query of the division.',
  source: 'https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query:
            'sum(last_5m):sum:a.errors{env:prod} by {host}.as_count() / sum:a.hits{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query:
            'sum(last_5m):sum:a.errors{env:prod} by {host}.as_count() / sum:a.hits{env:prod} by {host}.as_rate() > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'not a ratio',
      },
      {
        definition: formulaMonitor('formula("failed / tried").last("15m") > 0.05', [
          metricQuery('failed', 'sum:checkout.failed{env:prod}.as_count()'),
          metricQuery('tried', 'sum:checkout.tried{env:prod}.as_rate()'),
        ]),
        finds: 'not a ratio',
      },
      {
        definition: metricMonitor({
          query:
            'sum(last_5m):sum:queue.in{env:prod} by {host}.as_count() - sum:queue.out{env:prod} by {host}.as_rate() > 4',
        }),
        finds: 'the other a number per second',
      },
    ],
  },
  ...diagnosed('query/mixed-count-rate'),
})
