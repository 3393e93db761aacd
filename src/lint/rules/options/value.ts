import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const optionsValue = defineRule({
  id: 'options/value',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An option has a value that Datadog does not know.',
  why: 'The API takes one of a few words here and refuses the rest.',
  howToFix: 'Write one of the documented values.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notification_preset_name: 'hide_query' },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notification_preset_name: 'hide_querys' },
        }),
        finds: '`hide_querys`',
      },
    ],
  },
  ...diagnosed('options/value'),
})
