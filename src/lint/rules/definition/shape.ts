import { metricMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'
import { shapeReports } from '../../shape.js'

const { query: _, ...withoutQuery } = metricMonitor()

export const definitionShape = defineRule({
  id: 'definition/shape',
  severity: 'error',
  kinds: ['monitor', 'slo', 'dashboard'],
  runs: 'first',
  title: 'The definition does not have the form of its kind.',
  why: 'A monitor without a query or with a number as its message is refused. No other rule can say anything about it, so this finding comes alone.',
  howToFix: 'Write the field as the documentation of the API shows it.',
  source: 'https://docs.datadoghq.com/api/latest/',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      { definition: withoutQuery as never, finds: '`query` of the monitor is missing' },
      { definition: metricMonitor({ message: 5 as never }), finds: '`message` of the monitor must be text' },
      { definition: metricMonitor({ tags: 'team:sre' as never }), finds: 'must be a list of texts' },
    ],
  },
  check: ({ resource }) => shapeReports(resource),
})
