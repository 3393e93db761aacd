import type { ResourceKind } from '../../../model/index.js'
import { dashboard, metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const emptyName = defineRule({
  id: 'message/empty-name',
  severity: 'error',
  kinds: ['monitor', 'slo', 'dashboard'],
  title: 'The resource has no name.',
  why: 'The name is the subject of every notification and the only thing a person sees in a list. Without one nobody knows what went wrong until they open it.',
  howToFix: 'Name the problem in the words of the person who is woken up: “Checkout answers slowly”.',
  source: 'https://docs.datadoghq.com/monitors/notify/#configure-notifications-and-automations',
  examples: {
    good: [{ definition: metricMonitor({ name: 'Load is high' }) }],
    bad: [
      { definition: metricMonitor({ name: '' }), finds: 'has no name' },
      {
        title: 'The account takes a dashboard without a title: a warning.',
        definition: dashboard({ title: '' }),
        finds: 'has no title',
      },
      { title: 'Blanks are not a name.', definition: metricMonitor({ name: '  ' }), finds: 'has no name' },
    ],
  },
  check({ resource }) {
    const field = resource.kind === 'dashboard' ? 'title' : 'name'
    const name = resource.definition[field]
    if (typeof name === 'string' && name.trim() !== '') return
    return {
      path: [field],
      message: `The ${resource.kind === 'slo' ? 'SLO' : resource.kind} has no ${field}.`,
      hint: hints[resource.kind],
      ...(isAccepted(resource.kind, name) && { severity: 'warning' as const }),
    }
  },
})

/**
 * The API takes a dashboard with an empty title, and a definition without the field, which some tools add themselves; an
 * SLO is refused: “Minimum length of parameter 'name' should be 1”.
 */
function isAccepted(kind: ResourceKind, name: unknown): boolean {
  return kind === 'dashboard' || name === undefined || name === null
}

const hints: Readonly<Record<ResourceKind, string>> = {
  monitor: 'Name what is wrong when somebody reads it, for example “Checkout answers slowly”.',
  slo: 'Name what users can rely on, for example “Checkout answers within a second”.',
  dashboard: 'Name what it shows, for example “Checkout”.',
}
