import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyInterval = defineRule({
  id: 'anomaly/interval',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Too few points are judged.',
  why: 'The share of anomalous points says little when the window holds one or two of them. Datadog advises at least five points.',
  howToFix: 'Shorten `interval`, or lengthen the alert window in the query and the options.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=600, alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 1",
        }),
        finds: 'holds fewer than 5 points',
      },
    ],
  },
  ...diagnosed('anomaly/interval'),
})
