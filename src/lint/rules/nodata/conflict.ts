import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nodataConflict = defineRule({
  id: 'nodata/conflict',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Two ways of handling missing data stand together.',
  why: '`on_missing_data` replaced `notify_no_data` and `no_data_timeframe`. Datadog refuses a monitor with both.',
  howToFix: 'Keep `on_missing_data`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, on_missing_data: 'show_and_notify_no_data' },
        }),
      },
      {
        title: 'What is off does not conflict.',
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, on_missing_data: 'resolve', notify_no_data: false },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, on_missing_data: 'show_no_data', notify_no_data: true },
        }),
        finds: 'cannot stand together',
      },
    ],
  },
  ...diagnosed('nodata/conflict', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
