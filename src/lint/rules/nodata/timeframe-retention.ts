import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nodataTimeframeRetention = defineRule({
  id: 'nodata/timeframe-retention',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Missing data would be reported after the group is forgotten.',
  why: 'Datadog forgets a group after 24 hours without data. A notification that waits longer is never sent, and the API refuses such a monitor.',
  howToFix: 'Write at most 1440 minutes, or keep groups longer with `group_retention_duration`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 1440 },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 2880 },
        }),
        finds: 'forgotten after',
      },
    ],
  },
  ...diagnosed('nodata/timeframe-retention', ({ path }, { options }) =>
    path === undefined || options?.group_retention_duration !== undefined
      ? []
      : [{ title: 'Wait for a day.', edits: [set(path, 1440)] }],
  ),
})
