import { print } from '../../../query/index.js'
import { metricSlo } from '../../example.js'
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
        definition: metricSlo({
          query: { numerator: 'sum:api.hits{*}.as_count()', denominator: 'sum:api.hits{ * }.as_count()' },
        }),
        finds: 'always 100 percent',
      },
    ],
  },
  check({ definition }) {
    const [good, total] = countQueriesOf(definition).filter(({ path }) => path[0] === 'query')
    if (good?.expression === undefined || total?.expression === undefined) return
    if (print(good.expression) !== print(total.expression)) return
    const message = 'Good events and all events are the same query, so the SLO is always 100 percent.'
    return { path: good.path, message, hint: 'Filter the numerator by what makes an event good.' }
  },
})
