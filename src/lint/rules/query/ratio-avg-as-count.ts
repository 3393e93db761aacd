import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryRatioAvgAsCount = defineRule({
  id: 'query/ratio-avg-as-count',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A ratio of counts is averaged over the window.',
  why: 'With `sum` Datadog adds both counts up and divides once, so every event weighs the same. With `avg` a quiet minute with one failed request weighs like a busy one.',
  howToFix: 'Write `sum(…)` at the head.',
  source: 'https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query:
            'sum(last_5m):sum:a.errors{env:prod} by {host}.as_count() / sum:a.hits{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query:
            'avg(last_5m):sum:a.errors{env:prod} by {host}.as_count() / sum:a.hits{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'atio',
      },
    ],
  },
  ...diagnosed('query/ratio-avg-as-count'),
})
