import { metricSlo } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const primaryTarget = defineRule({
  id: 'slo/primary-target',
  severity: 'error',
  kinds: ['slo'],
  title: 'The primary target differs from the threshold of its time frame.',
  why: 'The two fields say the same thing and must agree. Datadog refuses the SLO, or shows another objective than the list of thresholds does.',
  howToFix: 'Remove `target_threshold` and `warning_threshold`, or make them equal to the threshold.',
  source: 'https://docs.datadoghq.com/api/latest/service-level-objectives/',
  examples: {
    good: [{ definition: metricSlo({ timeframe: '30d', target_threshold: 99.9, warning_threshold: 99.95 }) }],
    bad: [
      {
        definition: metricSlo({ timeframe: '30d', target_threshold: 99 }),
        finds: '`target_threshold` is 99',
      },
    ],
  },
  check({ definition }) {
    const primary = definition.thresholds?.find(({ timeframe }) => timeframe === definition.timeframe)
    if (primary === undefined) return
    const pairs = [
      { field: 'target_threshold', value: primary.target },
      { field: 'warning_threshold', value: primary.warning },
    ]
    return pairs.flatMap(({ field, value }) => {
      const written = definition[field]
      if (typeof written !== 'number' || value === undefined || written === value) return []
      return [
        {
          path: [field],
          message: `\`${field}\` is ${written}, but the threshold for ${primary.timeframe} says ${value}.`,
          hint: `Write ${value}.`,
          fixes: [{ title: `Set \`${field}\` to ${value}.`, edits: [set([field], value)] }],
        },
      ]
    })
  },
})
