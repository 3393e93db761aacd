import { suppressing } from '../../example-suppression.js'
import { defineRule } from '../../rule.js'

export const suppressionReason = defineRule({
  id: 'repo/suppression-reason',
  severity: 'warning',
  kinds: ['monitor', 'slo', 'dashboard'],
  runs: 'last',
  title: 'A suppression gives no reason, or its date is not a date.',
  why: 'The next reader cannot tell whether the finding is still acceptable. A date that is none never comes.',
  howToFix: "Write why the finding is right here, and `until` as `'2026-12-31'`.",
  examples: {
    good: [{ resources: suppressing({ rule: 'message/no-runbook', reason: 'Drawn in the dashboard.' }) }],
    bad: [
      { resources: suppressing({ rule: 'message/no-runbook', reason: ' ' }), finds: 'gives no reason' },
      {
        resources: suppressing({ rule: 'message/no-runbook', reason: 'Later.', until: 'next week' }),
        finds: '`next week` is not a date',
      },
    ],
  },
  check({ suppressions }) {
    return suppressions.flatMap(({ suppression: { rule, reason, until } }) => {
      if (rule === '')
        return [
          {
            message: 'A suppression names no rule, so it hides nothing.',
            hint: "Write `suppress: [{ rule: 'message/no-runbook', reason: '…' }]`.",
          },
        ]
      // A suppression read from a file may lack what the type demands.
      if (typeof reason !== 'string' || reason.trim() === '')
        return [{ message: `The suppression of \`${rule}\` gives no reason.`, hint: 'Write why.' }]
      if (until === undefined || isDay(until)) return []
      return [
        {
          message: `\`${until}\` is not a date (suppression of \`${rule}\`).`,
          hint: "Write it as '2026-12-31'.",
        },
      ]
    })
  },
})

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}
