import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const nodataValue = defineRule({
  id: 'nodata/value',
  severity: 'error',
  kinds: ['monitor'],
  title: '`on_missing_data` has an unknown value.',
  why: 'Datadog knows four answers to missing data and refuses any other word.',
  howToFix: 'Write `default`, `show_no_data`, `show_and_notify_no_data` or `resolve`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, on_missing_data: 'show_no_data' },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, on_missing_data: 'show_nodata' },
        }),
        finds: '`show_nodata`',
      },
    ],
  },
  ...diagnosed('nodata/value'),
})
