import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const scheduleRecurrences = defineRule({
  id: 'schedule/recurrences',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A custom schedule has a rule that monitors do not know.',
  why: 'A monitor has exactly one recurrence, daily or rarer, without its own start. Datadog refuses others.',
  howToFix: 'Write one rule such as `FREQ=DAILY;INTERVAL=1`.',
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
            scheduling_options: {
              custom_schedule: { recurrences: [{ rrule: 'FREQ=HOURLY;INTERVAL=1', timezone: 'UTC' }] },
            },
          },
        }),
        finds: 'at most once a day',
      },
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            on_missing_data: 'show_no_data',
            scheduling_options: {
              custom_schedule: { recurrences: [{ rrule: 'FREQ=FORTNIGHTLY', timezone: 'UTC' }] },
            },
          },
        }),
        finds: 'is not how often',
      },
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            on_missing_data: 'show_no_data',
            scheduling_options: {
              custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'Tokyo' }] },
            },
          },
        }),
        finds: 'not a time zone',
      },
    ],
  },
  ...diagnosed('schedule/recurrences'),
})
