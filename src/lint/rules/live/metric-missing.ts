import { dashboard, metricMonitor, metricSlo } from '../../example.js'
import { metricNames, neededMetricsOf } from '../../facts/live-metrics.js'
import { nearMetric } from '../../facts/near-metric.js'
import { defineRule } from '../../rule.js'

const readAt = '2026-03-01T12:00:00Z'
const loads = { lastDay: ['system.load.1'], lastMonth: ['system.load.1', 'system.load.5'] }
const live = { readAt, objects: {}, ids: {}, metrics: loads }

export const metricMissing = defineRule({
  id: 'live/metric-missing',
  severity: 'warning',
  kinds: ['monitor', 'slo', 'dashboard'],
  needs: 'live',
  title: 'A metric sent nothing for a month.',
  why: 'A monitor or an SLO without data guards nothing, and looks as quiet as one where all is well. A name with a typing error is the usual reason, a renamed metric the next.',
  howToFix:
    'Correct the name. Where the metric only exists when something goes wrong, say so with `default_zero(…)`. In dashboards it is reported as info.',
  source: 'https://docs.datadoghq.com/metrics/summary/',
  examples: {
    good: [
      { definition: metricMonitor(), live },
      {
        title: 'A counter of rare errors may be silent.',
        definition: metricMonitor({
          query: 'sum(last_5m):default_zero(sum:api.panics{env:prod}.as_count()) > 4',
          message: 'Panics. @slack-sre',
        }),
        live,
      },
      {
        title: 'The account does not tell its metrics.',
        definition: metricMonitor(),
        live: { readAt, objects: {}, ids: {} },
      },
    ],
    bad: [
      {
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load1{env:prod} by {host} > 4' }),
        live,
        finds: '`system.load1`',
      },
      {
        definition: metricSlo(),
        live: { ...live, metrics: { lastDay: ['other'], lastMonth: ['other'] } },
        finds: '`api.requests`',
      },
      {
        definition: dashboard(),
        live: { ...live, metrics: { lastDay: [], lastMonth: ['system.load.5'] } },
        finds: '`system.load.1`',
      },
    ],
  },
  check({ resource, live }) {
    const metrics = live?.metrics
    if (metrics === undefined) return
    const { lastMonth } = metricNames(metrics)
    const isShown = resource.kind === 'dashboard'
    return neededMetricsOf(resource)
      .filter(({ metric }) => !lastMonth.has(metric.name))
      .map(({ metric, path }) => {
        const near = nearMetric(metrics, metric.name)
        return {
          path,
          span: metric.span,
          ...(isShown && { severity: 'info' as const }),
          message: `The account had no point of the metric \`${metric.name}\` in the last 30 days.`,
          hint:
            near === undefined
              ? 'Correct the name; where silence is normal, write `default_zero(…)`.'
              : `Did you mean \`${near}\`?`,
        }
      })
  },
})
