import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyAlertWindow = defineRule({
  id: 'anomaly/alert-window',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The alert window is not written as a window.',
  why: 'Datadog reads windows such as `last_15m` only. It refuses the query otherwise.',
  howToFix: `Write \`alert_window='last_15m'\`.`,
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='15m', count_default_zero='true', seasonality='daily') >= 1",
        }),
        finds: '`15m` is not an alert window',
      },
    ],
  },
  ...diagnosed('anomaly/alert-window'),
})
