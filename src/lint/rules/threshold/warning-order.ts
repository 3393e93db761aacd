import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const thresholdWarningOrder = defineRule({
  id: 'threshold/warning-order',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The warning comes after the alert.',
  why: 'A warning is there to come first. On the wrong side of the critical threshold it never does, and Datadog refuses the monitor.',
  howToFix: 'With `>` write a warning below the critical threshold, with `<` above it.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#set-alert-conditions',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4, warning: 3 } } }) }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, warning: 5 } } }),
        finds: 'reached only after',
      },
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.disk.free{env:prod} by {host} < 4',
          options: { thresholds: { critical: 4, warning: 3 } },
        }),
        finds: 'reached only after',
      },
    ],
  },
  ...diagnosed('threshold/warning-order'),
})
