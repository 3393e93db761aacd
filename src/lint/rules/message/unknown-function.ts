import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnknownFunction = defineRule({
  id: 'message/unknown-function',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The message calls a function that Datadog does not have.',
  why: 'Datadog knows `eval`, `local_time`, `urlencode` and `override_priority`. Any other renders nothing.',
  howToFix: 'Write one of these.',
  source: 'https://docs.datadoghq.com/monitors/guide/template-variable-evaluation/',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{urlencode "host.name"}} @slack-sre' }) }],
    bad: [
      { definition: metricMonitor({ message: '{{urlencod "host.name"}} @slack-sre' }), finds: '`urlencod`' },
    ],
  },
  ...diagnosed('message/unknown-function'),
})
