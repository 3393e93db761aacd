import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const optionsRange = defineRule({
  id: 'options/range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A number is outside of what the option takes.',
  why: 'Datadog refuses the monitor, or never gets to do what is asked. Often the unit is meant differently: hours for `timeout_h`, seconds for delays, minutes for intervals.',
  howToFix: 'Write a number in the range, in the unit of the option.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4 }, timeout_h: 24 } }) }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, timeout_h: 48 } }),
        finds: 'too large',
      },
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, renotify_interval: 30.5 } }),
        finds: 'whole numbers',
      },
      {
        title: 'Seconds where minutes are meant.',
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, renotify_interval: 3600 } }),
        finds: 'stops renotifying 30 hours after',
      },
      {
        title: 'A priority is a number from 1 to 5.',
        definition: metricMonitor({ priority: 7 }),
        finds: '`priority` is 7',
      },
    ],
  },
  ...diagnosed('options/range'),
})
