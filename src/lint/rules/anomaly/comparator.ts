import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyComparator = defineRule({
  id: 'anomaly/comparator',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An anomaly monitor compares in the wrong direction.',
  why: 'Its value is the share of points outside the band, so only “at least” makes sense. Any other comparison alerts when all is well.',
  howToFix: 'Write `>= 1`, or a smaller share.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true', seasonality='daily') < 1",
        }),
        finds: 'compares the share of anomalous points',
      },
    ],
  },
  ...diagnosed('anomaly/comparator'),
})
