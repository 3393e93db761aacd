import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { conditionOf, literalOf } from '../../facts/condition.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

/** The number of the query wins: it is the one that people see in graphs and notifications. */
const toQuery: FixesFor = (_, definition) => {
  const literal = literalOf(conditionOf(definition))
  if (literal === undefined) return []
  return [
    {
      title: `Set \`thresholds.critical\` to ${literal}.`,
      edits: [set(['options', 'thresholds', 'critical'], literal)],
    },
  ]
}

export const thresholdMismatch = defineRule({
  id: 'threshold/mismatch',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query and the critical threshold give different numbers.',
  why: 'A monitor holds its threshold twice, and Datadog refuses it when the two differ. Its answer often blames the query, which is fine.',
  howToFix: 'Write the same number in the query and in `options.thresholds.critical`.',
  source: 'https://docs.datadoghq.com/monitors/configuration/#set-alert-conditions',
  examples: {
    good: [
      { definition: metricMonitor() },
      {
        title: 'How the number is written does not matter.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > -1e3',
          options: { thresholds: { critical: -1000 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 5 } },
        }),
        finds: 'compares with 4, but the critical threshold is 5',
      },
    ],
  },
  ...diagnosed('threshold/mismatch', toQuery),
})
