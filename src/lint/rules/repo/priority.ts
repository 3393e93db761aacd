import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const priority = defineRule({
  id: 'repo/priority',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The monitor has no priority.',
  why: 'Priorities sort the list of alerts when many fire at once, and routing can ask for them. Without one everything is equally urgent.',
  howToFix: 'Set `priority` from 1 (wake somebody) to 5 (for information).',
  source: 'https://docs.datadoghq.com/monitors/configuration/#metadata',
  examples: {
    good: [{ definition: metricMonitor({ priority: 2 }) }],
    bad: [{ definition: metricMonitor({ priority: null }), finds: 'no priority' }],
  },
  check({ definition }) {
    if (typeof definition.priority === 'number') return
    return {
      path: ['priority'],
      message: 'The monitor has no priority.',
      hint: 'Set `priority` from 1 to 5.',
    }
  },
})
