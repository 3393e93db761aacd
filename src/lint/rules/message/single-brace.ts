import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageSingleBrace = defineRule({
  id: 'message/single-brace',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A tag has one brace instead of two, or full-width braces.',
  why: 'Datadog sends it as it stands. The reader sees `{host.name}` instead of the host.',
  howToFix: 'Write two plain braces on each side.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{host.name}} @slack-sre' }) }],
    bad: [{ definition: metricMonitor({ message: '{host.name} @slack-sre' }), finds: 'sent as it stands' }],
  },
  ...diagnosed('message/single-brace'),
})
