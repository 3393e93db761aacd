import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMissingRollup = defineRule({
  id: 'query/missing-rollup',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query does not say what is counted.',
  why: 'A search alone is a list of events. Datadog refuses a query that does not turn it into a number.',
  howToFix: 'Add `.rollup("count")`, or a method with a measure.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query: 'logs("status:error service:api").index("*").by("env").last("5m") > 100',
        }),
        finds: 'what is counted',
      },
    ],
  },
  ...diagnosed('query/missing-rollup'),
})
