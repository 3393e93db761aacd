import { metricSlo } from '../../example.js'
import { countQueriesOf, sliceQueriesOf } from '../../facts/slo-queries.js'
import { defineRule } from '../../rule.js'

export const sloQuerySyntax = defineRule({
  id: 'slo/query-syntax',
  severity: 'error',
  kinds: ['slo'],
  title: 'A query of the SLO cannot be read.',
  why: 'Datadog refuses the SLO, or shows no data for it. This rule shows the place in the query.',
  howToFix: 'Correct the query at the place that the finding shows.',
  source: 'https://docs.datadoghq.com/service_level_objectives/metric/',
  examples: {
    good: [{ definition: metricSlo() }],
    bad: [
      {
        definition: metricSlo({
          query: { numerator: 'sum:api.ok{*.as_count()', denominator: 'sum:api.requests{*}.as_count()' },
        }),
        finds: '',
      },
    ],
  },
  check({ definition }) {
    return [...countQueriesOf(definition), ...sliceQueriesOf(definition)].flatMap(({ parsed, path }) => {
      const [error] = parsed.diagnostics.filter(diagnostic => diagnostic.severity === 'error')
      return error === undefined ? [] : [{ path, message: error.message, hint: error.hint, span: error.span }]
    })
  },
})
