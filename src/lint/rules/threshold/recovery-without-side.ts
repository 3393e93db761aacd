import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const thresholdRecoveryWithoutSide = defineRule({
  id: 'threshold/recovery-without-side',
  severity: 'warning',
  kinds: ['monitor'],
  title: '`==` and `!=` have no recovery side.',
  why: 'A recovery threshold needs a direction: back below, or back above. With `==` there is none, so the threshold does nothing.',
  howToFix: 'Remove the recovery threshold; the monitor recovers as soon as the condition is false.',
  source: 'https://docs.datadoghq.com/monitors/guide/recovery-thresholds/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:app.state{env:prod} by {host} == 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:app.state{env:prod} by {host} == 4',
          options: { thresholds: { critical: 4, critical_recovery: 3 } },
        }),
        finds: 'no side on which to recover',
      },
    ],
  },
  ...diagnosed('threshold/recovery-without-side', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
