import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor, logQuery, metricQuery } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const formulaVariableUnused = defineRule({
  id: 'formula/variable-unused',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A variable is asked but not used.',
  why: 'It costs a query at every evaluation and changes nothing. Often the formula was meant to divide by it.',
  howToFix: 'Use it in the formula, or remove it.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [
      {
        definition: formulaMonitor('formula("default_zero(full) / disks").last("15m") > 0.5', [
          metricQuery('full', 'count_nonzero(cutoff_min(max:system.disk.in_use{env:prod} by {host}, 0.9))'),
          metricQuery('disks', 'count_not_null(max:system.disk.in_use{env:prod} by {host})'),
        ]),
      },
    ],
    bad: [
      {
        title: 'The number of sign-ins is asked, but errors are not divided by it.',
        definition: formulaMonitor(
          'formula("refused").last("15m") > 100',
          [logQuery('refused', '@event:login @outcome:refused'), logQuery('logins', '@event:login')],
          { type: 'log alert', name: 'Sign-ins are refused' },
        ),
        finds: '`logins` is not used',
      },
    ],
  },
  ...diagnosed('formula/variable-unused', ({ path }) =>
    path === undefined ? [] : [{ title: 'Remove it.', edits: [remove(path)] }],
  ),
})
