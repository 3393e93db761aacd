import { channelNamed } from '../../../catalog/index.js'
import { notifiesNoData } from '../../../check/index.js'
import { metricMonitor } from '../../example.js'
import { groupsOf } from '../../facts/groups.js'
import { handlesOf } from '../../facts/handles.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const noAutoresolve = defineRule({
  id: 'nodata/no-autoresolve',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A page about a vanished group is never closed.',
  why: 'A host that was shut down for good never sends data again, so its page about missing data stays open. `timeout_h` closes it after some hours.',
  howToFix: 'Set `timeout_h` to a number of hours, for example 24.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#auto-resolve',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: 'Load is high. @pagerduty-sre',
          options: {
            thresholds: { critical: 4 },
            notify_no_data: true,
            no_data_timeframe: 10,
            timeout_h: 24,
          },
        }),
      },
      {
        title: 'An ungrouped metric comes back or is a real outage.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} > 4',
          message: 'Load is high. @pagerduty-sre',
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 10 },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: 'Load is high. @pagerduty-sre',
          options: { thresholds: { critical: 4 }, notify_no_data: true, no_data_timeframe: 10 },
        }),
        finds: 'never closed',
      },
    ],
  },
  check({ definition }) {
    if (!notifiesNoData(definition.options) || (definition.options?.timeout_h ?? 0) > 0) return
    const opened = handlesOf(definition).find(
      ({ part, transitions }) => channelNamed(part.channel)?.staysOpen && transitions.includes('no data'),
    )
    const { keys } = groupsOf(definition)
    if (opened === undefined || keys.length === 0) return
    const path = ['options', 'timeout_h']
    return {
      path,
      message: `When a ${keys.join(' and ')} is gone for good, what \`${opened.part.text}\` opened about its missing data is never closed.`,
      hint: 'Set `timeout_h`, for example to 24.',
      fixes: [{ title: 'Close after 24 hours without data.', edits: [set(path, 24)] }],
    }
  },
})
