import { compositeMonitor } from '../../example.js'
import { membersOf } from '../../facts/members.js'
import { defineRule } from '../../rule.js'

export const numericId = defineRule({
  id: 'composite/numeric-id',
  severity: 'info',
  kinds: ['monitor'],
  title: 'A member is named by its number.',
  why: 'A number is true in one account only and points nowhere once the member is made anew. A reference by key follows the monitor.',
  howToFix: 'Bring the member into the project and refer to it by its variable or key.',
  examples: {
    good: [{ definition: compositeMonitor({ query: '${monitor:load} && ${monitor:errors}' }) }],
    bad: [{ definition: compositeMonitor({ query: '1234567 && ${monitor:errors}' }), finds: '`1234567`' }],
  },
  check({ definition }) {
    return membersOf(definition)
      .filter(({ id }) => /^\d+$/.test(id))
      .map(({ id, span }) => ({
        path: ['query'],
        span,
        message: `The member \`${id}\` is named by a number, which is true in one account only.`,
        hint: 'Refer to the monitor by its key: `${monitor:…}`.',
      }))
  },
})
