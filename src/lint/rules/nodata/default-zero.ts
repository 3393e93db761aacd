import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, metricMonitor, metricQuery } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nodataDefaultZero = defineRule({
  id: 'nodata/default-zero',
  severity: 'error',
  kinds: ['monitor'],
  title: '`default_zero` and a rule for missing data contradict each other.',
  why: 'With `default_zero` a gap is 0, so data is never missing. Datadog refuses any other `on_missing_data` than `default`.',
  howToFix: 'Set `on_missing_data` to `default`, or leave `default_zero` out.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):default_zero(avg:app.jobs{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 }, on_missing_data: 'default' },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):default_zero(avg:app.jobs{env:prod} by {host}) > 4',
          options: { thresholds: { critical: 4 }, on_missing_data: 'show_no_data' },
        }),
        finds: 'can only be `default`',
      },
      {
        definition: formulaMonitor(
          'formula("default_zero(failed)").last("15m") > 5',
          [metricQuery('failed', 'sum:checkout.failed{env:prod}.as_count()')],
          { options: { on_missing_data: 'resolve' } },
        ),
        finds: 'can only be `default`',
      },
    ],
  },
  ...diagnosed('nodata/default-zero', ({ path }) =>
    path === undefined ? [] : [{ title: 'Write `default`.', edits: [set(path, 'default')] }],
  ),
})
