import { checkMetricExpression } from '../../../check/index.js'
import { didYouMean } from '../../../diagnostic/index.js'
import type { SloDefinition } from '../../../model/index.js'
import { countSlo, metricSlo } from '../../example.js'
import { nodesOfKind } from '../../facts/nodes.js'
import { countQueriesOf, sliceQueriesOf, sloFormulasOf } from '../../facts/slo-queries.js'
import type { Report } from '../../finding.js'
import { defineRule } from '../../rule.js'

export const sloQuerySyntax = defineRule({
  id: 'slo/query-syntax',
  severity: 'error',
  kinds: ['slo'],
  title: 'A query of the SLO cannot be read, or asks what Datadog does not have.',
  why: 'Datadog refuses the SLO, or shows no data for it. This rule shows the place in the query.',
  howToFix: 'Correct the query at the place that the finding shows.',
  source: 'https://docs.datadoghq.com/service_level_objectives/metric/',
  examples: {
    good: [{ definition: metricSlo() }],
    bad: [
      {
        definition: metricSlo({
          query: { numerator: 'sum:api.ok{*.as_count()', denominator: 'sum:api.requests{*}.as_count()' },
        }),
        finds: '',
      },
      {
        definition: metricSlo({
          query: { numerator: 'sum:api.ok{$env}.as_count()', denominator: 'sum:api.requests{*}.as_count()' },
        }),
        finds: 'Template variables belong to dashboards',
      },
      {
        title: 'A formula may only name queries of the SLO.',
        definition: countSlo('good', 'al', {
          good: 'sum:api.ok{*}.as_count()',
          all: 'sum:api.requests{*}.as_count()',
        }),
        finds: '`al`',
      },
    ],
  },
  check({ definition }) {
    const queries = [...countQueriesOf(definition), ...sliceQueriesOf(definition)].flatMap(
      ({ parsed, path }) => {
        const beyond = parsed.ok ? checkMetricExpression(parsed.node, { place: 'slo' }) : []
        const [error] = [...parsed.diagnostics, ...beyond].filter(({ severity }) => severity === 'error')
        return error === undefined
          ? []
          : [{ path, message: error.message, hint: error.hint, span: error.span }]
      },
    )
    return [...queries, ...formulaFaults(definition)]
  },
})

/** What is wrong with the formulas: they are read like queries, and name queries that must be there. */
function formulaFaults(definition: SloDefinition): Report[] {
  return sloFormulasOf(definition).flatMap(({ path, parsed, names }): Report[] => {
    const [error] = parsed.diagnostics.filter(({ severity }) => severity === 'error')
    if (error !== undefined) return [{ path, message: error.message, hint: error.hint, span: error.span }]
    if (parsed.node === undefined) return []
    const unknown = nodesOfKind(parsed.node, 'query-name').find(({ name }) => !names.includes(name))
    if (unknown === undefined) return []
    const hint = didYouMean(unknown.name, names) ?? 'Add a query of that name.'
    return [{ path, message: `The SLO has no query \`${unknown.name}\`.`, hint, span: unknown.span }]
  })
}
