import { nearest } from '../../../diagnostic/index.js'
import { addressOf, referenceText } from '../../../model/index.js'
import { compositeMonitor, metricMonitor } from '../../example.js'
import { byAddress, referencesFrom } from '../../facts/references.js'
import { defineRule } from '../../rule.js'

export const unknownReference = defineRule({
  id: 'repo/unknown-reference',
  severity: 'error',
  kinds: ['monitor', 'slo', 'dashboard'],
  title: 'A resource refers to another that the project does not have.',
  why: 'The id of the other is filled in when it is created. Without it the composite, the SLO or the widget cannot be made.',
  howToFix: 'Correct the key, or add the missing resource.',
  examples: {
    good: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'monitor', key: 'errors', management: {}, definition: metricMonitor({ name: 'Errors' }) },
          { kind: 'monitor', key: 'both', management: {}, definition: compositeMonitor() },
        ],
      },
      {
        title: 'A number may exist in the account.',
        definition: compositeMonitor({ query: '12345 && 67890' }),
      },
    ],
    bad: [
      {
        resources: [
          { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() },
          { kind: 'monitor', key: 'error', management: {}, definition: metricMonitor({ name: 'Errors' }) },
          { kind: 'monitor', key: 'both', management: {}, definition: compositeMonitor() },
        ],
        finds: 'no monitor `errors`',
      },
    ],
  },
  check({ resource, project }) {
    const known = byAddress(project)
    return referencesFrom(resource).flatMap(reference => {
      if (known.has(addressOf(reference))) return []
      const keys = project.resources.filter(each => each.kind === reference.kind).map(each => each.key)
      const near = nearest(reference.key, keys)
      return [
        {
          message: `The project has no ${reference.kind} \`${reference.key}\`, to which \`${referenceText(reference)}\` refers.`,
          hint: near === undefined ? 'Add it, or correct the key.' : `Did you mean \`${near}\`?`,
        },
      ]
    })
  },
})
