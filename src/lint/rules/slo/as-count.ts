import type { MetricNode, Series } from '../../../query/index.js'
import { metricSlo } from '../../example.js'
import { nodesOfKind } from '../../facts/nodes.js'
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
      const counted = countedSeries(expression)
      const uncounted = nodesOfKind(expression, 'series').filter(
        series => !counted.has(series) && !countsValues(series),
      )
      return uncounted.map(series => {
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

/** The selectors below a chain of methods that holds `as_count`. */
function countedSeries(expression: MetricNode): ReadonlySet<MetricNode> {
  const counted = new Set<MetricNode>()
  for (const method of nodesOfKind(expression, 'method')) {
    let target = method.target
    const names = [method.name]
    while (target.kind === 'method') {
      names.push(target.name)
      target = target.target
    }
    if (names.includes('as_count')) counted.add(target)
  }
  return counted
}

// `count:` and `count(v: …):` give numbers of events already.
function countsValues(series: Series): boolean {
  return series.aggregator?.name === 'count'
}
