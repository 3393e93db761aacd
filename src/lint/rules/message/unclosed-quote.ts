import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnclosedQuote = defineRule({
  id: 'message/unclosed-quote',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A quoted text in the message has no end.',
  why: 'The condition or function cannot be read and renders nothing.',
  howToFix: 'Write the closing quote.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/',
  examples: {
    good: [
      { definition: metricMonitor({ message: '{{#is_match "host.name" "db"}}@slack-db{{/is_match}}' }) },
    ],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_match "host.name" "db}}@slack-db{{/is_match}}' }),
        finds: 'no closing quote',
      },
    ],
  },
  ...diagnosed('message/unclosed-quote'),
})
