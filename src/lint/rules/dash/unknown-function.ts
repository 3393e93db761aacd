import { checkMetricExpression } from '../../../check/index.js'
import { dashboard, timeseries } from '../../example.js'
import { dashboardQueriesOf } from '../../facts/dashboard-queries.js'
import { replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const dashUnknownFunction = defineRule({
  id: 'dash/unknown-function',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A query of a widget calls a function that Datadog does not have.',
  why: 'The widget shows an error instead of a graph. Most are typing errors.',
  howToFix: 'Write the name that the finding suggests.',
  source: 'https://docs.datadoghq.com/dashboards/functions/',
  examples: {
    good: [
      {
        definition: dashboard({
          widgets: [{ definition: timeseries('Load', 'ewma_5(avg:system.load.1{*})') }],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({
          widgets: [{ definition: timeseries('Load', 'ewma5(avg:system.load.1{*})') }],
        }),
        finds: '`ewma5`',
      },
    ],
  },
  check({ definition }) {
    return dashboardQueriesOf(definition).flatMap(query => {
      if (query.language !== 'metric' || !query.parsed.ok) return []
      const found = checkMetricExpression(query.parsed.node, { place: 'dashboard' })
      return found
        .filter(({ code }) => code === 'query/unknown-function')
        .map(({ message, hint, span, repair }) => {
          const edits = (repair ?? []).map(edit => replaceText(query.path, edit.span, edit.text))
          const fixes = edits.length > 0 ? [{ title: hint ?? 'Correct the name.', edits }] : []
          return { path: query.path, message, hint, span, fixes }
        })
    })
  },
})
