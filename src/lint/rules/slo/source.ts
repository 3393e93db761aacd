import { isJsonObject, type Json, type SloDefinition } from '../../../model/index.js'
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
      {
        title: 'All events are missing.',
        definition: {
          ...noQuery,
          sli_specification: {
            count: {
              good_events_formula: { formula: 'good' },
              queries: [{ name: 'good', data_source: 'metrics', query: 'sum:api.ok{*}.as_count()' }],
            },
          },
        },
        finds: '`total_events_formula` or `bad_events_formula`',
      },
      { definition: monitorSlo({ monitor_ids: [] }), finds: '`monitor_ids`' },
      {
        definition: { ...noQuery, query: { numerator: 'sum:api.ok{*}.as_count()', denominator: '' } },
        finds: '`query.denominator`',
      },
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
  if (type === 'metric') return query ? missingSide(query) : missingInCount(specification)
  if (type === 'monitor') return monitors && monitors.length > 0 ? undefined : '`monitor_ids`'
  if (type === 'time_slice') return specification ? undefined : '`sli_specification`'
  return undefined
}

/** The form with two queries. */
function missingSide(query: Json): string | undefined {
  if (!isJsonObject(query)) return '`query`'
  const side = ['numerator', 'denominator'].find(each => !query[each])
  return side && `\`query.${side}\``
}

/** The form with formulas: good events, and exactly one of all events and bad events. */
function missingInCount(specification: SloDefinition['sli_specification']): string | undefined {
  if (!specification) return '`query` or `sli_specification`'
  const { count } = specification
  if (!isJsonObject(count)) return '`sli_specification.count`'
  const { good_events_formula: good, total_events_formula: total, bad_events_formula: bad } = count
  if (!good) return '`good_events_formula`'
  if (total && bad) return '`total_events_formula` or `bad_events_formula`, not both'
  return total || bad ? undefined : '`total_events_formula` or `bad_events_formula`'
}
