import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryTopInMonitor = defineRule({
  id: 'query/top-in-monitor',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The monitor watches a ranking.',
  why: 'Which groups are among the first ten changes all the time, so groups come and go, recover and alert without any change in their value.',
  howToFix: 'Watch all groups, or only those above a limit with `cutoff_min`.',
  source: 'https://docs.datadoghq.com/dashboards/functions/rank/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          query: "avg(last_5m):top(avg:system.load.1{env:prod} by {host}, 10, 'mean', 'desc') > 4",
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'top',
      },
    ],
  },
  ...diagnosed('query/top-in-monitor'),
})
