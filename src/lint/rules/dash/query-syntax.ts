import { dashboard, timeseries } from '../../example.js'
import { dashboardQueriesOf } from '../../facts/dashboard-queries.js'
import { defineRule } from '../../rule.js'

export const dashQuerySyntax = defineRule({
  id: 'dash/query-syntax',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A query of a widget cannot be read.',
  why: 'Datadog stores the dashboard and shows an error in the place of the graph. Nobody notices until they need it.',
  howToFix: 'Correct the query at the place that the finding shows.',
  source: 'https://docs.datadoghq.com/dashboards/querying/',
  examples: {
    good: [{ definition: dashboard() }],
    bad: [
      {
        definition: dashboard({
          widgets: [{ definition: timeseries('Load', 'avg:system.load.1{*} by {host') }],
        }),
        finds: '',
      },
    ],
  },
  check({ definition }) {
    return dashboardQueriesOf(definition).flatMap(({ parsed, path }) => {
      const [error] = parsed.diagnostics.filter(diagnostic => diagnostic.severity === 'error')
      return error === undefined ? [] : [{ path, message: error.message, hint: error.hint, span: error.span }]
    })
  },
})
