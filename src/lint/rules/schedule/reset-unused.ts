import { diagnosed } from '../../diagnosed.js'
import { logMonitor, metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const scheduleResetUnused = defineRule({
  id: 'schedule/reset-unused',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A rolling window has a reset.',
  why: 'Only cumulative windows start again. On a rolling window the setting does nothing, and the monitor does not count from midnight.',
  howToFix: 'Write `current_1d` in the query, or remove the setting.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#evaluation-window',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            scheduling_options: { evaluation_window: { day_starts: '09:30' } },
          },
        }),
        finds: 'has no effect',
      },
      {
        definition: logMonitor({
          options: {
            thresholds: { critical: 100 },
            scheduling_options: { evaluation_window: { day_starts: '09:30' } },
          },
        }),
        finds: 'has no effect',
      },
    ],
  },
  ...diagnosed('schedule/reset-unused', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
