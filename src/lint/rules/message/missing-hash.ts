import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageMissingHash = defineRule({
  id: 'message/missing-hash',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A block is opened without `#`.',
  why: 'Without the sign Datadog reads a variable and renders nothing. The text that follows is sent in every state.',
  howToFix: 'Write `{{#is_alert}}`.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{#is_alert}}High.{{/is_alert}} @slack-sre' }) }],
    bad: [
      {
        definition: metricMonitor({ message: '{{is_alert}}High.{{/is_alert}} @slack-sre' }),
        finds: 'opens a block',
      },
    ],
  },
  ...diagnosed('message/missing-hash'),
})
