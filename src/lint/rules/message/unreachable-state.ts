import type { MonitorDefinition } from '../../../model/index.js'
import { metricMonitor } from '../../example.js'
import { blocksOf } from '../../facts/message-parts.js'
import { blockTransitions, possibleTransitions, type Transition } from '../../facts/transitions.js'
import { defineRule } from '../../rule.js'

export const unreachableState = defineRule({
  id: 'message/unreachable-state',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'A block waits for a state that the monitor never reaches.',
  why: 'The author believes that somebody is told in that state, and nobody is. The option that would make the state possible is missing.',
  howToFix:
    'Add what the state needs (a warning threshold, a notification about missing data, a renotification interval) or remove the block.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: '{{#is_warning}}Soon.{{/is_warning}} @slack-sre',
          options: { thresholds: { critical: 4, warning: 3 } },
        }),
      },
      {
        definition: metricMonitor({
          message: '{{#is_no_data}}Silence.{{/is_no_data}} @slack-sre',
          options: { thresholds: { critical: 4 }, on_missing_data: 'show_and_notify_no_data' },
        }),
      },
      {
        title: 'What is sent in all other states does not need the state.',
        definition: metricMonitor({ message: '{{^is_warning}}High.{{/is_warning}} @slack-sre' }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_warning}}Soon.{{/is_warning}} @slack-sre' }),
        finds: 'there is no warning threshold',
      },
      {
        definition: metricMonitor({ message: '{{#is_no_data}}Silence.{{/is_no_data}} @slack-sre' }),
        finds: 'nobody is told about missing data',
      },
      {
        definition: metricMonitor({ message: '{{#is_renotify}}Still high.{{/is_renotify}} @slack-sre' }),
        finds: 'no `renotify_interval`',
      },
    ],
  },
  *check({ definition }) {
    const possible = possibleTransitions(definition)
    for (const { part, template } of blocksOf(definition)) {
      if (part.inverted || template.field === 'escalation_message') continue
      const reason = neverTrue(part.name, possible, definition)
      if (reason === undefined) continue
      const message = `The block \`${part.name}\` is never sent: ${reason}.`
      yield {
        path: template.path,
        span: part.nameSpan,
        message,
        hint: 'Add what it needs, or remove the block.',
      }
    }
  },
})

function neverTrue(
  name: string,
  possible: readonly Transition[],
  definition: MonitorDefinition,
): string | undefined {
  if (name === 'is_renotify') return renotifies(definition) ? undefined : 'there is no `renotify_interval`'
  const own = blockTransitions(name)
  if (own === undefined || own.some(transition => possible.includes(transition))) return undefined
  if (own.includes('unknown')) return 'only service checks have the state Unknown'
  if (own.includes('no data') || own.includes('no data recovery')) return 'nobody is told about missing data'
  return 'there is no warning threshold'
}

function renotifies(definition: MonitorDefinition): boolean {
  return (definition.options?.renotify_interval ?? 0) > 0
}
