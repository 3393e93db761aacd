import { diagnosed } from '../../diagnosed.js'
import { logMonitor, metricMonitor, serviceCheck } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const optionsLogOnly = defineRule({
  id: 'options/log-only',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'An option or threshold belongs to another type of monitor.',
  why: 'On this type it does nothing. Whoever wrote it expects samples in the notification, or a threshold that counts, and does not get them.',
  howToFix: 'Remove the option.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      { definition: logMonitor({ options: { thresholds: { critical: 100 }, enable_logs_sample: true } }) },
    ],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, unknown: 1 } } }),
        finds: 'threshold `unknown` has no effect',
      },
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, enable_logs_sample: true } }),
        finds: '`enable_logs_sample` has no effect',
      },
      {
        title: 'A service check recovers after `ok` good statuses.',
        definition: serviceCheck({ options: { thresholds: { critical: 3, critical_recovery: 1 } } }),
        finds: 'threshold `critical_recovery` has no effect',
      },
    ],
  },
  ...diagnosed('options/log-only', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
