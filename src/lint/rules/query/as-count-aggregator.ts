import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor, metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryAsCountAggregator = defineRule({
  id: 'query/as-count-aggregator',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A count is averaged over the window.',
  why: '`.as_count()` gives the number of events in each interval, and numbers of events are added. An average of them depends on the interval, which Datadog chooses.',
  howToFix: 'Write `sum(…)` at the head, or use `.as_rate()`.',
  source: 'https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'sum(last_5m):sum:api.errors{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
      {
        title: 'Inside `anomalies` the head does not add up the count.',
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(sum:api.errors{env:prod}.as_count(), 'agile', 2, direction='both', interval=60, alert_window='last_15m', seasonality='daily') >= 1",
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):sum:api.errors{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`.as_count()`',
      },
    ],
  },
  ...diagnosed('query/as-count-aggregator'),
})
