import { metricMonitor } from '../../example.js'
import { handlesOf, type PlacedHandle } from '../../facts/handles.js'
import { defineRule } from '../../rule.js'

export const duplicateHandle = defineRule({
  id: 'message/duplicate-handle',
  severity: 'info',
  kinds: ['monitor'],
  title: 'A handle inside a block repeats one that is always told.',
  why: 'Who stands outside every block is told in each state already. The copy suggests a routing that does not exist.',
  howToFix: 'Remove the copy inside the block, or the one outside if the state was meant to decide.',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{#is_alert}}@slack-loud{{/is_alert}} @slack-sre' }) }],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_alert}}High @slack-sre{{/is_alert}} @slack-sre' }),
        finds: 'is told in every state already',
      },
    ],
  },
  check({ definition }) {
    const handles = handlesOf(definition).filter(({ template }) => template.field === 'message')
    const always = new Set(handles.filter(isUnconditional).map(({ part }) => part.text))
    return handles
      .filter(handle => !isUnconditional(handle) && always.has(handle.part.text))
      .map(({ part, template }) => ({
        path: template.path,
        span: part.span,
        message: `\`${part.text}\` is told in every state already, because it also stands outside the blocks.`,
        hint: 'Remove one of the two.',
      }))
  },
})

function isUnconditional({ blocks }: PlacedHandle): boolean {
  return blocks.length === 0
}
