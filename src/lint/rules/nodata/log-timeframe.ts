import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nodataLogTimeframe = defineRule({
  id: 'nodata/log-timeframe',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A log monitor has no time without data.',
  why: 'Log monitors count, and a count without events is 0. The API has taken `no_data_timeframe` there, but the monitor can then no longer be saved in the UI: “The no_data_timeframe option is not allowed for log alert monitors”.',
  howToFix: 'Remove it, and use `on_missing_data` where silence matters.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          options: { thresholds: { critical: 100 }, notify_no_data: true, no_data_timeframe: 10 },
        }),
        finds: 'no `no_data_timeframe`',
      },
    ],
  },
  ...diagnosed('nodata/log-timeframe', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
