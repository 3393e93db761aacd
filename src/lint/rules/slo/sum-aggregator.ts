import { countSlo, metricSlo } from '../../example.js'
import { nodesOfKind } from '../../facts/nodes.js'
import { countQueriesOf } from '../../facts/slo-queries.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const sumAggregator = defineRule({
  id: 'slo/sum-aggregator',
  severity: 'error',
  kinds: ['slo'],
  title: 'Events of a metric SLO are not summed.',
  why: 'An SLI is a number of events, and events of several hosts are added. `avg`, `min` and `max` drop most of them, and Datadog refuses the query.',
  howToFix: 'Write `sum:` in front of the metric.',
  source: 'https://docs.datadoghq.com/service_level_objectives/metric/#define-queries',
  examples: {
    good: [{ definition: metricSlo() }],
    bad: [
      {
        definition: countSlo('good', 'all', {
          good: 'api.ok{*}.as_count()',
          all: 'sum:api.requests{*}.as_count()',
        }),
        finds: '`api.ok` has no space aggregator',
      },
      {
        definition: metricSlo({
          query: { numerator: 'avg:api.ok{*}.as_count()', denominator: 'sum:api.requests{*}.as_count()' },
        }),
        finds: '`avg:` does not add',
      },
    ],
  },
  check({ definition }) {
    return countQueriesOf(definition).flatMap(({ expression, path }) => {
      const series = expression === undefined ? [] : nodesOfKind(expression, 'series')
      return series.flatMap(({ aggregator, span: { start }, metric }) => {
        if (aggregator !== undefined && !wrong.has(aggregator.name)) return []
        const span = aggregator?.span ?? { start, end: start }
        const edit = replaceText(path, span, aggregator === undefined ? 'sum:' : 'sum')
        const message =
          aggregator === undefined
            ? `\`${metric.name}\` has no space aggregator, so sources are averaged instead of added.`
            : `\`${aggregator.name}:\` does not add the events of all sources.`
        const fixes = [{ title: 'Sum the events.', edits: [edit] }]
        return [{ path, span, message, hint: 'Write `sum:`.', fixes }]
      })
    })
  },
})

const wrong: ReadonlySet<string> = new Set(['avg', 'min', 'max', 'last'])
