import { metricMonitor } from '../../example.js'
import { handlesOf } from '../../facts/handles.js'
import { defineRule } from '../../rule.js'

export const mentionAll = defineRule({
  id: 'message/mention-all',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'The whole organization is mailed.',
  why: '`@all` sends a mail to every user of the account, at every change of state. Few of them can do anything about it.',
  howToFix: 'Name the team or the channel that acts: `@team-sre`, `@slack-sre`.',
  source: 'https://docs.datadoghq.com/monitors/notify/#notifications',
  examples: {
    good: [{ definition: metricMonitor({ message: 'Load is high. @team-sre' }) }],
    bad: [{ definition: metricMonitor({ message: 'Load is high. @all' }), finds: 'everybody' }],
  },
  check({ definition }) {
    return handlesOf(definition)
      .filter(({ part }) => part.text === '@all')
      .map(({ part, template }) => ({
        path: template.path,
        span: part.span,
        message: '`@all` mails everybody in the organization whenever the state changes.',
        hint: 'Name who acts, for example `@team-sre`.',
      }))
  },
})
