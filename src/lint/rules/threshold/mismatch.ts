import { alertsAbove, alertsBelow } from '../../../check/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../../model/index.js'
import type { Condition } from '../../../query/index.js'
import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { conditionOf, literalOf } from '../../facts/condition.js'
import { replaceText, set } from '../../fix.js'
import { defineRule } from '../../rule.js'

/**
 * The number of the query wins: it is the one that people see in graphs and notifications. Where it is the warning that somebody
 * wrote there, the critical threshold wins.
 */
const toOne: FixesFor = (_, definition) => {
  const condition = conditionOf(definition)
  const literal = literalOf(condition)
  if (condition === undefined || literal === undefined) return []
  const { critical, warning } = objectOf(definition.options?.thresholds)
  if (typeof critical === 'number' && typeof warning === 'number' && !isBefore(condition, warning, literal)) {
    if (!isBefore(condition, warning, critical)) return []
    const { start, end } = condition.threshold.span
    return [
      {
        title: `Write ${critical} in the query.`,
        edits: [replaceText(['query'], { start, end }, String(critical))],
      },
    ]
  }
  return [
    {
      title: `Set \`thresholds.critical\` to ${literal}.`,
      edits: [set(['options', 'thresholds', 'critical'], literal)],
    },
  ]
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

/** Whether a value passes the one threshold before the other. */
function isBefore(condition: Condition, one: number, other: number): boolean {
  if (alertsAbove(condition)) return one < other
  return alertsBelow(condition) ? one > other : true
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
      {
        title: 'The warning stands in the query.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
          options: { thresholds: { critical: 6, warning: 4 } },
        }),
        finds: 'compares with 4, but the critical threshold is 6',
      },
    ],
  },
  ...diagnosed('threshold/mismatch', toOne),
})
