import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

// The parser and the checks behind it name the same mistake differently.
const codes = ['query/function-arity', 'query/rollup-arguments-reversed']

export const queryFunctionArity = defineRule({
  id: 'query/function-arity',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A function has the wrong arguments.',
  why: 'Datadog refuses a call with a missing, surplus or misplaced argument, and only says that the query is invalid.',
  howToFix: 'Write the arguments in the order of the documentation.',
  source: 'https://docs.datadoghq.com/dashboards/functions/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):avg:system.load.1{env:prod} by {host}.rollup(max, 60) > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_1h):avg:system.load.1{env:prod} by {host}.rollup(60, max) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'rollup',
      },
      {
        definition: metricMonitor({
          query: 'avg(last_1h):clamp_min(avg:system.load.1{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: '`clamp_min`',
      },
    ],
  },
  ...diagnosed(codes),
})
