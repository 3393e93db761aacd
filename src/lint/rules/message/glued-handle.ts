import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageGluedHandle = defineRule({
  id: 'message/glued-handle',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A sign stands directly beside a handle.',
  why: 'Datadog takes the sign for a part of the name, or does not see the handle at all. The notification is then dropped without a word.',
  howToFix: 'Leave a blank between the handle and the sign.',
  source: 'https://docs.datadoghq.com/monitors/notify/#notifications',
  examples: {
    good: [{ definition: metricMonitor({ message: 'Load is high. @slack-sre' }) }],
    bad: [
      { definition: metricMonitor({ message: 'Load is high;@slack-sre' }), finds: 'handle' },
      { definition: metricMonitor({ message: 'Tell @slack-sre; now' }), finds: '`;`' },
    ],
  },
  ...diagnosed('message/glued-handle'),
})
