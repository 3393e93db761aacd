import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageHandleSyntax = defineRule({
  id: 'message/handle-syntax',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A handle does not name anybody.',
  why: 'The integration finds no channel or service for such a handle and drops the notification without a word. The message looks as if somebody were told.',
  howToFix: 'Write the whole handle as the integration lists it: `@slack-sre`, `@opsgenie-checkout`.',
  source: 'https://docs.datadoghq.com/monitors/notify/#notifications',
  examples: {
    good: [
      { definition: metricMonitor({ message: 'Load is high. @slack-sre @sre@example.com' }) },
      {
        title: 'The name may come from a tag.',
        definition: metricMonitor({ message: '@slack-{{host.name}}' }),
      },
    ],
    bad: [{ definition: metricMonitor({ message: 'Load is high. @slack-' }), finds: 'names no recipient' }],
  },
  ...diagnosed('message/handle-syntax'),
})
