import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { anomaliesOf, namedArgument } from '../../facts/condition.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const toQuery: FixesFor = ({ path }, definition) => {
  const call = anomaliesOf(definition)
  const window = call && namedArgument(call, 'alert_window')
  return window === undefined || path === undefined
    ? []
    : [{ title: `Write \`${window}\`.`, edits: [set(path, window)] }]
}

export const anomalyWindowMismatch = defineRule({
  id: 'anomaly/window-mismatch',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The alert window of the query differs from the trigger window of the options.',
  why: 'The window stands twice and must be the same. Datadog refuses the monitor otherwise.',
  howToFix: 'Write the same window in both places.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          options: {
            thresholds: { critical: 1, critical_recovery: 0 },
            threshold_windows: { trigger_window: 'last_30m', recovery_window: 'last_30m' },
          },
        }),
        finds: 'alert window is `last_15m`, but the trigger window',
      },
    ],
  },
  ...diagnosed('anomaly/window-mismatch', toQuery),
})
