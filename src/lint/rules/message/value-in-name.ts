import type { MessagePart } from '../../../query/index.js'
import { metricMonitor } from '../../example.js'
import { partsOf } from '../../facts/message-parts.js'
import { defineRule } from '../../rule.js'

/** Variables that differ from one notification to the next of the same problem. */
const changing: ReadonlySet<string> = new Set([
  'value',
  'last_triggered_at',
  'last_triggered_at_epoch',
  'triggered_duration_sec',
  'first_triggered_at',
  'first_triggered_at_epoch',
])

export const valueInName = defineRule({
  id: 'message/value-in-name',
  severity: 'info',
  kinds: ['monitor'],
  title: 'The name holds a value that changes with every notification.',
  why: 'Tools behind the notification join what has the same title. With the value in it each notification looks like a new problem.',
  howToFix: 'Put the value into the message and keep tags such as `{{host.name}}` in the name.',
  examples: {
    good: [{ definition: metricMonitor({ name: 'Load is high on {{host.name}}' }) }],
    bad: [{ definition: metricMonitor({ name: 'Load is {{value}}' }), finds: '`{{value}}`' }],
  },
  *check({ definition }) {
    for (const { part, template } of partsOf(definition)) {
      if (template.field !== 'name') continue
      const name = changingIn(part)
      if (name === undefined) continue
      const message = `\`{{${name}}}\` in the name makes every notification look like a new problem.`
      yield { path: template.path, span: part.span, message, hint: 'Move it into the message.' }
    }
  },
})

/** The changing variable that a part puts into the text, also through a function: `{{eval "int(value)"}}`. */
function changingIn(part: MessagePart): string | undefined {
  if (part.kind === 'message-variable') return [part.path.join('.')].find(name => changing.has(name))
  if (part.kind !== 'message-function') return undefined
  const words = part.arguments.flatMap(({ value }) => value.match(/[a-z_]+/g) ?? [])
  return words.find(word => changing.has(word))
}
