import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryDeprecatedFunction = defineRule({
  id: 'query/deprecated-function',
  severity: 'info',
  kinds: ['monitor'],
  title: 'A function was replaced by another.',
  why: 'Datadog keeps it working for now. New features and fixes go to its successor.',
  howToFix: 'Use the function that the finding names.',
  source: 'https://docs.datadoghq.com/dashboards/functions/timeshift/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query:
            'avg(last_5m):avg:api.hits{env:prod} by {host} / week_before(avg:api.hits{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`week_before` is deprecated',
      },
    ],
  },
  ...diagnosed('query/deprecated-function'),
})
