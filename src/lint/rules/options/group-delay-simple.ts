import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const optionsGroupDelaySimple = defineRule({
  id: 'options/group-delay-simple',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A monitor without groups waits for new groups.',
  why: '`new_group_delay` is about groups that appear, and this query has none. Datadog refuses the monitor.',
  howToFix: 'Remove it, or group the query.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#new-group-delay',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4 }, new_group_delay: 60 } }) }],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} > 4',
          options: { thresholds: { critical: 4 }, new_group_delay: 60 },
        }),
        finds: 'groups by nothing',
      },
      {
        title: '`count_nonzero` leaves one number and no groups.',
        definition: metricMonitor({
          query: 'avg(last_5m):count_nonzero(avg:worker.running{env:prod} by {host}) < 3',
          message: 'Few workers are left. @slack-sre',
          options: { thresholds: { critical: 3 }, new_group_delay: 60 },
        }),
        finds: 'groups by nothing',
      },
    ],
  },
  ...diagnosed('options/group-delay-simple', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
