import { dashboard } from '../../example.js'
import { namedQueries } from '../../facts/formulas.js'
import { requestsOf } from '../../facts/requests.js'
import { defineRule } from '../../rule.js'

function withQueries(...names: readonly string[]) {
  const queries = names.map(name => ({ name, data_source: 'metrics', query: 'sum:api.errors{*}.as_count()' }))
  const requests = [{ response_format: 'timeseries', queries, formulas: [{ formula: 'query1' }] }]
  return dashboard({ widgets: [{ definition: { type: 'timeseries', title: 'Errors', requests } }] })
}

export const queryNameDuplicate = defineRule({
  id: 'dash/query-name-duplicate',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'Two queries of a request have the same name.',
  why: 'A formula could mean either of them. Datadog refuses the widget.',
  howToFix: 'Rename one of them.',
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [{ definition: withQueries('query1', 'query2') }],
    bad: [{ definition: withQueries('query1', 'query1'), finds: 'Two queries are called `query1`' }],
  },
  check({ definition }) {
    return requestsOf(definition).flatMap(({ request, path }) => {
      const seen = new Set<string>()
      return namedQueries(request).flatMap(({ name, index }) => {
        const isCopy = seen.has(name)
        seen.add(name)
        const message = `Two queries are called \`${name}\`.`
        return isCopy
          ? [{ path: [...path, 'queries', index, 'name'], message, hint: 'Rename one of them.' }]
          : []
      })
    })
  },
})
