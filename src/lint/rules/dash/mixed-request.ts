import { isJsonObject, type JsonObject } from '../../../model/index.js'
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
      {
        definition: dashboard({
          widgets: [
            {
              definition: {
                type: 'timeseries',
                title: 'Errors',
                requests: [
                  {
                    log_query: {
                      index: '*',
                      compute: { aggregation: 'count' },
                      search: { query: 'status:error' },
                    },
                    queries,
                    response_format: 'timeseries',
                  },
                ],
              },
            },
          ],
        }),
        finds: 'both `log_query` and `queries`',
      },
    ],
  },
  check({ definition }) {
    return requestsOf(definition)
      .filter(({ request }) => Array.isArray(request.queries))
      .flatMap(({ path, widget, request }) =>
        oldFieldsIn(request).map(field => ({
          path,
          message: `The widget ${widgetName(widget)} has a request with both \`${field}\` and \`queries\`.`,
          hint: `Remove \`${field}\`.`,
          fixes: [{ title: `Remove \`${field}\`.`, edits: [remove([...path, field])] }],
        })),
      )
  },
})

/** `q`, and `log_query`, `rum_query` and their sisters: the fields of the old form that a request fills. */
function oldFieldsIn(request: JsonObject): string[] {
  return Object.keys(request).filter(field =>
    field === 'q' ? typeof request.q === 'string' : field.endsWith('_query') && isJsonObject(request[field]),
  )
}
