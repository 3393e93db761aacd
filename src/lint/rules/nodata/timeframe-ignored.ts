import { ignoredTimeframe } from '../../../check/index.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const timeframeIgnored = defineRule({
  id: 'nodata/timeframe-ignored',
  severity: 'info',
  kinds: ['monitor'],
  title: '`no_data_timeframe` has no effect.',
  why: 'The time frame only says when a notification about missing data is sent, and this monitor sends none. It looks as if silence were watched.',
  howToFix: 'Set `notify_no_data` to true if silence matters, otherwise remove `no_data_timeframe`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#no-data',
  examples: {
    good: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 10 },
        }),
      },
      { definition: metricMonitor({ options: { thresholds: { critical: 4 }, notify_no_data: false } }) },
    ],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, notify_no_data: false, no_data_timeframe: 10 },
        }),
        finds: 'has no effect, because `notify_no_data` is false',
      },
    ],
  },
  check({ definition }) {
    const minutes = ignoredTimeframe(definition.options)
    if (minutes === undefined) return
    const path = ['options', 'no_data_timeframe']
    return {
      path,
      message: `\`no_data_timeframe: ${minutes}\` has no effect, because \`notify_no_data\` is ${definition.options?.notify_no_data ?? 'absent'}.`,
      hint: 'Set `notify_no_data` to true if silence means trouble, otherwise remove the time frame.',
      fixes: [{ title: 'Remove `no_data_timeframe`.', edits: [remove(path)] }],
    }
  },
})
