import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const scheduleResetMissing = defineRule({
  id: 'schedule/reset-missing',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A cumulative window does not say when it starts again.',
  why: 'A window such as `current_1d` grows from a reset. Datadog refuses it without the time of the reset.',
  howToFix: 'Add the start to `scheduling_options.evaluation_window`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-window',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(current_1d):avg:system.load.1{env:prod} by {host} > 4',
          options: {
            thresholds: { critical: 4 },
            scheduling_options: { evaluation_window: { day_starts: '00:00', timezone: 'UTC' } },
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(current_1d):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`day_starts`',
      },
    ],
  },
  ...diagnosed('schedule/reset-missing'),
})
