import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageStrayElse = defineRule({
  id: 'message/stray-else',
  severity: 'error',
  kinds: ['monitor'],
  title: 'An `{{else}}` belongs to no block, or is the second of one.',
  why: 'A block has one other case. The text behind a stray `{{else}}` is sent in the wrong states.',
  howToFix: 'Write a block of its own for each further case.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      { definition: metricMonitor({ message: '{{#is_alert}}High.{{else}}Fine.{{/is_alert}} @slack-sre' }) },
    ],
    bad: [{ definition: metricMonitor({ message: 'High. {{else}} Fine. @slack-sre' }), finds: 'else' }],
  },
  ...diagnosed('message/stray-else'),
})
