import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const anomalyWindowsWithoutAnomalies = defineRule({
  id: 'anomaly/windows-without-anomalies',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Only anomaly monitors have threshold windows.',
  why: 'On any other monitor the windows do nothing. They suggest that a longer time is judged than really is.',
  howToFix: 'Remove `threshold_windows`, or wrap the query in `anomalies(…)`.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
          },
        }),
        finds: 'Only an anomaly monitor',
      },
    ],
  },
  ...diagnosed('anomaly/windows-without-anomalies', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
