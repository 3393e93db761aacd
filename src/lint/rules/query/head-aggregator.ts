import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

// The parser and the checks behind it name the same mistake differently.
const codes = ['query/head-aggregator', 'query/unknown-time-aggregator']

export const queryHeadAggregator = defineRule({
  id: 'query/head-aggregator',
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
  ...diagnosed(codes),
})
