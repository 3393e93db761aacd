import { diagnosed } from '../../diagnosed.js'
import { logMonitor, metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryWindowRange = defineRule({
  id: 'query/window-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The evaluation window is too short, too long, or of the wrong form.',
  why: 'Every monitor type allows a range of windows. Datadog refuses others and only says that the query is invalid.',
  howToFix: 'Write a window in the range: `last_5m` for metrics, `5m` for logs.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-window',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_1mo):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_90d):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'too long',
      },
      {
        definition: logMonitor({
          query: 'logs("status:error service:api").index("*").rollup("count").by("env").last("30d") > 100',
        }),
        finds: 'too long',
      },
    ],
  },
  ...diagnosed('query/window-range'),
})
