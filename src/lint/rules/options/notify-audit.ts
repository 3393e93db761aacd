import { metricMonitor } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const notifyAudit = defineRule({
  id: 'options/notify-audit',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Every change of the definition notifies the recipients.',
  why: 'Definitions in code change on each merge, and each change would message or page everybody whom the monitor tells. The history of the repository already says who changed what.',
  howToFix: 'Set `notify_audit` to false.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#define-permissions-and-audit-notifications',
  examples: {
    good: [{ definition: metricMonitor({ options: { thresholds: { critical: 4 }, notify_audit: false } }) }],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 }, notify_audit: true } }),
        finds: 'notifies its recipients',
      },
    ],
  },
  check({ definition }) {
    if (definition.options?.notify_audit !== true) return
    const path = ['options', 'notify_audit']
    return {
      path,
      message: 'Every change of this definition notifies its recipients.',
      hint: 'Write `notify_audit: false`; the repository keeps the history.',
      fixes: [{ title: 'Set `notify_audit` to false.', edits: [set(path, false)] }],
    }
  },
})
