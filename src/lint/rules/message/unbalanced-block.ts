import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnbalancedBlock = defineRule({
  id: 'message/unbalanced-block',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A block is not closed, or closed by another name.',
  why: 'Datadog renders such a message badly or not at all: parts are missing, or everybody is told in every state.',
  howToFix: 'Close every block with its own name: `{{#is_alert}} … {{/is_alert}}`.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: '{{#is_alert}}High.{{/is_alert}}{{^is_alert}}Fine.{{/is_alert}} @slack-sre',
        }),
      },
    ],
    bad: [
      { definition: metricMonitor({ message: '{{#is_alert}}High. @slack-sre' }), finds: 'never closed' },
      {
        definition: metricMonitor({ message: '{{#is_alert}}High.{{/is_alrt}} @slack-sre' }),
        finds: 'is_alrt',
      },
    ],
  },
  ...diagnosed('message/unbalanced-block'),
})
