import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const likeTrigger: FixesFor = (_, definition) => {
  const trigger = definition.options?.threshold_windows?.trigger_window
  if (typeof trigger !== 'string') return []
  const path = ['options', 'threshold_windows', 'recovery_window']
  return [{ title: `Recover over \`${trigger}\` too.`, edits: [set(path, trigger)] }]
}

export const anomalyRecoveryWindow = defineRule({
  id: 'anomaly/recovery-window',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The recovery window does not fit the trigger window.',
  why: 'The monitor recovers when the recovery window holds few enough anomalous points. When the window is too short this can be true while it alerts, which Datadog refuses; longer than the trigger window it only delays the recovery.',
  howToFix: 'Make the recovery window as long as the trigger window.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='last_1h', count_default_zero='true', seasonality='daily') >= 0.5",
          options: {
            thresholds: { critical: 0.5, critical_recovery: 0 },
            threshold_windows: { trigger_window: 'last_1h', recovery_window: 'last_15m' },
          },
        }),
        finds: 'can be in alert and recovered at once',
      },
      {
        definition: anomalyMonitor({
          options: {
            thresholds: { critical: 1, critical_recovery: 0 },
            threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_1h' },
          },
        }),
        finds: 'is longer than the trigger window',
      },
    ],
  },
  ...diagnosed('anomaly/recovery-window', likeTrigger),
})
