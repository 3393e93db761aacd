import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const optionsRenotifyStatuses = defineRule({
  id: 'options/renotify-statuses',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The monitor would repeat a state that it never reaches.',
  why: 'Somebody expects to be reminded of warnings or of missing data, and the monitor has no such state. The threshold or the option behind it is missing.',
  howToFix:
    'Add the warning threshold or the notification about missing data, or drop the status from the list.',
  source: 'https://docs.datadoghq.com/monitors/notify/#renotification',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4, warning: 3 },
            renotify_interval: 60,
            renotify_statuses: ['alert', 'warn'],
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            renotify_interval: 60,
            renotify_statuses: ['alert', 'warn'],
          },
        }),
        finds: 'no warning threshold',
      },
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            renotify_interval: 60,
            renotify_statuses: ['alert', 'no data'],
          },
        }),
        finds: 'the monitor sends none',
      },
    ],
  },
  ...diagnosed('options/renotify-statuses', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
