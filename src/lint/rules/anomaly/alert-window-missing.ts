import { diagnosed } from '../../diagnosed.js'
import { anomalyMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const anomalyAlertWindowMissing = defineRule({
  id: 'anomaly/alert-window-missing',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The options name a trigger window, but the query does not.',
  why: 'The window that is judged stands in the query and in the options and must be the same. Without it in the query Datadog may judge another window.',
  howToFix: 'Add `alert_window` with the trigger window to `anomalies(…)`.',
  source: 'https://docs.datadoghq.com/monitors/types/anomaly/',
  examples: {
    good: [{ definition: anomalyMonitor() }],
    bad: [
      {
        definition: anomalyMonitor({
          query:
            "avg(last_4h):anomalies(avg:container.cpu.user{env:prod}, 'agile', 2, direction='both', interval=60, count_default_zero='true', seasonality='daily') >= 1",
        }),
        finds: 'the query has no `alert_window`',
      },
    ],
  },
  ...diagnosed('anomaly/alert-window-missing'),
})
