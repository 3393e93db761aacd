import { metricSlo } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const smallTarget = defineRule({
  id: 'slo/small-target',
  severity: 'warning',
  kinds: ['slo'],
  title: 'The target looks like a share, not percent.',
  why: 'Targets are percent, so 0.999 means that nearly everything may fail. The SLO would always be green.',
  howToFix: 'Multiply by 100: 99.9.',
  source: 'https://docs.datadoghq.com/service_level_objectives/',
  examples: {
    good: [{ definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 99.9 }] }) }],
    bad: [
      {
        definition: metricSlo({ thresholds: [{ timeframe: '30d', target: 0.999 }] }),
        finds: 'looks like a share',
      },
    ],
  },
  check({ definition }) {
    return (definition.thresholds ?? []).flatMap(({ target }, index) => {
      if (typeof target !== 'number' || target <= 0 || target > 1) return []
      const path = ['thresholds', index, 'target']
      // Decimal digits are moved as text, because 0.999 * 100 is not 99.9 in binary numbers.
      const percent = Number(`${target}e2`)
      const fixes = [{ title: `Set the target to ${percent} percent.`, edits: [set(path, percent)] }]
      return [
        {
          path,
          message: `The target ${target} looks like a share; it means ${target} percent.`,
          hint: `Write ${percent}.`,
          fixes,
        },
      ]
    })
  },
})
