import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnclosedBraces = defineRule({
  id: 'message/unclosed-braces',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Braces are never closed.',
  why: 'Everything behind them may be taken for a part of the variable. The rest of the message, with its handles, is lost.',
  howToFix: 'Write `}}` where the variable ends.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{host.name}} @slack-sre' }) }],
    bad: [
      { definition: metricMonitor({ message: '@slack-sre Load of {{host.name' }), finds: 'never closed' },
    ],
  },
  ...diagnosed('message/unclosed-braces'),
})
