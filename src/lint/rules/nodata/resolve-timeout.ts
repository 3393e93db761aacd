import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const nodataResolveTimeout = defineRule({
  id: 'nodata/resolve-timeout',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Two rules resolve the monitor without data.',
  why: '`on_missing_data: resolve` resolves at once, so a timeout after hours is never reached. Datadog refuses both together.',
  howToFix: 'Remove `timeout_h`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      { definition: metricMonitor({ options: { thresholds: { critical: 4 }, on_missing_data: 'resolve' } }) },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, on_missing_data: 'resolve', timeout_h: 2 },
        }),
        finds: 'resolves at once',
      },
    ],
  },
  ...diagnosed('nodata/resolve-timeout', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
