import { sloTimeframes } from '../../../catalog/index.js'
import type { SloDefinition } from '../../../model/index.js'
import { metricSlo } from '../../example.js'
import type { Report } from '../../finding.js'
import { defineRule } from '../../rule.js'

const known = Object.keys(sloTimeframes)

export const sloThresholds = defineRule({
  id: 'slo/thresholds',
  severity: 'error',
  kinds: ['slo'],
  title: 'The thresholds are empty, repeat a time frame, or miss the primary one.',
  why: 'Without a threshold there is no objective, and with two for one time frame nobody knows which holds. Datadog refuses all of these.',
  howToFix: `Give one threshold for each time frame you need: ${known.join(', ')}.`,
  source: 'https://docs.datadoghq.com/service_level_objectives/',
  examples: {
    good: [
      {
        definition: metricSlo({
          thresholds: [
            { timeframe: '7d', target: 99 },
            { timeframe: '30d', target: 99.9 },
          ],
        }),
      },
      { definition: metricSlo({ timeframe: '30d', target_threshold: 99.9 }) },
    ],
    bad: [
      { definition: metricSlo({ thresholds: [] }), finds: 'no threshold' },
      {
        definition: metricSlo({
          thresholds: [
            { timeframe: '7d', target: 99 },
            { timeframe: '7d', target: 98 },
          ],
        }),
        finds: 'two thresholds for 7d',
      },
      {
        definition: metricSlo({ thresholds: [{ timeframe: '10d', target: 99 }] }),
        finds: '`10d` is not a time frame',
      },
      { definition: metricSlo({ timeframe: '90d' }), finds: 'primary time frame 90d has no threshold' },
    ],
  },
  check({ definition }) {
    const thresholds = definition.thresholds ?? []
    if (thresholds.length === 0) {
      return {
        path: ['thresholds'],
        message: 'The SLO has no threshold.',
        hint: "Write { timeframe: '30d', target: 99.9 }.",
      }
    }
    return [...wrongTimeframes(thresholds), ...missingPrimary(definition, thresholds)]
  },
})

function wrongTimeframes(thresholds: SloDefinition['thresholds']): Report[] {
  const seen = new Set<string>()
  return thresholds.flatMap(({ timeframe }, index) => {
    const isCopy = seen.has(timeframe)
    seen.add(timeframe)
    const path = ['thresholds', index, 'timeframe']
    const hint = `Time frames are ${known.join(', ')}.`
    if (!known.includes(timeframe))
      return [{ path, message: `\`${timeframe}\` is not a time frame of an SLO.`, hint }]
    return isCopy
      ? [{ path, message: `There are two thresholds for ${timeframe}.`, hint: 'Remove one of them.' }]
      : []
  })
}

function missingPrimary(definition: SloDefinition, thresholds: SloDefinition['thresholds']): Report[] {
  const primary = definition.timeframe
  if (typeof primary !== 'string' || thresholds.some(({ timeframe }) => timeframe === primary)) return []
  return [
    {
      path: ['timeframe'],
      message: `The primary time frame ${primary} has no threshold.`,
      hint: 'Add one for it.',
    },
  ]
}
