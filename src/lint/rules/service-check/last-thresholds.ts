import { diagnosed } from '../../diagnosed.js'
import { serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

export const serviceCheckLastThresholds = defineRule({
  id: 'service-check/last-thresholds',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A threshold asks for more runs than the query looks at.',
  why: 'Three failures in a row can only be seen in three runs or more. Datadog refuses the monitor.',
  howToFix: 'Write one more than the highest threshold into `.last(…)`.',
  source: 'https://docs.datadoghq.com/monitors/types/service_check/',
  examples: {
    good: [{ definition: serviceCheck() }],
    bad: [
      {
        definition: serviceCheck({
          query: '"http.can_connect".over("env:prod").by("host","url").last(2).count_by_status()',
        }),
        finds: 'last 2 runs, but a threshold asks for 3',
      },
    ],
  },
  ...diagnosed('service-check/last-thresholds'),
})
