import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, logQuery } from '../../example.js'
import { defineRule } from '../../rule.js'

export const formulaVariableTwice = defineRule({
  id: 'formula/variable-twice',
  severity: 'error',
  kinds: ['monitor'],
  title: 'Two variables have the same name.',
  why: 'The formula could mean either of them. Datadog refuses the monitor.',
  howToFix: 'Give each variable its own name.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: formulaMonitor(
          'formula("declined / payments").last("30m") > 0.1',
          [logQuery('declined', '@event:payment @outcome:declined'), logQuery('payments', '@event:payment')],
          { type: 'log alert', name: 'Payments are declined' },
        ),
      },
    ],
    bad: [
      {
        title: 'A query was copied, and only its search was changed.',
        definition: formulaMonitor(
          'formula("payments").last("30m") > 10',
          [logQuery('payments', '@event:payment'), logQuery('payments', '@event:payment @outcome:declined')],
          { type: 'log alert', name: 'Payments are declined' },
        ),
        finds: 'Two variables are named `payments`',
      },
    ],
  },
  ...diagnosed('formula/variable-twice'),
})
