import { isMetricType } from '../../../catalog/index.js'
import { type MonitorDefinition, queryOf } from '../../../model/index.js'
import { logMonitor, metricMonitor } from '../../example.js'
import { seriesOf } from '../../facts/series.js'
import { defineRule } from '../../rule.js'

export const starScope = defineRule({
  id: 'query/star-scope',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The query reads every source of the account.',
  why: 'Test machines and other environments count like production. An average over all of them hides the one that is in trouble, and a maximum alerts about machines that nobody minds.',
  howToFix: 'Filter by environment or service, `{env:prod}`, or group by what you want to tell apart.',
  source: 'https://docs.datadoghq.com/metrics/advanced-filtering/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{*} > 4',
          message: 'High. @slack-sre',
        }),
        finds: 'one line for all sources',
      },
      {
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load.1{*} by {host} > 4' }),
        finds: 'every source',
      },
      {
        definition: logMonitor({
          query: 'logs("*").index("*").rollup("count").by("env").last("5m") > 100',
        }),
        finds: 'every event',
      },
    ],
  },
  check({ definition }) {
    if (!isMetricType(definition.type)) return wideSearch(definition)
    const wide = seriesOf(definition).find(
      ({ series }) => (series.scope?.filter.kind ?? 'filter-all') === 'filter-all',
    )
    if (wide === undefined) return
    const { series, path } = wide
    const isOne = series.groupBy === undefined
    return {
      path,
      span: series.scope?.span ?? series.span,
      message: `\`${series.metric.name}\` is read from every source of the account${isOne ? ', as one line for all sources' : ''}.`,
      hint: `Filter it, for example \`{env:prod}\`${isOne ? ', or group it to find the culprit' : ''}.`,
    }
  },
})

/** `logs("*")` is to events what `{*}` is to metrics. */
function wideSearch(definition: MonitorDefinition) {
  const query = queryOf(definition).node
  if (query?.kind !== 'event-monitor' || query.search.expression.kind !== 'search-all') return
  return {
    path: ['query'],
    span: query.search.span,
    message: `The search of \`${query.source}\` takes every event of the account.`,
    hint: 'Say which, for example `service:checkout status:error`.',
  }
}
