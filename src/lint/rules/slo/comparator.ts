import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloComparator = defineRule({
  id: 'slo/comparator',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An SLO alert compares in the wrong direction.',
  why: 'A budget only runs out upwards, so Datadog takes `>` and `>=` only.',
  howToFix: 'Write `>`.',
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
          'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("5m") <  14.4',
        ),
        finds: 'cannot compare with `<`',
      },
    ],
  },
  ...diagnosed('slo/comparator'),
})
