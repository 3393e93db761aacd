import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const optionsRetentionRange = defineRule({
  id: 'options/retention-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Groups are kept for less than an hour or more than three days.',
  why: 'Datadog keeps groups without data for 1 to 72 hours. It refuses any other time.',
  howToFix: 'Write a number with a unit: `1h`, `2d`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#group-retention-time',
  examples: {
    good: [
      {
        definition: logMonitor({
          options: { thresholds: { critical: 100 }, group_retention_duration: '2d' },
        }),
      },
    ],
    bad: [
      {
        definition: logMonitor({
          options: { thresholds: { critical: 100 }, group_retention_duration: '5d' },
        }),
        finds: 'between 1 and 72 hours',
      },
    ],
  },
  ...diagnosed('options/retention-range'),
})
