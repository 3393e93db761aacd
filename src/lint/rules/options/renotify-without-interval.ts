import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const optionsRenotifyWithoutInterval = defineRule({
  id: 'options/renotify-without-interval',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A setting of renotification is there, but nothing is repeated.',
  why: 'Without `renotify_interval` an alert is told once. The escalation that somebody wrote is never sent.',
  howToFix: 'Set `renotify_interval` in minutes, or remove the setting.',
  source: 'https://docs.datadoghq.com/monitors/notify/#renotification',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            renotify_interval: 60,
            escalation_message: 'Still high @slack-sre',
          },
        }),
      },
      { definition: metricMonitor({ options: { thresholds: { critical: 4 }, escalation_message: '' } }) },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, escalation_message: 'Still high @slack-sre' },
        }),
        finds: '`escalation_message` has no effect',
      },
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, renotify_occurrences: 3 } }),
        finds: '`renotify_occurrences` has no effect',
      },
    ],
  },
  ...diagnosed('options/renotify-without-interval', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
