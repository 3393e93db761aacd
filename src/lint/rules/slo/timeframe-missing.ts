import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloTimeframeMissing = defineRule({
  id: 'slo/timeframe-missing',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The alert watches a time frame that the SLO does not have.',
  why: 'The budget is counted per time frame, so an alert needs one of those that the SLO has a target for. Datadog refuses any other.',
  howToFix: 'Write a time frame of the SLO into `.over("…")`, or add a threshold to the SLO.',
  source: 'https://docs.datadoghq.com/service_level_objectives/error_budget/',
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
        resources: burnRateAlert(
          'burn_rate("${slo:api}").over("7d").long_window("1h").short_window("5m") > 14.4',
        ),
        finds: 'no target for `7d`',
      },
    ],
  },
  ...diagnosed('slo/timeframe-missing'),
})
