import { didYouMean } from '../../../diagnostic/index.js'
import { metricMonitor } from '../../example.js'
import { blocksOf } from '../../facts/message-parts.js'
import { availableVariables, tagKeyOf } from '../../facts/message-variables.js'
import { defineRule } from '../../rule.js'

export const isMatchVariable = defineRule({
  id: 'message/is-match-variable',
  severity: 'error',
  kinds: ['monitor'],
  title: 'A match asks for a tag that the notification does not have.',
  why: 'The comparison is with nothing, so it is never true. Whoever stands inside the block is never told.',
  howToFix: 'Group the query by the tag, or compare with one that it has.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables',
  examples: {
    good: [
      {
        definition: metricMonitor({
          message: '{{#is_match "host.name" "db"}}@slack-db{{/is_match}} @slack-sre',
        }),
      },
      {
        definition: metricMonitor({ message: '{{#is_match "host" "db"}}@slack-db{{/is_match}} @slack-sre' }),
      },
      {
        definition: metricMonitor({
          message: '{{#is_exact_match "value" "5"}}@slack-db{{/is_exact_match}} @slack-sre',
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          message: '{{#is_match "service.name" "db"}}@slack-db{{/is_match}} @slack-sre',
        }),
        finds: '`service`',
      },
    ],
  },
  *check({ definition }) {
    const available = availableVariables(definition)
    if (!available.known) return
    for (const { part, template } of blocksOf(definition)) {
      if (!part.name.endsWith('match')) continue
      const [variable, text] = part.arguments
      // Asking whether a variable is empty is how a missing tag is handled.
      if (variable?.kind !== 'string' || (text?.kind === 'string' && text.value === '')) continue
      const path = pathOf(variable.value)
      if (available.has(path)) continue
      const key = tagKeyOf(path)
      yield {
        path: template.path,
        span: variable.span,
        message: `\`${variable.value}\` is always empty here: the query neither groups by \`${key}\` nor filters by it.`,
        hint: didYouMean(key, [...available.keys]) ?? `Add \`${key}\` to \`by {…}\`.`,
      }
    }
  },
})

/** `[dot.key].name` in segments; a bracket may hold dots. */
function pathOf(text: string): string[] {
  return Array.from(text.matchAll(/\[([^\]]*)\]|[^.[\]]+/g), match => match[1] ?? match[0])
}
