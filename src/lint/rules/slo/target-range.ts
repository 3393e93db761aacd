import { sloLimits } from '../../../catalog/index.js'
import { metricSlo } from '../../example.js'
import { defineRule } from '../../rule.js'

export const targetRange = defineRule({
  id: 'slo/target-range',
  severity: 'error',
  kinds: ['slo'],
  title: 'The target is not between 0 and 100 percent.',
  why: 'Datadog refuses such a target. With 100 there would be no error budget, and every alert on it would divide by zero.',
  howToFix: 'Write percent, more than 0 and less than 100: 99.9.',
  source: 'https://docs.datadoghq.com/service_level_objectives/',
  examples: {
    good: [{ definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 99.9 }] }) }],
    bad: [
      {
        definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 99, warning: 100 }] }),
        finds: 'The warning of 100 percent',
      },
      {
        definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 100 }] }),
        finds: 'leaves no error budget',
      },
      {
        definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 0 }] }),
        finds: 'must lie between 0 and 100',
      },
    ],
  },
  check({ definition }) {
    const { above, below } = sloLimits.target
    return (definition.thresholds ?? []).flatMap(({ timeframe, ...threshold }, index) =>
      (['target', 'warning'] as const).flatMap(field => {
        const value: unknown = threshold[field]
        if (value === undefined || value === null) return []
        if (typeof value === 'number' && value > above && value < below) return []
        const reason = value === below ? 'leaves no error budget' : `must lie between ${above} and ${below}`
        const message = `The ${field} of ${JSON.stringify(value)} percent for ${timeframe} ${reason}.`
        return [{ path: ['thresholds', index, field], message, hint: 'Write for example 99.9.' }]
      }),
    )
  },
})
