import { dashboard, timeseries } from '../../example.js'
import { dashboardFaultsOf } from '../../facts/dashboard-faults.js'
import { defineRule } from '../../rule.js'

export const dashQuerySuspicious = defineRule({
  id: 'dash/query-suspicious',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'A query of a widget probably shows something else than meant.',
  why: 'The widget draws a graph, so nobody doubts it. A mixed-up scope or a ratio of a count and a rate gives a wrong number with the right title.',
  howToFix: 'Write what the finding suggests.',
  source: 'https://docs.datadoghq.com/dashboards/querying/',
  examples: {
    good: [
      { definition: dashboard() },
      {
        title: 'Widgets may rank and smooth, which monitors should not.',
        definition: widget("top(autosmooth(avg:system.load.1{*} by {host}), 5, 'mean', 'desc')"),
      },
    ],
    bad: [
      {
        definition: widget('avg:system.load.1{env:prod OR env:staging,role:db}'),
        finds: 'the comma binds loosest',
      },
      {
        definition: widget('sum:api.errors{*}.as_count() / sum:api.hits{*}.as_rate()'),
        finds: 'not a ratio',
      },
      { definition: widget('timeshift(avg:system.load.1{*}, 3600)'), finds: 'into the future' },
      { definition: widget('p95:api.latency{*}.rollup(avg, 60)'), finds: 'percentile over time' },
    ],
  },
  check({ definition }) {
    return dashboardFaultsOf(definition)
      .filter(
        ({ diagnostic: { severity, code } }) => severity === 'warning' && code !== 'query/unknown-function',
      )
      .map(({ path, diagnostic: { message, hint, span } }) => ({ path, message, hint, span }))
  },
})

function widget(query: string) {
  return dashboard({ widgets: [{ definition: timeseries('Load', query) }] })
}
