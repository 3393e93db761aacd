import { diagnosed } from '../../diagnosed.js'
import { compositeMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const compositeCount = defineRule({
  id: 'composite/count',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A composite has one member, or more than ten.',
  why: 'Datadog takes at most ten monitors in one composite. With a single one it tells nothing that the member does not tell itself.',
  howToFix: 'Add the other condition, or split the composite.',
  source: 'https://docs.datadoghq.com/monitors/types/composite/',
  examples: {
    good: [{ definition: compositeMonitor() }],
    bad: [
      {
        definition: compositeMonitor({ query: '1 && 2 && 3 && 4 && 5 && 6 && 7 && 8 && 9 && 10 && 11' }),
        finds: '11 members',
      },
      { definition: compositeMonitor({ query: '${monitor:load}' }), finds: 'one monitor' },
    ],
  },
  ...diagnosed('composite/count'),
})
