import { diagnosed } from '../../diagnosed.js'
import { burnRateAlert } from '../../example-slo-alert.js'
import { defineRule } from '../../rule.js'

export const sloBurnRateParams = defineRule({
  id: 'slo/burn-rate-params',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The windows of a burn-rate alert do not fit together.',
  why: 'The short window ends the alert soon after the errors stop; Datadog advises a twelfth of the long one and refuses impossible pairs. When it is too long the alert lingers, when too short single spikes count.',
  howToFix: 'Use pairs such as `1h` and `5m`, `6h` and `30m`, `24h` and `120m`.',
  source: 'https://docs.datadoghq.com/service_level_objectives/burn_rate/',
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
          'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("2h") > 14.4',
        ),
        finds: 'short',
      },
      {
        resources: burnRateAlert(
          'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("30m") > 14.4',
        ),
        finds: 'not a twelfth',
      },
    ],
  },
  ...diagnosed('slo/burn-rate-params'),
})
