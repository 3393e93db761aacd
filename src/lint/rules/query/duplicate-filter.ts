import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryDuplicateFilter = defineRule({
  id: 'query/duplicate-filter',
  severity: 'info',
  kinds: ['monitor'],
  title: 'A filter stands in the scope twice.',
  why: 'The copy changes nothing. Often another tag was meant.',
  howToFix: 'Remove the copy, or correct it.',
  source: 'https://docs.datadoghq.com/metrics/advanced-filtering/',
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
          query: 'avg(last_5m):avg:system.load.1{env:prod,env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'stands in the scope twice',
      },
    ],
  },
  ...diagnosed('query/duplicate-filter'),
})
