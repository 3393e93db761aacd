import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalySeasonalityMissing = defineRule({
  id: 'anomaly/seasonality-missing',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The query does not say with which season it compares.',
  why: '`agile` and `robust` compare with the same hour of earlier days or weeks. Without `seasonality` Datadog chooses, and the reader cannot tell what.',
  howToFix: `Add \`seasonality='daily'\` for a daily rhythm, \`'weekly'\` when weekends differ, \`'hourly'\` otherwise.`,
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
        }),
        finds: 'does not say which',
      },
    ],
  },
  ...diagnosed('anomaly/seasonality-missing'),
})
