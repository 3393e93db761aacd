import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, metricMonitor, metricQuery } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryRollupInWindow = defineRule({
  id: 'query/rollup-in-window',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The rollup interval is longer than the evaluation window.',
  why: 'The window then holds one point at most, often one that is not complete yet. The monitor judges half of an interval.',
  howToFix: 'Use an interval that fits into the window several times.',
  source: 'https://docs.datadoghq.com/dashboards/functions/rollup/#rollups-in-monitors',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):avg:system.load.1{env:prod} by {host}.rollup(max, 300) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host}.rollup(max, 3600) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'longer than the evaluation window',
      },
      {
        definition: formulaMonitor('formula("failed").last("15m") > 5', [
          metricQuery('failed', 'sum:checkout.failed{env:prod}.as_count().rollup(sum, daily)'),
        ]),
        finds: 'rollup interval of 1 day',
      },
    ],
  },
  ...diagnosed('query/rollup-in-window'),
})
