import { dashboard, timeseries } from '../../example.js'
import { dashboardFaultsOf } from '../../facts/dashboard-faults.js'
import { defineRule } from '../../rule.js'

export const dashQuerySyntax = defineRule({
  id: 'dash/query-syntax',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A query of a widget cannot be read, or asks what Datadog does not have.',
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
      {
        definition: dashboard({ widgets: [{ definition: timeseries('Load', 'mean:system.load.1{*}') }] }),
        finds: '`mean` is not a space aggregator',
      },
      {
        title: 'The widget that a split graph repeats counts too.',
        definition: dashboard({
          widgets: [
            {
              definition: {
                type: 'split_graph',
                source_widget_definition: timeseries('Load', 'avg:system.load.1{env:prod'),
                split_config: {
                  split_dimensions: [{ one_graph_per: 'host' }],
                  limit: 24,
                  sort: { order: 'desc' },
                },
                size: 'md',
              },
            },
          ],
        }),
        finds: '',
      },
      {
        title: 'So does the search of a list.',
        definition: dashboard({
          widgets: [
            {
              definition: {
                type: 'list_stream',
                requests: [
                  {
                    response_format: 'event_list',
                    columns: [{ field: 'host', width: 'auto' }],
                    query: { data_source: 'logs_stream', query_string: 'service:(api OR', indexes: [] },
                  },
                ],
              },
            },
          ],
        }),
        finds: '',
      },
      {
        title: 'A formula is read like a query.',
        definition: dashboard({
          widgets: [
            {
              definition: {
                type: 'timeseries',
                title: 'Load',
                requests: [
                  {
                    response_format: 'timeseries',
                    queries: [{ name: 'load', data_source: 'metrics', query: 'avg:system.load.1{*}' }],
                    formulas: [{ formula: 'load *' }],
                  },
                ],
              },
            },
          ],
        }),
        finds: '',
      },
    ],
  },
  check({ definition }) {
    const seen = new Set<string>()
    return dashboardFaultsOf(definition).flatMap(({ path, diagnostic }) => {
      const { code, severity, message, hint, span } = diagnostic
      // A text has one finding: what follows from its first fault is noise.
      const at = path.join('.')
      if (severity !== 'error' || code === 'query/unknown-function' || seen.has(at)) return []
      seen.add(at)
      return [{ path, message, hint, span }]
    })
  },
})
