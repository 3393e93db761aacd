import { metricMonitor } from '../../example.js'
import { diagnosticsOf } from '../../facts/diagnostics.js'
import { syntaxReports } from '../../facts/syntax.js'
import { defineRule } from '../../rule.js'

export const querySyntax = defineRule({
  id: 'query/syntax',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The query cannot be read.',
  why: 'Datadog refuses a query with a syntax error and does not say where it is. This rule shows the place and what was expected there.',
  howToFix: 'Correct the query at the place that the finding shows.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor',
  examples: {
    good: [{ definition: metricMonitor() }],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod by {host} > 4',
          message: '@slack-sre',
        }),
        finds: '',
      },
      {
        definition: metricMonitor({ query: 'avg(last_5m):avg:system.load.1{env:prod} by {host}' }),
        finds: '',
      },
    ],
  },
  check(context) {
    // One mistake makes others that are none: only the first place is shown.
    const [first] = syntaxReports(context, 'query', 'error')
    if (first === undefined) return
    const found = diagnosticsOf(context.project, context.definition)
    // A text that was only taken for a metric query must not be made one.
    const isOther = found.has('query/type-mismatch') && found.has('query/missing-head')
    return isOther ? { ...first, fixes: [] } : first
  },
})
