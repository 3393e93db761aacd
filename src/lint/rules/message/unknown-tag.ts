import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnknownTag = defineRule({
  id: 'message/unknown-tag',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Something in braces is neither variable nor block nor function.',
  why: 'Datadog renders nothing for it, or shows it as it stands.',
  howToFix: 'Write a variable, `{{host.name}}`, or a block, `{{#is_alert}}`.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{host.name}} @slack-sre' }) }],
    bad: [
      { definition: metricMonitor({ message: '{{host name!}} @slack-sre' }), finds: 'no tag of a template' },
    ],
  },
  ...diagnosed('message/unknown-tag'),
})
