import type { Json } from '../../../model/index.js'
import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { anomaliesOf, namedArgument } from '../../facts/condition.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const fromQuery: FixesFor = (_, { options, ...definition }) => {
  const call = anomaliesOf({ ...definition, options: options ?? {} })
  const window = call && namedArgument(call, 'alert_window')
  if (window === undefined) return []
  const windows = { trigger_window: window, recovery_window: window, ...given(options?.threshold_windows) }
  return [{ title: `Judge \`${window}\`.`, edits: [set(['options', 'threshold_windows'], windows)] }]
}

function given(windows: Readonly<Record<string, Json | undefined>> | null | undefined): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(windows ?? {}).flatMap(([key, value]) => (value == null ? [] : [[key, value]])),
  )
}

export const anomalyMissingWindows = defineRule({
  id: 'anomaly/missing-windows',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An anomaly monitor has no threshold windows.',
  why: 'Both windows must stand in the options, although the alert window is in the query already. Datadog refuses the monitor without them and only says that the query is invalid.',
  howToFix: 'Add `threshold_windows` with the alert window of the query twice.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({ options: { thresholds: { critical: 1, critical_recovery: 0 } } }),
        finds: 'needs `options.threshold_windows`',
      },
    ],
  },
  ...diagnosed('anomaly/missing-windows', fromQuery),
})
