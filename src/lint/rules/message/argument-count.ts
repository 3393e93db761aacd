import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageArgumentCount = defineRule({
  id: 'message/argument-count',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A condition or function of the message has the wrong arguments.',
  why: '`is_match` needs a variable and at least one text; a state asks nothing. With wrong arguments the block is never sent.',
  howToFix: 'Write `{{#is_match "host.name" "db"}}`: first the variable, then each text, all in quotes.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({ message: '{{#is_match "host.name" "db" "sql"}}@slack-db{{/is_match}}' }),
      },
      {
        definition: metricMonitor({
          message: '{{#is_exact_match "host.name" ""}}@slack-sre{{/is_exact_match}}',
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_match "host.name"}}@slack-db{{/is_match}}' }),
        finds: 'at least one text',
      },
      {
        definition: metricMonitor({ message: '{{#is_alert "db"}}@slack-db{{/is_alert}}' }),
        finds: 'takes no argument',
      },
    ],
  },
  ...diagnosed('message/argument-count'),
})
