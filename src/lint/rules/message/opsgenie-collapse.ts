import { metricMonitor } from '../../example.js'
import { handlesOf } from '../../facts/handles.js'
import { defineRule } from '../../rule.js'

export const opsgenieCollapse = defineRule({
  id: 'message/opsgenie-collapse',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Two Opsgenie services share one alert.',
  why: 'All Opsgenie handles of one message carry the same alias, so Opsgenie makes one alert of them. One of the services is not told.',
  howToFix: 'Name one Opsgenie service per message, or separate them by blocks that exclude each other.',
  source: 'https://docs.datadoghq.com/integrations/opsgenie/',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: '{{#is_alert}}@opsgenie-api{{/is_alert}}{{#is_warning}}@opsgenie-web{{/is_warning}}',
          options: { thresholds: { critical: 4, warning: 3 } },
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ message: 'High. @opsgenie-api @opsgenie-web' }),
        finds: 'share one alias',
      },
    ],
  },
  check({ definition }) {
    const plain = handlesOf(definition).filter(
      ({ part, blocks, transitions }) =>
        part.channel === 'opsgenie' &&
        transitions.includes('alert') &&
        !blocks.some(block => block.name.endsWith('match')),
    )
    const [first, second] = [...new Map(plain.map(handle => [handle.part.text, handle])).values()]
    if (first === undefined || second === undefined) return
    return {
      path: second.template.path,
      span: second.part.span,
      message: `\`${first.part.text}\` and \`${second.part.text}\` share one alias, so Opsgenie makes one alert of them and only one service is told.`,
      hint: 'Name one Opsgenie service per state.',
    }
  },
})
