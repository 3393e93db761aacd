import { diagnosed } from '../../diagnosed.js'
import { serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

export const thresholdServiceCheckCounts = defineRule({
  id: 'threshold/service-check-counts',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A threshold of a service check is not a number of runs.',
  why: 'Service checks count consecutive runs with one status, so their thresholds are whole numbers from 1. Anything else is refused.',
  howToFix: 'Write how many runs in a row must fail: `critical: 3`.',
  source: 'https://docs.datadoghq.com/monitors/types/service_check/',
  examples: {
    good: [
      { definition: serviceCheck() },
      {
        title: 'A cluster alert has percentages.',
        definition: serviceCheck({
          query: '"http.can_connect".over("env:prod").by("host","url").last(4).pct_by_status()',
          options: { thresholds: { critical: 50, warning: 20 } },
        }),
      },
    ],
    bad: [
      {
        definition: serviceCheck({ options: { thresholds: { critical: 2.5, warning: 1, ok: 1 } } }),
        finds: 'not 2.5',
      },
    ],
  },
  ...diagnosed('threshold/service-check-counts'),
})
