import { diagnosed } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const messageUnknownConditional = defineRule({
  id: 'message/unknown-conditional',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A conditional block has a name that Datadog does not know.',
  why: 'An unknown condition is never true, so its text and its handles are never sent. Most are typing errors.',
  howToFix: 'Write one of the documented conditions: `is_alert`, `is_warning`, `is_no_data`, `is_recovery`, `is_match` and so on.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{#is_alert}}High.{{/is_alert}} @slack-sre' }) }],
    bad: [{ definition: metricMonitor({ message: '{{#is_alrt}}High.{{/is_alrt}} @slack-sre' }), finds: '`is_alrt`' }],
  },
  check: diagnosed('message/unknown-conditional'),
})
