import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloThresholdRange = defineRule({
  id: 'slo/threshold-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The threshold of an SLO alert is impossible.',
  why: 'A burn rate is positive, and a budget is spent between 0 and 100 percent. Any other threshold always or never alerts.',
  howToFix: 'Write a burn rate such as 14.4, or percent of the budget such as 75.',
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
        resources: burnRateAlert('error_budget("${slo:api}").over("30d") > 150'),
        finds: 'between 0 and 100 percent',
      },
    ],
  },
  ...diagnosed('slo/threshold-range'),
})
