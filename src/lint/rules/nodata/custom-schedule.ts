import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const nodataCustomSchedule = defineRule({
  id: 'nodata/custom-schedule',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A monitor with a custom schedule handles missing data in the old way.',
  why: 'A schedule evaluates once a day or less, so windows need not be full and missing data must be decided by `on_missing_data`. Datadog refuses the old options there.',
  howToFix: 'Add `on_missing_data` and remove the option.',
  source: 'https://docs.datadoghq.com/monitors/guide/custom_schedules/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            on_missing_data: 'show_no_data',
            scheduling_options: {
              custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'UTC' }] },
            },
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            on_missing_data: 'show_no_data',
            require_full_window: true,
            scheduling_options: {
              custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'UTC' }] },
            },
          },
        }),
        finds: '`require_full_window` cannot stand beside',
      },
    ],
  },
  ...diagnosed('nodata/custom-schedule'),
})
