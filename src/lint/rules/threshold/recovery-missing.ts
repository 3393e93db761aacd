import { isMetricType } from '../../../catalog/index.js'
import { alertsAbove, lacksRecovery } from '../../../check/index.js'
import { metricMonitor } from '../../example.js'
import { judgedQueryOf } from '../../facts/condition.js'
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
      {
        title: 'What is evaluated once a day cannot flap.',
        definition: metricMonitor({
          options: {
            thresholds: { critical: 4 },
            on_missing_data: 'show_no_data',
            scheduling_options: {
              custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'UTC' }] },
            },
          },
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
    if (!isMetricType(definition.type)) return
    const query = judgedQueryOf(definition)
    const { condition } = query
    if (condition === undefined || !lacksRecovery(query, definition.options)) return
    const side = alertsAbove(condition) ? 'below' : 'above'
    return {
      path: ['query'],
      span: condition.span,
      message: 'The monitor has no recovery threshold, so a value near the limit makes it flap.',
      hint: `Add \`critical_recovery\` a little ${side} ${condition.threshold.kind === 'number' ? condition.threshold.text : ''}.`,
    }
  },
})
