import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const lockedDeprecated = defineRule({
  id: 'options/locked-deprecated',
  severity: 'warning',
  kinds: ['monitor'],
  title: '`locked` is deprecated.',
  why: 'Datadog replaced it by roles and restriction policies, which say who may edit. A lock in the definition promises a protection that is going away.',
  howToFix:
    'Remove `locked`; where editing must be restricted, use `restricted_roles` or a restriction policy.',
  source: 'https://docs.datadoghq.com/api/latest/restriction-policies/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, locked: true } }),
        finds: '`locked` is deprecated',
      },
    ],
  },
  check({ definition }) {
    if (definition.options?.locked === undefined) return
    const path = ['options', 'locked']
    return {
      path,
      message: '`locked` is deprecated.',
      hint: 'Remove it; a restriction policy says who may edit.',
      fixes: [{ title: 'Remove `locked`.', edits: [remove(path)] }],
    }
  },
})
