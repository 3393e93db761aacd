import { dashboard } from '../../example.js'
import { formulasOf, namedQueries, queryNamesIn } from '../../facts/formulas.js'
import { requestsOf } from '../../facts/requests.js'
import { widgetName } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

const errors = { name: 'errors', data_source: 'metrics', query: 'sum:api.errors{*}.as_count()' }
const hits = { name: 'hits', data_source: 'metrics', query: 'sum:api.hits{*}.as_count()' }

function withFormula(formula: string) {
  const requests = [{ response_format: 'timeseries', queries: [errors, hits], formulas: [{ formula }] }]
  return dashboard({ widgets: [{ definition: { type: 'timeseries', title: 'Errors', requests } }] })
}

export const unusedQuery = defineRule({
  id: 'dash/unused-query',
  severity: 'info',
  kinds: ['dashboard'],
  title: 'A query is asked but not shown.',
  why: 'A request with formulas shows only the formulas. A query that none of them uses costs time and tells nothing.',
  howToFix: 'Use it in a formula, or remove it.',
  examples: {
    good: [{ definition: withFormula('errors / hits') }],
    bad: [{ definition: withFormula('errors'), finds: '`hits` is used by no formula' }],
  },
  check({ definition }) {
    return requestsOf(definition).flatMap(({ request, path, widget }) => {
      const formulas = formulasOf(request, path)
      // A formula that cannot be read may use any of them.
      if (formulas.length === 0 || formulas.some(formula => formula.expression === undefined)) return []
      const used = new Set(formulas.flatMap(queryNamesIn).map(({ name }) => name))
      return namedQueries(request)
        .filter(({ name }) => !used.has(name))
        .map(({ name, index }) => ({
          path: [...path, 'queries', index],
          message: `The query \`${name}\` is used by no formula of the widget ${widgetName(widget)}.`,
          hint: 'Use it in a formula, or remove it.',
        }))
    })
  },
})
