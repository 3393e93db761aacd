import { serviceCheck } from '../../example.js'
import { variablesOf } from '../../facts/message-parts.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const escapedCheckMessage = defineRule({
  id: 'message/escaped-check-message',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The text of a check is HTML-encoded.',
  why: 'Two braces encode `&`, `<` and quotes, which breaks every URL in the text that the check reports. Three braces keep it as it is.',
  howToFix: 'Write `{{{check_message}}}` with three braces.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#check-monitor-variables',
  examples: {
    good: [{ definition: serviceCheck({ message: '{{{check_message}}} @slack-sre' }) }],
    bad: [{ definition: serviceCheck({ message: '{{check_message}} @slack-sre' }), finds: 'HTML-encoded' }],
  },
  *check({ definition }) {
    for (const { part, template } of variablesOf(definition)) {
      if (part.triple || part.path.join('.') !== 'check_message') continue
      const title = 'Write three braces.'
      yield {
        path: template.path,
        span: part.span,
        message: '`{{check_message}}` is HTML-encoded, which breaks the URLs in it.',
        hint: 'Write `{{{check_message}}}`.',
        fixes: [{ title, edits: [replaceText(template.path, part.span, '{{{check_message}}}')] }],
      }
    }
  },
})
