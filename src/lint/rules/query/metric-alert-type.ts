import { metricMonitor } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const metricAlertType = defineRule({
  id: 'query/metric-alert-type',
  severity: 'info',
  set: 'strict',
  kinds: ['monitor'],
  title: 'The monitor uses the old name of its type.',
  why: '`metric alert` and `query alert` mean the same, and the account chooses between them when it answers. One name in all definitions keeps searches simple.',
  howToFix: 'Write `query alert`.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [{ definition: metricMonitor({ type: 'metric alert' }), finds: '`metric alert`' }],
  },
  check({ definition }) {
    if (definition.type !== 'metric alert') return
    const fixes = [{ title: 'Write `query alert`.', edits: [set(['type'], 'query alert')] }]
    return {
      path: ['type'],
      message: '`metric alert` is the old name of `query alert`.',
      hint: 'Write `query alert`.',
      fixes,
    }
  },
})
