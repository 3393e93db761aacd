import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

// The parser and the checks behind it name the same mistake differently.
const codes = ['query/rollup-missing', 'query/missing-rollup']

export const queryRollupMissing = defineRule({
  id: 'query/rollup-missing',
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
  ...diagnosed(codes),
})
