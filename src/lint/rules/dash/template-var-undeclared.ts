import { meansVariable, templateVariablesIn, type WrittenVariable } from '../../../check/index.js'
import { didYouMean } from '../../../diagnostic/index.js'
import { dashboard, timeseries } from '../../example.js'
import { type DashboardQuery, dashboardQueriesOf } from '../../facts/dashboard-queries.js'
import { nodesIn } from '../../facts/nodes.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import { widgetFiltersOf } from '../../facts/widget-filters.js'
import { defineRule } from '../../rule.js'

export const templateVarUndeclared = defineRule({
  id: 'dash/template-var-undeclared',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'A query or filter uses a template variable that the dashboard does not have.',
  why: 'Datadog takes an unknown `$name` for text. The filter matches nothing and the graph stays empty.',
  howToFix: 'Declare the variable under `template_variables`, or write the value.',
  source: 'https://docs.datadoghq.com/dashboards/template_variables/',
  examples: {
    good: [
      {
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
          widgets: [{ definition: timeseries('Load', 'avg:system.load.1{$env} by {host}') }],
        }),
      },
      {
        title: 'The name of a variable may hold a dot.',
        definition: dashboard({
          template_variables: [{ name: 'service.name', prefix: 'service', defaults: ['*'] }],
          widgets: [{ definition: timeseries('Load', 'avg:system.load.1{service:$service.name.value}') }],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({ widgets: [{ definition: timeseries('Load', 'avg:system.load.1{$env}') }] }),
        finds: '`$env` is not declared',
      },
      {
        title: 'A list of SLOs listens to template variables, too.',
        definition: dashboard({
          widgets: [
            {
              definition: {
                type: 'slo_list',
                requests: [
                  { request_type: 'slo_list', query: { query_string: 'team:sre service:$service' } },
                ],
              },
            },
          ],
        }),
        finds: '`$service` is not declared',
      },
    ],
  },
  check({ definition }) {
    const declared = templateVariablesOf(definition).map(({ name }) => name)
    return [...dashboardQueriesOf(definition), ...widgetFiltersOf(definition)].flatMap(query =>
      variablesOf(query)
        .filter(({ name }) => !declared.some(each => meansVariable(name, each)))
        .map(({ name, start, end }) => ({
          path: query.path,
          span: { start, end },
          message: `The template variable \`$${name}\` is not declared, so this filter matches nothing.`,
          hint: didYouMean(name, declared) ?? 'Declare it under `template_variables`.',
        })),
    )
  },
})

const filters: ReadonlySet<string> = new Set([
  'filter-variable',
  'filter-tag',
  'filter-in',
  'search-variable',
  'search-term',
])

/** The variables in filters; a `$` elsewhere, such as in a quoted text, is only a sign. */
function variablesOf({ parsed, text }: DashboardQuery): readonly WrittenVariable[] {
  if (parsed.node === undefined || !text.includes('$')) return []
  const places = nodesIn(parsed.node).filter(node => filters.has(node.kind))
  return templateVariablesIn(text).filter(({ start, end }) =>
    places.some(({ span }) => span.start <= start && end <= span.end && isFilterValue(text, start)),
  )
}

// Behind a colon, a bracket, a comma or a blank: `key:$name`, `{$name`, `IN ($name`.
function isFilterValue(text: string, start: number): boolean {
  return start === 0 || /[:{(,!\s-]/.test(text[start - 1] ?? '')
}
