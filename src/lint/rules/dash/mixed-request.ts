import { dashboard } from '../../example.js'
import { requestsOf } from '../../facts/requests.js'
import { widgetName } from '../../facts/widgets.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

const queries = [{ name: 'query1', data_source: 'metrics', query: 'avg:system.load.1{*}' }]

export const mixedRequest = defineRule({
  id: 'dash/mixed-request',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'A request is written in the old and the new form at once.',
  why: 'Datadog takes either `q` or `queries`, not both. It refuses the widget or shows only one of them.',
  howToFix: 'Keep `queries` and `formulas`, and remove `q`.',
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [{ definition: dashboard() }],
    bad: [
      {
        definition: dashboard({
          widgets: [
            {
              definition: {
                type: 'timeseries',
                title: 'Load',
                requests: [{ q: 'avg:system.load.1{*}', queries, response_format: 'timeseries' }],
              },
            },
          ],
        }),
        finds: 'both `q` and `queries`',
      },
    ],
  },
  check({ definition }) {
    return requestsOf(definition)
      .filter(({ request }) => typeof request.q === 'string' && Array.isArray(request.queries))
      .map(({ path, widget }) => ({
        path,
        message: `The widget ${widgetName(widget)} has a request with both \`q\` and \`queries\`.`,
        hint: 'Remove `q`.',
        fixes: [{ title: 'Remove `q`.', edits: [remove([...path, 'q'])] }],
      }))
  },
})
