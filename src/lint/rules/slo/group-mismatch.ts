import type { MetricExpression } from '../../../query/index.js'
import { countSlo, metricSlo } from '../../example.js'
import { nodesOfKind } from '../../facts/nodes.js'
import { countQueriesOf } from '../../facts/slo-queries.js'
import { defineRule } from '../../rule.js'

export const sloGroupMismatch = defineRule({
  id: 'slo/group-mismatch',
  severity: 'error',
  kinds: ['slo'],
  title: 'Good and total events are grouped differently.',
  why: 'Datadog divides group by group. A group that only one side has gets no status, so the SLO shows less than it promises.',
  howToFix: 'Group every query of the SLO by the same keys.',
  source: 'https://docs.datadoghq.com/service_level_objectives/metric/#define-queries',
  examples: {
    good: [
      {
        definition: metricSlo({
          query: {
            numerator: 'sum:api.ok{*} by {env}.as_count()',
            denominator: 'sum:api.requests{*} by {env}.as_count()',
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricSlo({
          query: {
            numerator: 'sum:api.ok{*} by {env,service}.as_count()',
            denominator: 'sum:api.requests{*} by {env}.as_count()',
          },
        }),
        finds: 'grouped by env,service, the other by env',
      },
      {
        definition: countSlo('errors', 'all', {
          errors: 'sum:api.errors{*} by {env}.as_count()',
          all: 'sum:api.requests{*}.as_count()',
        }),
        finds: 'grouped by env, the other by nothing',
      },
    ],
  },
  check({ definition }) {
    const [first, ...rest] = countQueriesOf(definition)
    if (first?.expression === undefined) return
    const wanted = keysIn(first.expression)
    const other = rest.find(({ expression }) => expression !== undefined && keysIn(expression) !== wanted)
    if (other?.expression === undefined) return
    const message = `One query is grouped by ${wanted || 'nothing'}, the other by ${keysIn(other.expression) || 'nothing'}.`
    return { path: other.path, message, hint: 'Group every query by the same keys.' }
  },
})

function keysIn(expression: MetricExpression): string {
  return [...new Set(nodesOfKind(expression, 'tag-key').map(key => key.name))].sort().join(',')
}
