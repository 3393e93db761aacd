import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const queryMissingOver = defineRule({
  id: 'query/missing-over',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query does not say what it is restricted to.',
  why: 'Process monitors must name tags and SLO alerts a time frame with `.over(…)`. Datadog refuses the query without it.',
  howToFix: 'Add `.over("env:prod")`, or `.over("30d")` for an SLO alert.',
  source: 'https://docs.datadoghq.com/monitors/types/process/',
  examples: {
    good: [
      {
        resources: burnRateAlert(
          'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("5m") > 14.4',
        ),
      },
    ],
    bad: [
      {
        resources: burnRateAlert('burn_rate("${slo:api}").long_window("1h").short_window("5m") > 14.4'),
        finds: 'timeframes it looks',
      },
    ],
  },
  ...diagnosed('query/missing-over'),
})
