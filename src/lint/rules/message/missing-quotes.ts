import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageMissingQuotes = defineRule({
  id: 'message/missing-quotes',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An argument has no quotes.',
  why: 'Datadog reads arguments in quotes only. Without them the condition is never true or the function renders nothing.',
  howToFix: 'Put the argument in quotes.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      { definition: metricMonitor({ message: '{{#is_match "host.name" "db"}}@slack-db{{/is_match}}' }) },
    ],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_match "host.name" db}}@slack-db{{/is_match}}' }),
        finds: 'needs quotes',
      },
    ],
  },
  ...diagnosed('message/missing-quotes'),
})
