import { type SloTimeframe, type SloType, sloTypes } from '../../../catalog/index.js'
import { monitorSlo } from '../../example.js'
import { defineRule } from '../../rule.js'

export const sloDecimals = defineRule({
  id: 'slo/decimals',
  severity: 'warning',
  kinds: ['slo'],
  title: 'The target has more digits than Datadog keeps.',
  why: 'Surplus digits are cut off silently. The SLO then promises something else than the definition, and every plan shows a difference.',
  howToFix: 'Metric SLOs keep three decimals, monitor and time slice SLOs two (three for 90 days).',
  source: 'https://docs.datadoghq.com/service_level_objectives/#slo-types',
  examples: {
    good: [{ definition: monitorSlo({ thresholds: [{ timeframe: '30d', target: 99.95 }] }) }],
    bad: [
      {
        definition: monitorSlo({ thresholds: [{ timeframe: '30d', target: 99.995 }] }),
        finds: 'keeps 2 decimals for 30d',
      },
    ],
  },
  check({ definition }) {
    if (!Object.hasOwn(sloTypes, definition.type)) return
    const kept: Readonly<Record<string, number>> = sloTypes[definition.type as SloType].decimals
    return (definition.thresholds ?? []).flatMap(({ timeframe, ...threshold }, index) => {
      const limit = kept[timeframe as SloTimeframe]
      return (['target', 'warning'] as const).flatMap(field => {
        const value = threshold[field]
        if (typeof value !== 'number' || limit === undefined || decimalsIn(value) <= limit) return []
        const message = `Datadog keeps ${limit} decimals for ${timeframe} of a ${definition.type} SLO; ${value} has ${decimalsIn(value)}.`
        const hint = `Write ${value.toFixed(limit)} or another ${field}.`
        return [{ path: ['thresholds', index, field], message, hint }]
      })
    })
  },
})

function decimalsIn(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}
