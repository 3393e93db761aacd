import { sloLimits } from '../../../catalog/index.js'
import { isJsonObject } from '../../../model/index.js'
import { metricSlo } from '../../example.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

function slices(seconds: number) {
  const { query: _, ...slo } = metricSlo({ type: 'time_slice' })
  const queries = [{ name: 'query1', data_source: 'metrics', query: 'p95:api.latency{*}' }]
  const query = { formulas: [{ formula: 'query1' }], queries }
  const time_slice = { query, comparator: '<', threshold: 0.5, query_interval_seconds: seconds }
  return { ...slo, sli_specification: { time_slice } }
}

export const sliceInterval = defineRule({
  id: 'slo/slice-interval',
  severity: 'error',
  kinds: ['slo'],
  title: 'The length of a time slice is neither one nor five minutes.',
  why: 'Datadog cuts time into slices of 60 or 300 seconds only. It refuses any other length.',
  howToFix: 'Write 60 or 300.',
  source: 'https://docs.datadoghq.com/service_level_objectives/time_slice/',
  examples: {
    good: [{ definition: slices(300) }],
    bad: [{ definition: slices(120), finds: '120 seconds' }],
  },
  check({ definition }) {
    const slice = definition.sli_specification?.time_slice
    const seconds = isJsonObject(slice) ? slice.query_interval_seconds : undefined
    const allowed: readonly number[] = sloLimits.sliceSeconds
    if (typeof seconds !== 'number' || allowed.includes(seconds)) return
    const path = ['sli_specification', 'time_slice', 'query_interval_seconds']
    const message = `A time slice cannot last ${seconds} seconds.`
    const fixes = [{ title: 'Use slices of five minutes.', edits: [set(path, 300)] }]
    return { path, message, hint: `Write ${allowed.join(' or ')}.`, fixes }
  },
})
