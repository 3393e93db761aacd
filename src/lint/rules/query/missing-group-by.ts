import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMissingGroupBy = defineRule({
  id: 'query/missing-group-by',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A function compares groups, but the query has none.',
  why: '`outliers` looks for the group that behaves unlike the others, and `count_nonzero` counts groups. Without `by {…}` there is one group only.',
  howToFix: 'Add what to group by: `by {host}`.',
  source: 'https://docs.datadoghq.com/monitors/types/outlier/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: "avg(last_30m):outliers(avg:system.load.1{env:prod} by {host}, 'dbscan', 7) > 0",
          options: { thresholds: { critical: 0 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: 'Odd. @slack-sre',
          query: "avg(last_30m):outliers(avg:system.load.1{env:prod}, 'dbscan', 7) > 0",
          options: { thresholds: { critical: 0 } },
        }),
        finds: 'compares groups',
      },
    ],
  },
  ...diagnosed('query/missing-group-by'),
})
