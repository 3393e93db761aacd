import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryUnknownFunction = defineRule({
  id: 'query/unknown-function',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query calls a function that Datadog does not have.',
  why: 'Datadog refuses the whole query. Most are typing errors, or functions of another query language.',
  howToFix: 'Write the name that the finding suggests, or look it up in the list of functions.',
  source: 'https://docs.datadoghq.com/dashboards/functions/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):ewma_5(avg:system.load.1{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):ewma5(avg:system.load.1{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'no function `ewma5`',
      },
    ],
  },
  ...diagnosed('query/unknown-function'),
})
