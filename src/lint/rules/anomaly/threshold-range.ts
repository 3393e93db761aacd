import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { replaceText, set } from '../../fix.js'
import { defineRule } from '../../rule.js'

/** The share stands in the query and in the options; repaired in one place they would disagree. */
const inBothPlaces: FixesFor = ({ repair }) => {
  const [edit] = repair ?? []
  if (edit === undefined) return []
  const edits = [
    replaceText(['query'], edit.span, edit.text),
    set(['options', 'thresholds', 'critical'], Number(edit.text)),
  ]
  return [{ title: `Write the share ${edit.text}.`, edits }]
}

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
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true', seasonality='daily') >= 80",
          options: {
            thresholds: { critical: 80 },
            threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
          },
        }),
        finds: 'never compared with 80',
      },
    ],
  },
  ...diagnosed('anomaly/threshold-range', inBothPlaces),
})
