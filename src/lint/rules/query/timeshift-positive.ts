import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryTimeshiftPositive = defineRule({
  id: 'query/timeshift-positive',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A time shift looks into the future.',
  why: 'A positive number shifts forward, where there is no data yet. The comparison gives nothing for the newest points.',
  howToFix: 'Write the seconds with a minus sign.',
  source: 'https://docs.datadoghq.com/dashboards/functions/timeshift/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:a{env:prod} by {host} / timeshift(avg:a{env:prod} by {host}, -3600) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:a{env:prod} by {host} / timeshift(avg:a{env:prod} by {host}, 3600) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'looks into the future',
      },
    ],
  },
  ...diagnosed('query/timeshift-positive'),
})
