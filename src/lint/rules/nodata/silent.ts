import { silentCheck, silentHeartbeat } from '../../../check/index.js'
import { queryOf } from '../../../model/index.js'
import { metricMonitor, serviceCheck } from '../../example.js'
import { judgedQueryOf } from '../../facts/condition.js'
import { seriesOf } from '../../facts/series.js'
import { defineRule } from '../../rule.js'

export const silent = defineRule({
  id: 'nodata/silent',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A heartbeat that stops is not noticed.',
  why: 'The monitor alerts when a sign of life falls below 1. A service that dies sends nothing instead of 0, and without data this monitor stays silent.',
  howToFix: "Set `on_missing_data: 'show_and_notify_no_data'` (or `notify_no_data: true` with a time frame).",
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'max(last_5m):max:worker.heartbeat{env:prod} by {host} < 1',
          options: { thresholds: { critical: 1 }, on_missing_data: 'show_and_notify_no_data' },
        }),
      },
      {
        title: 'With `default_zero` silence is 0.',
        definition: metricMonitor({
          query: 'max(last_5m):default_zero(max:worker.heartbeat{env:prod} by {host}) < 1',
          options: { thresholds: { critical: 1 } },
        }),
      },
      {
        title: 'With the default, missing data of a count is compared as 0.',
        definition: metricMonitor({
          query: 'sum(last_1d):sum:cron.heartbeat{job:nightly} by {host}.as_count() < 1',
          options: { thresholds: { critical: 1 }, on_missing_data: 'default' },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'max(last_5m):max:worker.heartbeat{env:prod} by {host} < 1',
          options: { thresholds: { critical: 1 } },
        }),
        finds: 'nobody is told when `worker.heartbeat` stops',
      },
      {
        title: 'An Agent that is gone does not say so.',
        definition: serviceCheck({
          query: '"datadog.agent.up".over("env:prod").by("host").last(2).count_by_status()',
          options: { thresholds: { critical: 1 } },
        }),
        finds: '`datadog.agent.up` only ever says OK',
      },
    ],
  },
  check({ definition }) {
    const check = silentCheck(queryOf(definition).node, definition.options)
    if (check !== undefined) {
      return {
        path: ['query'],
        span: check.span,
        message: `\`${check.value}\` only ever says OK: when it stops, nobody is told.`,
        hint: 'Set `notify_no_data: true` and `no_data_timeframe`.',
      }
    }
    const query = judgedQueryOf(definition)
    const { condition } = query
    const heartbeat = silentHeartbeat(query, definition.options)
    const beat = seriesOf(definition).find(({ series }) => series === heartbeat)
    if (condition === undefined || beat === undefined) return
    return {
      path: beat.path,
      span: beat.series.metric.span,
      message: `The monitor waits for a value below ${condition.threshold.kind === 'number' ? condition.threshold.text : ''}, but nobody is told when \`${beat.series.metric.name}\` stops.`,
      hint: "Set `on_missing_data: 'show_and_notify_no_data'`.",
    }
  },
})
