import { type WidgetType, widgets } from '../../../catalog/index.js'
import { dashboard } from '../../example.js'
import { requestsOf } from '../../facts/requests.js'
import { widgetName } from '../../facts/widgets.js'
import { set } from '../../fix.js'
import { defineRule } from '../../rule.js'

function queryValue(response_format: string) {
  const queries = [
    { name: 'query1', data_source: 'metrics', query: 'avg:system.load.1{*}', aggregator: 'avg' },
  ]
  const requests = [{ response_format, queries, formulas: [{ formula: 'query1' }] }]
  return dashboard({ widgets: [{ definition: { type: 'query_value', title: 'Load', requests } }] })
}

export const responseFormat = defineRule({
  id: 'dash/response-format',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'A request asks for data in a form that the widget cannot show.',
  why: 'A timeseries needs a series, a single value needs a scalar. The API stores the widget all the same, and it may stay empty.',
  howToFix:
    'Write the `response_format` of the widget: `timeseries` for graphs over time, `scalar` for values, tables and top lists.',
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [{ definition: queryValue('scalar') }],
    bad: [
      { definition: queryValue('timeseries'), finds: 'needs `scalar`' },
      { definition: queryValue('event_list'), finds: 'needs `scalar`' },
    ],
  },
  check({ definition }) {
    return requestsOf(definition).flatMap(({ request, path, widget }) => {
      const wanted = formats[widget.type]
      const { response_format: written } = request
      if (wanted === undefined || typeof written !== 'string' || written === wanted) return []
      const at = [...path, 'response_format']
      const message = `The widget ${widgetName(widget)} needs \`${wanted}\`, not \`${written}\`.`
      const fixes = [{ title: `Ask for \`${wanted}\`.`, edits: [set(at, wanted)] }]
      return [{ path: at, message, hint: `Write \`${wanted}\`.`, fixes }]
    })
  },
})

/** Only the kinds of widget that have one form; heat maps and distributions take several. */
const strict: readonly WidgetType[] = [
  'timeseries',
  'query_value',
  'toplist',
  'query_table',
  'treemap',
  'sunburst',
]
const formats: Readonly<Record<string, string>> = Object.fromEntries(
  strict.map(type => [type, (widgets[type] as { readonly response: string }).response]),
)
