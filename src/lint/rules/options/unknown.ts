import { monitorOptionNames } from '../../../catalog/index.js'
import { nearest } from '../../../diagnostic/index.js'
import { valueAt } from '../../../model/index.js'
import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { remove, set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const renamed: FixesFor = ({ path }, definition) => {
  const name = path?.at(-1)
  // A threshold has other names, and lies deeper.
  const isOption = typeof name === 'string' && path?.length === 2
  const meant = isOption ? nearest(name, monitorOptionNames) : undefined
  const value = path && valueAt(definition, path)
  if (path === undefined || meant === undefined || value === undefined || meant in (definition.options ?? {}))
    return []
  return [{ title: `Rename it to \`${meant}\`.`, edits: [remove(path), set(['options', meant], value)] }]
}

export const optionsUnknown = defineRule({
  id: 'options/unknown',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'An option looks like a typing error, or like a member of the monitor.',
  why: 'Datadog ignores or refuses names that it does not know. The option that was meant is then missing.',
  howToFix: 'Write the name as the documentation does.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, priority: 2 } }),
        finds: '`priority` belongs to the monitor',
      },
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, renotify_intervall: 60 } }),
        finds: 'no option `renotify_intervall`',
      },
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4, critical_recovry: 3 } } }),
        finds: 'no threshold `critical_recovry`',
      },
    ],
  },
  ...diagnosed('options/unknown', renamed),
})
