import { diagnosed } from '../../diagnosed.js'
import { logMonitor, metricMonitor } from '../../example.js'
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
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env IN (prod,staging,prod)} by {host} > 4',
        }),
        finds: 'among the alternatives twice',
      },
      {
        definition: logMonitor({
          query: 'logs("service:api service:api").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: 'stands in the search twice',
      },
    ],
  },
  ...diagnosed('query/duplicate-filter'),
})
