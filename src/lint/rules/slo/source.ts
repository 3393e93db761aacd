import type { SloDefinition } from '../../../model/index.js'
import { metricSlo, monitorSlo } from '../../example.js'
import { defineRule } from '../../rule.js'

const { query: _, ...noQuery } = metricSlo()

export const sloSource = defineRule({
  id: 'slo/source',
  severity: 'error',
  kinds: ['slo'],
  title: 'The SLO lacks what its type measures.',
  why: 'A metric SLO needs a query, a monitor SLO needs monitors, a time slice SLO needs a specification. Datadog refuses an SLO without it.',
  howToFix: 'Add the missing field, or correct the type.',
  source: 'https://docs.datadoghq.com/api/latest/service-level-objectives/',
  examples: {
    good: [{ definition: metricSlo() }, { definition: monitorSlo() }],
    bad: [
      { definition: monitorSlo({ monitor_ids: [] }), finds: '`monitor_ids`' },
      { definition: noQuery, finds: '`query` or `sli_specification`' },
      { definition: metricSlo({ type: 'time_slice' }), finds: '`sli_specification`' },
    ],
  },
  check({ definition }) {
    const missing = missingField(definition)
    if (missing === undefined) return
    const message = `A ${definition.type} SLO needs ${missing}.`
    return { path: ['type'], message, hint: 'Add it, or correct the type.' }
  },
})

function missingField(definition: SloDefinition): string | undefined {
  const { type, query, sli_specification: specification, monitor_ids: monitors } = definition
  if (type === 'metric') return query || specification ? undefined : '`query` or `sli_specification`'
  if (type === 'monitor') return monitors && monitors.length > 0 ? undefined : '`monitor_ids`'
  if (type === 'time_slice') return specification ? undefined : '`sli_specification`'
  return undefined
}
