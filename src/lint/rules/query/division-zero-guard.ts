import { isMetricType } from '../../../catalog/index.js'
import { unguardedRatio } from '../../../check/index.js'
import { metricMonitor } from '../../example.js'
import { judgedQueryOf } from '../../facts/condition.js'
import { expressionsOf } from '../../facts/expressions.js'
import { defineRule } from '../../rule.js'

export const divisionZeroGuard = defineRule({
  id: 'query/division-zero-guard',
  severity: 'info',
  kinds: ['monitor'],
  title: 'An error rate is judged even when there is hardly any traffic.',
  why: 'One failed request out of one is 100 percent, so a ratio alerts in quiet hours. And without any request the division gives nothing, which looks like missing data.',
  howToFix:
    'Demand a minimum of traffic: multiply by `is_greater(total, 15)`, or join with a traffic monitor in a composite.',
  source: 'https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/',
  examples: {
    good: [
      {
        title: 'A minimum of traffic.',
        definition: ratio(' * is_greater(sum:api.hits{env:prod}.as_count(), 15)'),
      },
      {
        title: 'Dividing by a constant is safe.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.mem.used{env:prod} by {host} / 1024 > 4',
        }),
      },
    ],
    bad: [{ definition: ratio(''), finds: 'little traffic' }],
  },
  check({ definition }) {
    if (!isMetricType(definition.type)) return
    const division = unguardedRatio(judgedQueryOf(definition))
    if (division === undefined) return
    return {
      path: expressionsOf(definition)[0]?.path,
      span: division.right.span,
      message: 'The ratio alerts on a single failure when there is little traffic.',
      hint: 'Demand a minimum of traffic, for example `* is_greater(total, 15)`.',
    }
  },
})

function ratio(guard: string) {
  return metricMonitor({
    query: `sum(last_5m):sum:api.errors{env:prod}.as_count() / sum:api.hits{env:prod}.as_count()${guard} > 0.05`,
    message: 'Errors. @slack-sre',
    options: { thresholds: { critical: 0.05 } },
  })
}
