import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloTimeframe = defineRule({
  id: 'slo/timeframe',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The alert names an impossible time frame.',
  why: 'SLOs have time frames of 7, 30 and 90 days. Datadog refuses any other.',
  howToFix: 'Write a time frame of the SLO: `.over("30d")`.',
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
          'burn_rate("${slo:api}").over("10d").long_window("1h").short_window("5m") > 14.4',
        ),
        finds: '`10d`',
      },
    ],
  },
  ...diagnosed('slo/timeframe'),
})
