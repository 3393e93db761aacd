import { dashboard, timeseries } from '../../example.js'
import { dashboardQueriesOf } from '../../facts/dashboard-queries.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import { defineRule } from '../../rule.js'

export const queryIgnoresVars = defineRule({
  id: 'dash/query-ignores-vars',
  severity: 'info',
  set: 'strict',
  kinds: ['dashboard'],
  title: 'A query listens to none of the template variables.',
  why: 'The reader narrows the dashboard to one environment, and this graph still shows all of them. Side by side the two mislead.',
  howToFix: 'Add the variables to the scope of the query.',
  source: 'https://docs.datadoghq.com/dashboards/template_variables/',
  examples: {
    good: [
      {
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
          widgets: [{ definition: timeseries('Load', 'avg:system.load.1{$env}') }],
        }),
      },
      { title: 'Nothing to listen to.', definition: dashboard() },
    ],
    bad: [
      {
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
          widgets: [
            { definition: timeseries('Load', 'avg:system.load.1{$env}') },
            { definition: timeseries('Disk', 'avg:system.disk.in_use{*}') },
          ],
        }),
        finds: 'none of the template variables',
      },
    ],
  },
  check({ definition }) {
    if (templateVariablesOf(definition).length === 0) return
    return dashboardQueriesOf(definition)
      .filter(({ text }) => !text.includes('$'))
      .map(({ path }) => ({
        path,
        message: 'This query listens to none of the template variables of the dashboard.',
        hint: 'Add them to its scope, for example `{$env}`.',
      }))
  },
})
