import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

// The parser and the checks behind it name the same mistake differently.
const codes = ['query/last-missing', 'query/missing-last']

export const queryLastMissing = defineRule({
  id: 'query/last-missing',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query does not say window is missing it is evaluated.',
  why: 'Every monitor looks at a window. Datadog refuses a query without one.',
  howToFix: 'Add `.last("5m")`, or `.last(4)` for a service check.',
  source: 'https://docs.datadoghq.com/monitors/types/log/',
  examples: {
    good: [{ definition: logMonitor() }],
    bad: [
      {
        definition: logMonitor({
          query: 'logs("status:error service:api").index("*").rollup("count").by("env") > 100',
        }),
        finds: 'window is missing',
      },
    ],
  },
  ...diagnosed(codes),
})
