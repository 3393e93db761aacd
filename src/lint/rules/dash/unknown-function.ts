import { dashboard, timeseries } from '../../example.js'
import { dashboardFaultsOf } from '../../facts/dashboard-faults.js'
import { replacePieces } from '../../fix.js'
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
    return dashboardFaultsOf(definition)
      .filter(({ diagnostic }) => diagnostic.code === 'query/unknown-function')
      .map(({ path, diagnostic: { message, hint, span, repair, severity } }) => {
        const edits = repair === undefined ? [] : [replacePieces(path, repair)]
        const fixes = edits.length > 0 ? [{ title: hint ?? 'Correct the name.', edits }] : []
        return { path, message, hint, span, severity, fixes }
      })
  },
})
