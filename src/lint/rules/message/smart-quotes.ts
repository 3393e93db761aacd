import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageSmartQuotes = defineRule({
  id: 'message/smart-quotes',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An argument has typographic quotes.',
  why: 'Only straight quotes quote an argument. Typographic ones come from chat programs and word processors.',
  howToFix: 'Write straight quotes.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/',
  examples: {
    good: [
      { definition: metricMonitor({ message: '{{#is_match "host.name" "db"}}@slack-db{{/is_match}}' }) },
    ],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_match “host.name” "db"}}@slack-db{{/is_match}}' }),
        finds: 'Typographic quotes',
      },
    ],
  },
  ...diagnosed('message/smart-quotes'),
})
