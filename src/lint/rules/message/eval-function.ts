import { evalFunctions } from '../../../catalog/index.js'
import { didYouMean } from '../../../diagnostic/index.js'
import { metricMonitor } from '../../example.js'
import { functionsOf } from '../../facts/message-parts.js'
import { defineRule } from '../../rule.js'

export const evalFunction = defineRule({
  id: 'message/eval-function',
  severity: 'error',
  kinds: ['monitor'],
  title: '`eval` calls a function that it does not have.',
  why: 'An expression with an unknown function renders nothing. The number or link that the reader needs is missing.',
  howToFix: 'Use a documented function, for example `round`, `int` or `humanize_bytes`.',
  source: 'https://docs.datadoghq.com/monitors/guide/template-variable-evaluation/',
  examples: {
    good: [{ definition: metricMonitor({ message: '{{eval "round(value, 2)"}} @slack-sre' }) }],
    bad: [
      {
        definition: metricMonitor({ message: '{{eval "rond(value)"}} @slack-sre' }),
        finds: 'no function `rond`',
      },
    ],
  },
  *check({ definition }) {
    for (const { part, template } of functionsOf(definition)) {
      if (part.name !== 'eval') continue
      const unknown = functionsIn(part.arguments[0]?.value ?? '').filter(name => !known.has(name))
      for (const name of new Set(unknown)) {
        const hint =
          didYouMean(name, known) ?? 'Functions are for example `round`, `int` and `humanize_bytes`.'
        yield { path: template.path, span: part.span, message: `\`eval\` has no function \`${name}\`.`, hint }
      }
    }
  },
})

const known: ReadonlySet<string> = new Set(evalFunctions)

/** Names in front of an opening parenthesis, outside quotes. */
function functionsIn(expression: string): string[] {
  const bare = expression.replace(/'[^']*'|"[^"]*"/g, "''")
  return Array.from(bare.matchAll(/([A-Za-z_]\w*)\s*\(/g), match => match[1]!)
}
