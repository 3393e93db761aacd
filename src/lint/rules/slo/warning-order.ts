import { metricSlo } from '../../example.js'
import { defineRule } from '../../rule.js'

export const sloWarningOrder = defineRule({
  id: 'slo/warning-order',
  severity: 'error',
  kinds: ['slo'],
  title: 'The warning is not above the target.',
  why: 'The warning tells that the budget is nearly used up, so it lies between the target and 100. Below the target it would come after the fact, and Datadog refuses it.',
  howToFix: 'Set the warning above the target: target 99.9, warning 99.95.',
  source: 'https://docs.datadoghq.com/service_level_objectives/',
  examples: {
    good: [{ definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 99.9, warning: 99.95 }] }) }],
    bad: [
      {
        definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 99.9, warning: 99 }] }),
        finds: 'warning of 99 is not above the target of 99.9',
      },
      {
        definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 99.9, warning: 100 }] }),
        finds: 'must lie below 100',
      },
    ],
  },
  check({ definition }) {
    return (definition.thresholds ?? []).flatMap(({ target, warning, timeframe }, index) => {
      if (typeof warning !== 'number' || (warning > target && warning < 100)) return []
      const reason = warning >= 100 ? 'must lie below 100' : `is not above the target of ${target}`
      const message = `The warning of ${warning} ${reason} (${timeframe}).`
      return [
        {
          path: ['thresholds', index, 'warning'],
          message,
          hint: `Write a number between ${target} and 100.`,
        },
      ]
    })
  },
})
