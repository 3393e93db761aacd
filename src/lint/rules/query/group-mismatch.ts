import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, metricMonitor, metricQuery } from '../../example.js'
import { defineRule } from '../../rule.js'

export const queryGroupMismatch = defineRule({
  id: 'query/group-mismatch',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Two sides of an operation are grouped differently.',
  why: 'Datadog joins groups by equal tags, so groups that only one side has disappear. With no key in common nothing is left.',
  howToFix: 'Group both sides by the same keys, or leave one side ungrouped.',
  source: 'https://docs.datadoghq.com/dashboards/functions/arithmetic/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:a.errors{env:prod} by {host} / avg:a.hits{env:prod} by {host} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
      {
        title: 'One side may be ungrouped.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:a.errors{env:prod} by {host} / avg:a.hits{env:prod} > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:a.errors{env:prod} by {host} / avg:a.hits{env:prod} by {service} > 4',
          options: { thresholds: { critical: 4 } },
        }),
        finds: 'grouped differently',
      },
      {
        title: 'The sides of a formula are its queries.',
        definition: formulaMonitor('formula("failed / tried").last("15m") > 0.05', [
          metricQuery('failed', 'sum:checkout.failed{env:prod} by {host}.as_count()'),
          metricQuery('tried', 'sum:checkout.tried{env:prod} by {region}.as_count()'),
        ]),
        finds: 'by {host} and by {region}',
      },
    ],
  },
  ...diagnosed('query/group-mismatch'),
})
