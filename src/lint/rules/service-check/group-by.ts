import { diagnosed } from '../../diagnosed.js'
import { serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

export const serviceCheckGroupBy = defineRule({
  id: 'service-check/group-by',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A service check is not grouped.',
  why: 'A check is counted for each host or endpoint on its own. Datadog refuses some custom checks without a group, and of the others one bad host among many is hard to tell.',
  howToFix: 'Add `.by("host")` before `.last(…)`.',
  source: 'https://docs.datadoghq.com/monitors/types/service_check/',
  examples: {
    good: [{ definition: serviceCheck() }],
    bad: [
      {
        definition: serviceCheck({
          query: '"http.can_connect".over("env:prod").last(4).count_by_status()',
          message: 'Down. @slack-sre',
        }),
        finds: 'no `.by(…)`',
      },
    ],
  },
  ...diagnosed('service-check/group-by'),
})
