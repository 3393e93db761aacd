import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const thresholdNotANumber = defineRule({
  id: 'threshold/not-a-number',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A threshold is not a number.',
  why: 'Datadog compares numbers and refuses everything else. Text usually comes from a template or a spreadsheet.',
  howToFix: 'Write the number without quotes and without a unit.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#set-alert-conditions',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, warning: 'three' as never } } }),
        finds: '`warning` is not a number',
      },
    ],
  },
  ...diagnosed('threshold/not-a-number'),
})
