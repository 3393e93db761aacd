import { isMetricType } from '../../../catalog/index.js'
import { metricMonitor } from '../../example.js'
import { alertsAbove, alertsBelow, algorithmOf, conditionOf, literalOf } from '../../facts/condition.js'
import { expressionsOf } from '../../facts/expressions.js'
import { nodesOfKind } from '../../facts/nodes.js'
import { defineRule } from '../../rule.js'

export const recoveryMissing = defineRule({
  id: 'threshold/recovery-missing',
  severity: 'info',
  kinds: ['monitor'],
  title: 'A value near the threshold makes the monitor flap.',
  why: 'Without a recovery threshold the monitor recovers as soon as the value falls below its limit by a hair, and alerts again a minute later. A margin keeps it in one state until the problem is over.',
  howToFix: 'Add `critical_recovery` at a value that counts as healthy again.',
  source: 'https://docs.datadoghq.com/monitors/guide/recovery-thresholds/',
  examples: {
    good: [
      { definition: metricMonitor({ options: { thresholds: { critical: 4, critical_recovery: 3 } } }) },
      {
        title: 'Counts jump back to 0 by themselves.',
        definition: metricMonitor({
          query: 'sum(last_5m):sum:api.errors{env:prod} by {host}.as_count() > 4',
          options: { thresholds: { critical: 4 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ options: { thresholds: { critical: 4 } } }),
        finds: 'no recovery threshold',
      },
    ],
  },
  check({ definition }) {
    const condition = conditionOf(definition)
    const literal = literalOf(condition)
    if (!isMetricType(definition.type) || condition === undefined || literal === undefined || literal === 0)
      return
    if (!alertsAbove(condition.comparator) && !alertsBelow(condition.comparator)) return
    if (typeof definition.options?.thresholds?.critical_recovery === 'number' || algorithmOf(definition))
      return
    const counts = expressionsOf(definition).some(({ expression }) =>
      nodesOfKind(expression, 'method').some(method => method.name === 'as_count'),
    )
    if (counts) return
    const side = alertsAbove(condition.comparator) ? 'below' : 'above'
    return {
      path: ['query'],
      span: condition.span,
      message: 'The monitor has no recovery threshold, so a value near the limit makes it flap.',
      hint: `Add \`critical_recovery\` a little ${side} ${condition.threshold.kind === 'number' ? condition.threshold.text : ''}.`,
    }
  },
})
