import { metricMonitor } from '../../example.js'
import { syntaxReports } from '../../facts/syntax.js'
import { defineRule } from '../../rule.js'

const deep = 250

export const messageSyntax = defineRule({
  id: 'message/syntax',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The message cannot be read to its end.',
  why: 'What lies behind the place is sent as it stands, with its braces. Handles in it may tell nobody, or everybody.',
  howToFix: 'Correct the message at the place that the finding shows.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        title: 'Hundreds of nested blocks.',
        definition: metricMonitor({
          message: `${'{{#is_match "host.name" "a"}}'.repeat(deep)}@slack-sre${'{{/is_match}}'.repeat(deep)}`,
        }),
        finds: 'nested more than',
      },
    ],
  },
  check(context) {
    return syntaxReports(context, 'template', 'error').slice(0, 1)
  },
})
