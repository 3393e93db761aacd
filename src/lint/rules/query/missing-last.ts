import { diagnosed } from '../../diagnosed.js'
import { logMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMissingLast = defineRule({
  id: 'query/missing-last',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query does not say over which window it is evaluated.',
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
  ...diagnosed('query/missing-last'),
})
