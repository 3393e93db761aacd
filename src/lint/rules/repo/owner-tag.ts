import { metricMonitor } from '../../example.js'
import { hasTag } from '../../facts/tags.js'
import { defineRule } from '../../rule.js'

export const ownerTag = defineRule({
  id: 'repo/owner-tag',
  severity: 'warning',
  kinds: ['monitor', 'slo'],
  title: 'The resource says nothing about who owns it.',
  why: 'In a year nobody remembers who can change or delete it. A tag with the team also lets notification rules, searches and dashboards find it.',
  howToFix: 'Add a tag with your team: `team:sre`. The option `keys` says which tag keys count.',
  source: 'https://docs.datadoghq.com/getting_started/tagging/',
  options: {
    keys: {
      description: 'Tag keys that name an owner; one of them is enough.',
      default: ['team', 'service', 'owner'] as readonly string[],
    },
  },
  examples: {
    good: [
      { definition: metricMonitor({ tags: ['team:sre'] }) },
      { definition: metricMonitor({ tags: ['service:api'] }) },
    ],
    bad: [
      { definition: metricMonitor({ tags: [] }), finds: 'no owner' },
      { definition: metricMonitor({ tags: ['env:prod'] }), options: { keys: ['team'] }, finds: 'no owner' },
    ],
  },
  check({ resource, options }) {
    if (options.keys.some(key => hasTag(resource, key))) return
    const wanted = options.keys.map(key => `\`${key}:…\``).join(' or ')
    return {
      path: ['tags'],
      message: `The ${resource.kind} has no owner: no tag ${wanted}.`,
      hint: `Add ${wanted}.`,
    }
  },
})
