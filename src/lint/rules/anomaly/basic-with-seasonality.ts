import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyBasicWithSeasonality = defineRule({
  id: 'anomaly/basic-with-seasonality',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The algorithm `basic` ignores `seasonality`.',
  why: 'Only `agile` and `robust` know the time of day or the day of the week. With `basic` the argument promises something that does not happen.',
  howToFix: `Use \`'agile'\` or \`'robust'\`, or leave \`seasonality\` out.`,
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [
      { definition: anomalyMonitor() },
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
        }),
      },
    ],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 1",
        }),
        finds: 'has no effect',
      },
    ],
  },
  ...diagnosed('anomaly/basic-with-seasonality'),
})
