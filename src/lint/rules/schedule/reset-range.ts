import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const scheduleResetRange = defineRule({
  id: 'schedule/reset-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A cumulative window starts at an impossible time.',
  why: 'Hours start at a minute from 0 to 59, days at a time, months at the first. Datadog refuses anything else.',
  howToFix: 'Write a minute, a time such as `09:30`, or 1.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-window',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(current_1d):avg:system.load.1{env:prod} by {host} > 4',
          options: {
            thresholds: { critical: 4 },
            scheduling_options: { evaluation_window: { day_starts: '09:30' } },
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(current_1d):avg:system.load.1{env:prod} by {host} > 4',
          options: {
            thresholds: { critical: 4 },
            scheduling_options: { evaluation_window: { day_starts: '25:00' } },
          },
        }),
        finds: '`day_starts`',
      },
    ],
  },
  ...diagnosed('schedule/reset-range'),
})
