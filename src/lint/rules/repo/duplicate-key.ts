import { addressOf } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { byAddress } from '../../facts/references.js'
import { defineRule } from '../../rule.js'

export const duplicateKey = defineRule({
  id: 'repo/duplicate-key',
  severity: 'error',
  kinds: ['monitor', 'slo', 'dashboard'],
  title: 'Two resources of a kind have the same key.',
  why: 'The key is how dogma finds the live object of a definition. With one key for two definitions each apply would overwrite the other.',
  howToFix: 'Give one of them another key.',
  examples: {
    good: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'monitor', key: 'disk', management: {}, definition: metricMonitor({ name: 'Disk' }) },
        ],
      },
    ],
    bad: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor({ name: 'Disk' }) },
        ],
        finds: 'the key `load`',
      },
    ],
  },
  check({ resource, project }) {
    // The index keeps the last of several, so every earlier one differs from it.
    if (byAddress(project).get(addressOf(resource)) === resource) return
    const message = `Another ${resource.kind} has the key \`${resource.key}\` too.`
    return { message, hint: 'Give one of them another key.' }
  },
})
