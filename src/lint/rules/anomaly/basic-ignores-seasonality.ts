import { anomalyMonitor } from '../../example.js'
import { anomaliesOf } from '../../facts/condition.js'
import { defineRule } from '../../rule.js'

const windows = { trigger_window: 'last_15m', recovery_window: 'last_15m' }

export const basicIgnoresSeasonality = defineRule({
  id: 'anomaly/basic-ignores-seasonality',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The algorithm `basic` knows no daily or weekly pattern.',
  why: 'It compares with the recent past only. Load that follows the day looks unusual every morning and every evening.',
  howToFix:
    "For load that follows the day or the week use `'agile'` or `'robust'` with `seasonality`. Keep `basic` for metrics without a rhythm or with little history.",
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/#anomaly-detection-algorithms',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'basic', 2, direction='both', interval=60, alert_window='last_15m') >= 1",
          options: { thresholds: { critical: 1, critical_recovery: 0 }, threshold_windows: windows },
        }),
        finds: '`basic` ignores daily and weekly patterns',
      },
    ],
  },
  check({ definition }) {
    const algorithm = anomaliesOf(definition)?.arguments[1]
    if (algorithm?.kind !== 'string' || algorithm.value !== 'basic') return
    return {
      path: ['query'],
      span: algorithm.span,
      message: 'The algorithm `basic` ignores daily and weekly patterns.',
      hint: "For load that follows the day write `'agile'` or `'robust'` with `seasonality='daily'`.",
    }
  },
})
