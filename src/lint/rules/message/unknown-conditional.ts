import { conditionals } from '../../../catalog/index.js'
import { nearest } from '../../../diagnostic/index.js'
import type { MessageBlock } from '../../../query/index.js'
import { diagnosed, type FixesFor } from '../../diagnosed.js'
import { metricMonitor } from '../../example.js'
import { partsOf } from '../../facts/message-parts.js'
import { type EditText, replaceText } from '../../fix.js'
import { defineRule } from '../../rule.js'

/** Renames the block where it opens and where it closes. */
const renamed: FixesFor = ({ span, textPath }, definition) => {
  const placed = partsOf(definition).find(
    ({ part, template }) =>
      template.path.join() === textPath.join() &&
      part.kind === 'message-block' &&
      part.nameSpan.start === span?.start,
  )
  if (placed?.part.kind !== 'message-block' || !placed.part.closed) return []
  const name = nearest(placed.part.name, Object.keys(conditionals))
  if (name === undefined) return []
  return [
    { title: `Rename the block to \`${name}\`.`, edits: [renaming(placed.part, placed.template, name)] },
  ]
}

function renaming(
  block: MessageBlock,
  template: { readonly path: readonly string[]; readonly text: string },
  name: string,
): EditText {
  const closing = template.text.lastIndexOf(block.name, block.span.end)
  const end = { start: closing, end: closing + block.name.length }
  const opened = replaceText(template.path, block.nameSpan, name)
  return closing > block.nameSpan.start
    ? { ...opened, edits: [...opened.edits, { span: end, text: name }] }
    : opened
}

export const messageUnknownConditional = defineRule({
  id: 'message/unknown-conditional',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A conditional block has a name that Datadog does not know.',
  why: 'An unknown condition is never true, so its text and its handles are never sent. Most are typing errors.',
  howToFix:
    'Write one of the documented conditions: `is_alert`, `is_warning`, `is_no_data`, `is_recovery`, `is_match` and so on.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{#is_alert}}High.{{/is_alert}} @slack-sre' }) }],
    bad: [
      {
        definition: metricMonitor({ message: '{{#is_alrt}}High.{{/is_alrt}} @slack-sre' }),
        finds: '`is_alrt`',
      },
    ],
  },
  ...diagnosed('message/unknown-conditional', renamed),
})
