import { defaultSpaceAggregator } from '../../../catalog/index.js'
import { metricMonitor } from '../../example.js'
import { seriesOf } from '../../facts/series.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const spaceAggregatorDefault = defineRule({
  id: 'query/space-aggregator-default',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The query does not say how sources are joined.',
  why: 'Datadog then averages, which is wrong for counts and hides single outliers. The reader should see the choice.',
  howToFix: 'Write `avg:`, `sum:`, `max:` or `min:` in front of the metric.',
  source: 'https://docs.datadoghq.com/metrics/#space-aggregation',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({ query: 'avg(last_5m):system.load.1{env:prod} by {host} > 4' }),
        finds: '`system.load.1`',
      },
    ],
  },
  check({ definition }) {
    return seriesOf(definition).flatMap(({ series, path }) => {
      if (series.aggregator !== undefined) return []
      const start = { start: series.metric.span.start, end: series.metric.span.start }
      const title = 'Write the average that Datadog takes.'
      return [
        {
          path,
          span: series.metric.span,
          message: `Nothing says how the sources of \`${series.metric.name}\` are joined, so Datadog averages them.`,
          hint: `Write \`${defaultSpaceAggregator}:${series.metric.name}\`, or another aggregation.`,
          fixes: [{ title, edits: [replaceText(path, start, `${defaultSpaceAggregator}:`)] }],
        },
      ]
    })
  },
})
