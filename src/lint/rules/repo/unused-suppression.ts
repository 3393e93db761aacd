import { suppressing } from '../../example-suppression.js'
import { defineRule } from '../../rule.js'

export const unusedSuppression = defineRule({
  id: 'repo/unused-suppression',
  severity: 'warning',
  kinds: ['monitor', 'slo', 'dashboard'],
  runs: 'last',
  title: 'A suppression hides nothing.',
  why: 'The problem was repaired, or the id is misspelt. Left in place the suppression will hide the next real finding.',
  howToFix: 'Remove the suppression, or correct the id of the rule.',
  examples: {
    good: [
      {
        title: 'Without suppressions there is nothing to say.',
        definition: suppressing({ rule: '', reason: '' })[0]!.definition,
      },
    ],
    bad: [
      {
        resources: suppressing({ rule: 'message/empty-nme', reason: 'Made by a script.' }),
        finds: 'There is no rule `message/empty-nme`',
      },
    ],
  },
  check({ suppressions }) {
    return suppressions.flatMap(({ suppression, state }) => {
      // What names no rule at all is not a suppression, which is reported as such.
      if (suppression.rule === '') return []
      if (state === 'unknown')
        return [{ message: `There is no rule \`${suppression.rule}\` to suppress.`, hint: 'Correct the id.' }]
      if (state !== 'unused') return []
      return [{ message: `The suppression of \`${suppression.rule}\` hides nothing.`, hint: 'Remove it.' }]
    })
  },
})
