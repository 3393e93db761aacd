import { diagnosed } from '../../diagnosed.js'
import { serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

export const serviceCheckLastRange = defineRule({
  id: 'service-check/last-range',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A service check looks at an impossible number of runs.',
  why: 'Datadog keeps 1 to 100 runs of a check. It refuses any other number.',
  howToFix: 'Write one more than the highest threshold.',
  source: 'https://docs.datadoghq.com/monitors/types/service_check/',
  examples: {
    good: [{ definition: serviceCheck() }],
    bad: [
      {
        definition: serviceCheck({
          query: '"http.can_connect".over("env:prod").by("host","url").last(200).count_by_status()',
        }),
        finds: 'from 1 to 100',
      },
    ],
  },
  ...diagnosed('service-check/last-range'),
})
