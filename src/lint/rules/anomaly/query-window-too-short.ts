import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyQueryWindowTooShort = defineRule({
  id: 'anomaly/query-window-too-short',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The evaluation window is shorter than the alert window.',
  why: 'The points that are judged must lie inside the window that is read. Datadog suggests about five alert windows, which also gives a readable graph.',
  howToFix: 'Lengthen the window at the head of the query.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_5m):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 1",
        }),
        finds: 'shorter than the alert window',
      },
    ],
  },
  ...diagnosed('anomaly/query-window-too-short'),
})
