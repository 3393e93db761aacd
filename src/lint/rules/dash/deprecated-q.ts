import { dashboard } from '../../example.js'
import { requestsOf } from '../../facts/requests.js'
import { widgetName } from '../../facts/widgets.js'
import { defineRule } from '../../rule.js'

const old = [
  'q',
  'log_query',
  'apm_query',
  'rum_query',
  'event_query',
  'network_query',
  'security_query',
  'process_query',
  'audit_query',
  'profile_metrics_query',
]

export const deprecatedQ = defineRule({
  id: 'dash/deprecated-q',
  severity: 'info',
  kinds: ['dashboard'],
  title: 'A request is written in the old form.',
  why: 'Datadog keeps the old form working but gives new features only to `queries` and `formulas`. It rewrites old requests when somebody edits them in the UI, which shows as a difference.',
  howToFix: 'Write `queries` with names and `formulas` over them.',
  examples: {
    good: [{ definition: dashboard() }],
    bad: [
      {
        definition: dashboard({
          widgets: [
            { definition: { type: 'timeseries', title: 'Load', requests: [{ q: 'avg:system.load.1{*}' }] } },
          ],
        }),
        finds: 'old form `q`',
      },
    ],
  },
  check({ definition }) {
    return requestsOf(definition).flatMap(({ request, path, widget }) => {
      const field = old.find(name => request[name] !== undefined)
      if (field === undefined) return []
      const message = `The widget ${widgetName(widget)} uses the old form \`${field}\`.`
      return [{ path: [...path, field], message, hint: 'Write `queries` and `formulas`.' }]
    })
  },
})
