import { metricMonitor } from '../../example.js'
import { metricNames, neededMetricsOf } from '../../facts/live-metrics.js'
import { defineRule } from '../../rule.js'

const live = {
  readAt: '2026-03-01T12:00:00Z',
  objects: {},
  ids: {},
  metrics: { lastDay: ['system.load.5'], lastMonth: ['system.load.1', 'system.load.5'] },
}

export const metricStale = defineRule({
  id: 'live/metric-stale',
  severity: 'info',
  kinds: ['monitor', 'slo'],
  needs: 'live',
  title: 'A metric stopped sending.',
  why: 'It sent points this month, but none in the last day. Whoever sent it may be gone, and what rests on it with it.',
  howToFix:
    'See why it stopped, or delete what rests on it. Where silence is normal, say so with `default_zero(…)`.',
  source: 'https://docs.datadoghq.com/metrics/summary/',
  examples: {
    good: [
      {
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load.5{env:prod} by {host} > 4' }),
        live,
      },
      {
        title: 'A metric that never sent anything has a rule of its own.',
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load.15{env:prod} by {host} > 4' }),
        live,
      },
      {
        definition: metricMonitor({
          query: 'avg(last_5m):default_zero(avg:system.load.1{env:prod} by {host}) > 4',
        }),
        live,
      },
    ],
    bad: [{ definition: metricMonitor(), live, finds: '`system.load.1`' }],
  },
  check({ resource, live }) {
    if (live?.metrics === undefined) return
    const { lastDay, lastMonth } = metricNames(live.metrics)
    return neededMetricsOf(resource)
      .filter(({ metric: { name } }) => lastMonth.has(name) && !lastDay.has(name))
      .map(({ metric, path }) => ({
        path,
        span: metric.span,
        message: `The metric \`${metric.name}\` sent points this month, but none in the last day.`,
        hint: 'See why it stopped; where silence is normal, write `default_zero(…)`.',
      }))
  },
})
