import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyThresholdRange = defineRule({
  id: 'anomaly/threshold-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The threshold is not a share between 0 and 1.',
  why: 'The value of an anomaly monitor is the share of points outside the band, never the metric itself. A threshold above 1 is never reached.',
  howToFix: 'Write `>= 1` for all points, `>= 0.5` for half of them.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [{ definition: anomalyMonitor({ query: "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 80", options: { thresholds: { critical: 80 }, threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' } } }), finds: 'never compared with 80' }],
  },
  check: diagnosed('anomaly/threshold-range'),
})
