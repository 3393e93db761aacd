import { optionNamed } from '../../../catalog/index.js'
import { metricMonitor } from '../../example.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const redundantDefault = defineRule({
  id: 'options/redundant-default',
  severity: 'info',
  set: 'strict',
  kinds: ['monitor'],
  title: 'An option says what the account does anyway.',
  why: 'Every option that equals the default is one more line between the reader and the decision that matters. Exported definitions are full of them.',
  howToFix: 'Remove the option.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4 }, include_tags: false } }) }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, include_tags: true } }),
        finds: '`include_tags: true` is the default',
      },
    ],
  },
  check({ definition }) {
    const options = definition.options ?? {}
    return Object.entries(options)
      .filter(([name, value]) => isDefault(name, value))
      .map(([name, value]) => ({
        path: ['options', name],
        message: `\`${name}: ${JSON.stringify(value)}\` is the default.`,
        hint: 'Remove the option.',
        fixes: [{ title: `Remove \`${name}\`.`, edits: [remove(['options', name])] }],
      }))
  },
})

function isDefault(name: string, value: unknown): boolean {
  const facts = optionNamed(name)?.serverDefault
  // The delay of new hosts is the default only where no other delay is given, which its own rule looks at.
  return (
    facts !== undefined &&
    facts.value === value &&
    facts.when !== 'without new_group_delay and new_host_delay'
  )
}
