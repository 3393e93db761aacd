import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMethodOnExpression = defineRule({
  id: 'query/method-on-expression',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A method follows arithmetic.',
  why: 'Methods such as `.as_count()` and `.rollup()` belong to one query. Behind parentheses Datadog refuses them.',
  howToFix: 'Put the method behind each query of the operation.',
  source: 'https://docs.datadoghq.com/dashboards/functions/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: 'Much. @slack-sre',
          query: 'sum(last_5m):sum:a{env:prod}.as_count() + sum:b{env:prod}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: 'Much. @slack-sre',
          query: 'sum(last_5m):(sum:a{env:prod} + sum:b{env:prod}).as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'cannot follow arithmetic',
      },
    ],
  },
  ...diagnosed('query/method-on-expression'),
})
