import { dashboard, timeseries } from '../../example.js'
import { dashboardFaultsOf } from '../../facts/dashboard-faults.js'
import { defineRule } from '../../rule.js'

export const dashDeprecatedFunction = defineRule({
  id: 'dash/deprecated-function',
  severity: 'info',
  kinds: ['dashboard'],
  title: 'A query of a widget calls a function that Datadog replaced.',
  why: 'Old functions still work, but they are no longer documented or improved. Their successors say more plainly what they do.',
  howToFix: 'Use the function that the finding names.',
  source: 'https://docs.datadoghq.com/dashboards/functions/',
  examples: {
    good: [
      {
        definition: dashboard({
          widgets: [{ definition: timeseries('Load', "calendar_shift(avg:system.load.1{*}, '-7d', 'UTC')") }],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({
          widgets: [{ definition: timeseries('Load', 'week_before(avg:system.load.1{*})') }],
        }),
        finds: 'is deprecated',
      },
    ],
  },
  check({ definition }) {
    return dashboardFaultsOf(definition)
      .filter(({ diagnostic }) => diagnostic.code === 'query/deprecated-function')
      .map(({ path, diagnostic: { message, hint, span } }) => ({ path, message, hint, span }))
  },
})
