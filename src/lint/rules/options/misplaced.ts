import { monitorOptionNames, optionNamed } from '../../../catalog/index.js'
import type { MonitorDefinition } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { type Fix, remove, set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const optionsMisplaced = defineRule({
  id: 'options/misplaced',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'An option stands beside the options.',
  why: 'Datadog reads it among `options` only. Where it stands it does nothing, and the monitor has the default instead.',
  howToFix: 'Move it into `options`.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4 }, timeout_h: 12 } }) }],
    bad: [{ definition: { ...metricMonitor(), timeout_h: 12 }, finds: '`timeout_h` belongs to the options' }],
  },
  check({ definition }) {
    return Object.keys(definition)
      .filter(name => names.has(name) && (definition[name] ?? null) !== null)
      .map(name => ({
        path: [name],
        message: `\`${name}\` belongs to the options, not to the monitor itself.`,
        hint: `Write \`${name}\` inside \`options\`.`,
        fixes: moved(definition, name),
      }))
  },
})

/** What an author writes; accounts answer with some of the others at the top. */
const names: ReadonlySet<string> = new Set(
  monitorOptionNames.filter(name => {
    const { readOnly, deprecated } = optionNamed(name) ?? {}
    return readOnly === undefined && deprecated === undefined
  }),
)

function moved(definition: MonitorDefinition, name: string): readonly Fix[] {
  const value = definition[name]
  if (value === undefined || name in (definition.options ?? {})) return []
  return [{ title: 'Move it into `options`.', edits: [remove([name]), set(['options', name], value)] }]
}
