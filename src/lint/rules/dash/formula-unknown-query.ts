import { didYouMean } from '../../../diagnostic/index.js'
import { dashboard } from '../../example.js'
import { formulasOf, namedQueries, queryNamesIn } from '../../facts/formulas.js'
import { requestsOf } from '../../facts/requests.js'
import { defineRule } from '../../rule.js'

function withFormula(formula: string) {
  const queries = [{ name: 'errors', data_source: 'metrics', query: 'sum:api.errors{*}.as_count()' }]
  const requests = [{ response_format: 'timeseries', queries, formulas: [{ formula }] }]
  return dashboard({ widgets: [{ definition: { type: 'timeseries', title: 'Errors', requests } }] })
}

export const formulaUnknownQuery = defineRule({
  id: 'dash/formula-unknown-query',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'A formula names a query that the request does not have.',
  why: 'Every name in a formula must be a query of the same request. The API stores a widget that names another, and it shows an error instead of a graph.',
  howToFix: 'Correct the name, or add the query.',
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [{ definition: withFormula('errors * 100') }],
    bad: [{ definition: withFormula('eror * 100'), finds: 'no query `eror`' }],
  },
  check({ definition }) {
    return requestsOf(definition).flatMap(({ request, path }) => {
      const known = namedQueries(request).map(({ name }) => name)
      return formulasOf(request, path).flatMap(formula =>
        queryNamesIn(formula)
          .filter(({ name }) => !known.includes(name))
          .map(({ name, span }) => ({
            path: formula.path,
            span,
            message: `The request has no query \`${name}\`.`,
            hint: didYouMean(name, known) ?? `Its queries are: ${known.join(', ') || 'none'}.`,
          })),
      )
    })
  },
})
