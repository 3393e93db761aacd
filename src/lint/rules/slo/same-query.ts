import { isJsonObject, type Json, type JsonObject, type SloDefinition } from '../../../model/index.js'
import { parseMetricQuery, print } from '../../../query/index.js'
import { countSlo, metricSlo } from '../../example.js'
import { countQueriesOf } from '../../facts/slo-queries.js'
import { defineRule } from '../../rule.js'

export const sameQuery = defineRule({
  id: 'slo/same-query',
  severity: 'warning',
  kinds: ['slo'],
  title: 'Good events and all events are the same query.',
  why: 'The SLO is then 100 percent whatever happens. The filter that tells good events from bad ones is missing.',
  howToFix: 'Filter the numerator by what makes an event good, for example `{status:ok}`.',
  examples: {
    good: [{ definition: metricSlo() }],
    bad: [
      {
        definition: countSlo('all', 'all', { all: 'sum:api.requests{*}.as_count()' }),
        finds: 'the same formula',
      },
      {
        title: 'Two names for one query.',
        definition: countSlo('good', 'all', {
          good: 'sum:api.requests{*}.as_count()',
          all: 'sum:api.requests{ * }.as_count()',
        }),
        finds: 'the same formula',
      },
      {
        definition: metricSlo({
          query: { numerator: 'sum:api.hits{*}.as_count()', denominator: 'sum:api.hits{ * }.as_count()' },
        }),
        finds: 'always 100 percent',
      },
    ],
  },
  check({ definition }) {
    const formula = sameFormula(definition)
    if (formula !== undefined) return formula
    const [good, total] = countQueriesOf(definition).filter(({ path }) => path[0] === 'query')
    if (good?.expression === undefined || total?.expression === undefined) return
    if (print(good.expression) !== print(total.expression)) return
    const message = 'Good events and all events are the same query, so the SLO is always 100 percent.'
    return { path: good.path, message, hint: 'Filter the numerator by what makes an event good.' }
  },
})

/** The same for the form with formulas: `good` and `total` name one query. */
function sameFormula({ type, sli_specification }: SloDefinition) {
  const count = type === 'metric' ? sli_specification?.count : undefined
  if (!isJsonObject(count)) return undefined
  const [good, total] = [count.good_events_formula, count.total_events_formula].map(formulaText)
  if (good === undefined || total === undefined) return undefined
  if (good !== total && meaningOf(good, count) !== meaningOf(total, count)) return undefined
  return {
    path: ['sli_specification', 'count', 'good_events_formula'],
    message: 'Good events and all events are the same formula, so the SLO is always 100 percent.',
    hint: 'Name another query for the good events.',
  }
}

/** A formula that only names a query means what that query says. */
function meaningOf(formula: string, { queries }: JsonObject): string {
  const named = Array.isArray(queries)
    ? queries.filter(isJsonObject).find(each => each.name === formula)
    : undefined
  const node = typeof named?.query === 'string' ? parseMetricQuery(named.query).node : undefined
  return node === undefined ? formula : print(node)
}

function formulaText(formula: Json | undefined): string | undefined {
  const text = isJsonObject(formula) ? formula.formula : formula
  return typeof text === 'string' ? text.replaceAll(' ', '') : undefined
}
