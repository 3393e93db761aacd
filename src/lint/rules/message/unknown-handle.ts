import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnknownHandle = defineRule({
  id: 'message/unknown-handle',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A handle belongs to no integration that dogma knows.',
  why: 'Handles of people are e-mail addresses, and those of integrations begin with their name. Others may tell nobody, or are mentions of Slack.',
  howToFix: 'Write an e-mail address, `@slack-channel`, `@pagerduty-service` and so on.',
  source: 'https://docs.datadoghq.com/monitors/notify/#notifications',
  examples: {
    good: [{ definition: metricMonitor({ message: 'Load is high. @slack-sre' }) }],
    bad: [
      { definition: metricMonitor({ message: 'Load is high. @slak-sre' }), finds: '`@slak-sre`' },
      { definition: metricMonitor({ message: 'Load is high. @here @slack-sre' }), finds: 'mention of Slack' },
    ],
  },
  ...diagnosed('message/unknown-handle'),
})
