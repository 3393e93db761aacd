import { suppressing } from '../../example-suppression.js'
import { defineRule } from '../../rule.js'

const snooze = { rule: 'message/no-runbook', reason: 'The runbook is being written.', until: '2026-03-31' }

export const expiredSnooze = defineRule({
  id: 'repo/expired-snooze',
  severity: 'warning',
  kinds: ['monitor', 'slo', 'dashboard'],
  runs: 'last',
  title: 'The date of a suppression has passed.',
  why: 'Somebody promised to repair this by that day. The finding is shown again, and the promise is reported until one of them is gone.',
  howToFix: 'Repair the finding and remove the suppression, or move the date with a new reason.',
  examples: {
    good: [{ title: 'The last day counts.', resources: suppressing(snooze), today: '2026-03-31' }],
    bad: [{ resources: suppressing(snooze), today: '2026-04-01', finds: 'ended on 2026-03-31' }],
  },
  check({ suppressions }) {
    return suppressions
      .filter(({ state }) => state === 'expired')
      .map(({ suppression }) => ({
        message: `The suppression of \`${suppression.rule}\` ended on ${suppression.until}: ${suppression.reason}`,
        hint: 'Repair the finding, or move the date.',
      }))
  },
})
