import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const thresholdOrphanRecovery = defineRule({
  id: 'threshold/orphan-recovery',
  severity: 'error',
  kinds: ['monitor'],
  title: 'There is a recovery threshold for warnings, but no warning threshold.',
  why: 'Without a warning there is nothing to recover from. Datadog refuses the monitor.',
  howToFix: 'Add `warning`, or remove `warning_recovery`.',
  source: 'https://docs.datadoghq.com/monitors/guide/recovery-thresholds/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4, warning: 3, warning_recovery: 2 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, warning_recovery: 2 } } }),
        finds: 'no warning threshold',
      },
    ],
  },
  ...diagnosed('threshold/orphan-recovery', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
