import { channelNamed } from '../../../catalog/index.js'
import { metricMonitor } from '../../example.js'
import { handlesOf, type PlacedHandle } from '../../facts/handles.js'
import { defineRule } from '../../rule.js'

export const recoverySilent = defineRule({
  id: 'message/recovery-silent',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'What the alert opens is never closed.',
  why: 'Pagers and ticket systems open an incident on the alert and wait for the recovery to close it. A handle that is only in `is_alert` leaves the incident open for ever.',
  howToFix: 'Repeat the handle in `{{#is_recovery}}`, or put it outside the state blocks.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: '{{#is_alert}}@pagerduty-sre{{/is_alert}}{{#is_recovery}}@pagerduty-sre{{/is_recovery}}',
        }),
      },
      {
        title: 'Chat does not stay open.',
        definition: metricMonitor({ message: '{{#is_alert}}@slack-sre{{/is_alert}}' }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_alert}}High. @pagerduty-sre{{/is_alert}}' }),
        finds: '`@pagerduty-sre` is told about the alert but never about the recovery',
      },
    ],
  },
  check({ definition }) {
    const handles = handlesOf(definition).filter(({ part }) => channelNamed(part.channel)?.staysOpen)
    const closed = new Set(handles.filter(tellsRecovery).map(({ part }) => part.text))
    const first = new Map(handles.filter(tellsAlert).map(handle => [handle.part.text, handle]))
    return [...first.values()]
      .filter(({ part }) => !closed.has(part.text))
      .map(({ part, template }) => ({
        path: template.path,
        span: part.span,
        message: `\`${part.text}\` is told about the alert but never about the recovery, so what it opens stays open.`,
        hint: `Add \`{{#is_recovery}}${part.text}{{/is_recovery}}\`.`,
      }))
  },
})

function tellsAlert({ transitions, template }: PlacedHandle): boolean {
  return template.field === 'message' && transitions.includes('alert')
}

function tellsRecovery({ transitions }: PlacedHandle): boolean {
  return transitions.includes('alert recovery')
}
