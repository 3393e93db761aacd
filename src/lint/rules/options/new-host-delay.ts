import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const optionsNewHostDelay = defineRule({
  id: 'options/new-host-delay',
  severity: 'warning',
  kinds: ['monitor'],
  title: '`new_group_delay` overrides the deprecated `new_host_delay`.',
  why: 'Both say how long new groups are left alone, and only one of them counts. The reader may believe the other.',
  howToFix: 'Remove `new_host_delay`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#new-group-delay',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4 }, new_group_delay: 300 } }) }],
    bad: [
      {
        definition: metricMonitor({
          options: { thresholds: { critical: 4 }, new_host_delay: 600, new_group_delay: 60 },
        }),
        finds: 'overrides',
      },
    ],
  },
  ...diagnosed('options/new-host-delay', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
