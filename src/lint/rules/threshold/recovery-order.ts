import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const thresholdRecoveryOrder = defineRule({
  id: 'threshold/recovery-order',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The recovery threshold lies on the alerting side.',
  why: 'A monitor recovers when the value is back on the safe side by a margin. On the other side it would be in alert and recovered at once, which Datadog refuses.',
  howToFix: 'With `>` write a recovery below the threshold, with `<` above it.',
  source: 'https://docs.datadoghq.com/monitors/guide/recovery-thresholds/',
  examples: {
    good: [
      { definition: metricMonitor({ options: { thresholds: { critical: 4, critical_recovery: 3 } } }) },
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.disk.free{env:prod} by {host} < 4',
          options: { thresholds: { critical: 4, critical_recovery: 5 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, critical_recovery: 5 } } }),
        finds: 'lies on the alerting side',
      },
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, critical_recovery: 4 } } }),
        finds: 'has no effect',
      },
    ],
  },
  ...diagnosed('threshold/recovery-order'),
})
