import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloBurnRateRange = defineRule({
  id: 'slo/burn-rate-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The burn rate is higher than the SLO can burn.',
  why: 'When every event is bad, the budget burns 1 / (1 − target) times as fast as allowed. A threshold above that is never reached, and Datadog refuses it.',
  howToFix: 'Lower the burn rate, or alert on the error rate itself where the target is low.',
  source: 'https://docs.datadoghq.com/service_level_objectives/burn_rate/#maximum-burn-rate-values',
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
          'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("5m") > 1440',
        ),
        finds: 'never exceeds 1000',
      },
    ],
  },
  ...diagnosed('slo/burn-rate-range'),
})
