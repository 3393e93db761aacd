import { diagnosed } from '../../diagnosed.js'
import { serviceCheck } from '../../example.js'
import { defineRule } from '../../rule.js'

// The parser and the checks behind it name the same mistake differently.
const codes = ['service-check/status-step', 'query/missing-status-count']

export const serviceCheckStatusStep = defineRule({
  id: 'service-check/status-step',
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
  ...diagnosed(codes),
})
