import { metricMonitor } from '../../example.js'
import { handlesOf, isPager } from '../../facts/handles.js'
import { possibleTransitions } from '../../facts/transitions.js'
import { defineRule } from '../../rule.js'

export const pageOnWarning = defineRule({
  id: 'message/page-on-warning',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A warning wakes somebody up.',
  why: 'A pager handle outside every state block is told about warnings too, so the warning threshold pages people at night. After a few of those they stop reading pages.',
  howToFix:
    'Put the pager handle between `{{#is_alert}}` and `{{/is_alert}}`, and once more into `{{#is_recovery}}` so that the page is closed.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message:
            '{{#is_alert}}@pagerduty-sre{{/is_alert}}{{#is_alert_recovery}}@pagerduty-sre{{/is_alert_recovery}} @slack-sre',
          options: { thresholds: { critical: 4, warning: 3 } },
        }),
      },
      {
        title: 'Without a warning threshold there are no warnings.',
        definition: metricMonitor({ message: 'Load is high. @pagerduty-sre' }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: 'Load is high. @pagerduty-sre',
          options: { thresholds: { critical: 4, warning: 3 } },
        }),
        finds: '`@pagerduty-sre` is paged on warnings',
      },
    ],
  },
  check({ definition }) {
    if (definition.type === 'composite' || !possibleTransitions(definition).includes('warning')) return
    const paged = handlesOf(definition).filter(
      ({ part, template, transitions }) =>
        isPager(part) &&
        template.field === 'message' &&
        transitions.includes('warning') &&
        transitions.includes('alert'),
    )
    return paged.map(({ part, template }) => ({
      path: template.path,
      span: part.span,
      message: `\`${part.text}\` is paged on warnings too: the handle stands outside every block that asks for the state.`,
      hint: `Write \`{{#is_alert}}${part.text}{{/is_alert}}{{#is_recovery}}${part.text}{{/is_recovery}}\`.`,
    }))
  },
})
