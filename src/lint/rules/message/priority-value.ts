import type { MessageNode, MessagePart } from '../../../query/index.js'
import { metricMonitor } from '../../example.js'
import { partsOf } from '../../facts/message-parts.js'
import { defineRule } from '../../rule.js'

export const priorityValue = defineRule({
  id: 'message/priority-value',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A priority in the message is none of P1 to P5.',
  why: 'Datadog knows the priorities P1 to P5 only. Any other word makes the condition false or the override void.',
  howToFix: "Write the priority as `'P1'` to `'P5'`.",
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [{ definition: metricMonitor({ message: "{{#is_priority 'P1'}}@pagerduty-sre{{/is_priority}}" }) }],
    bad: [
      {
        definition: metricMonitor({ message: "{{#is_priority '1'}}@pagerduty-sre{{/is_priority}}" }),
        finds: '`1`',
      },
      { definition: metricMonitor({ message: "{{override_priority 'P7'}} @slack-sre" }), finds: '`P7`' },
    ],
  },
  *check({ definition }) {
    for (const { part, template } of partsOf(definition)) {
      const argument = priorityOf(part)
      if (argument?.kind !== 'string' || /^P[1-5]$/i.test(argument.value) || argument.value.includes('{{'))
        continue
      const message = `\`${argument.value}\` is not a priority.`
      yield { path: template.path, span: argument.span, message, hint: 'Write one of P1, P2, P3, P4, P5.' }
    }
  },
})

function priorityOf(part: MessagePart): MessageNode | undefined {
  const takesPriority =
    (part.kind === 'message-block' && part.name === 'is_priority') ||
    (part.kind === 'message-function' && part.name === 'override_priority')
  return takesPriority ? part.arguments[0] : undefined
}
