import { uncountedSeries } from '../../../check/index.js'
import { metricSlo } from '../../example.js'
import { countQueriesOf } from '../../facts/slo-queries.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const sloAsCount = defineRule({
  id: 'slo/as-count',
  severity: 'error',
  kinds: ['slo'],
  title: 'A metric SLO divides rates or averages instead of counts.',
  why: 'The SLI is the number of good events over the number of all events. Without `.as_count()` Datadog averages rates over time, which weighs a quiet night like a busy day, and refuses most such queries.',
  howToFix: 'Add `.as_count()` to every metric.',
  source: 'https://docs.datadoghq.com/service_level_objectives/metric/#define-queries',
  examples: {
    good: [
      { definition: metricSlo() },
      {
        title: 'Distributions are counted by a comparison of their values.',
        definition: metricSlo({
          query: {
            numerator: 'count(v: v<=2):api.latency{*}.as_count()',
            denominator: 'count:api.latency{*}.as_count()',
          },
        }),
      },
    ],
    bad: [
      {
        definition: metricSlo({
          query: { numerator: 'sum:api.ok{*}', denominator: 'sum:api.requests{*}.as_count()' },
        }),
        finds: '`api.ok` is not counted',
      },
    ],
  },
  check({ definition }) {
    return countQueriesOf(definition).flatMap(({ expression, path }) => {
      if (expression === undefined) return []
      return uncountedSeries(expression).map(series => {
        const end = { start: series.span.end, end: series.span.end }
        return {
          path,
          span: series.span,
          message: `\`${series.metric.name}\` is not counted: without \`.as_count()\` the SLO divides averages.`,
          hint: 'Add `.as_count()`.',
          fixes: [{ title: 'Count it.', edits: [replaceText(path, end, '.as_count()')] }],
        }
      })
    })
  },
})
