import { diagnosed } from '../../diagnosed.js'
import { serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMissingStatusCount = defineRule({
  id: 'query/missing-status-count',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A service check does not say how statuses are counted.',
  why: 'The query ends with the number of runs or with the share of a cluster. Datadog refuses it without either.',
  howToFix: 'Add `.count_by_status()`, or `.pct_by_status()` for a cluster.',
  source: 'https://docs.datadoghq.com/monitors/types/service_check/',
  examples: {
    good: [{ definition: serviceCheck() }],
    bad: [
      {
        definition: serviceCheck({ query: '"http.can_connect".over("env:prod").by("host","url").last(4)' }),
        finds: 'how the statuses are counted',
      },
    ],
  },
  ...diagnosed('query/missing-status-count'),
})
