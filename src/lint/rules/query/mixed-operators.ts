import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryMixedOperators = defineRule({
  id: 'query/mixed-operators',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The scope mixes commas with `AND` or `OR`.',
  why: 'The comma binds loosest, which is rarely what the author had in mind, and Datadog documents the mixture as wrong.',
  howToFix: 'Write `AND` instead of the comma, and parentheses around each `OR`.',
  source: 'https://docs.datadoghq.com/metrics/advanced-filtering/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod AND (role:db OR role:api)} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{role:db OR role:api,env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'comma binds loosest',
      },
    ],
  },
  ...diagnosed('query/mixed-operators'),
})
