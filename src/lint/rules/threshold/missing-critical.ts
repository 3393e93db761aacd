import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { conditionOf, literalOf } from '../../facts/condition.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

const fromQuery: FixesFor = (_, definition) => {
  const literal = literalOf(conditionOf(definition))
  if (literal === undefined) return []
  return [
    { title: `Add \`critical: ${literal}\`.`, edits: [set(['options', 'thresholds', 'critical'], literal)] },
  ]
}

export const thresholdMissingCritical = defineRule({
  id: 'threshold/missing-critical',
  severity: 'error',
  kinds: ['monitor'],
  title: 'There are thresholds, but not the critical one.',
  why: 'Datadog takes the critical threshold from the query only when no other is given. With a warning or a recovery threshold alone it refuses the monitor.',
  howToFix: 'Add `critical` with the number of the query.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#set-alert-conditions',
  examples: {
    good: [{ definition: metricMonitor() }, { definition: metricMonitor({ options: {} }) }],
    bad: [{ definition: metricMonitor({ options: { thresholds: { warning: 3 } } }), finds: 'no `critical`' }],
  },
  ...diagnosed('threshold/missing-critical', fromQuery),
})
