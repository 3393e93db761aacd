import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryUnknownTimeAggregator = defineRule({
  id: 'query/unknown-time-aggregator',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The window is joined by an unknown aggregator.',
  why: 'A monitor turns the points of its window into one number by `avg`, `sum`, `min` or `max`, or a percentile. Datadog refuses anything else.',
  howToFix: 'Write one of these: `avg(last_5m):`.',
  source: 'https://docs.datadoghq.com/monitors/types/metric/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          query: 'median(last_5m):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`median`',
      },
    ],
  },
  ...diagnosed('query/unknown-time-aggregator'),
})
