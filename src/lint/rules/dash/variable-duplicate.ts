import { dashboard } from '../../example.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import { defineRule } from '../../rule.js'

export const variableDuplicate = defineRule({
  id: 'dash/variable-duplicate',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'Two template variables have the same name.',
  why: 'A query can only name one of them, so the other does nothing. Datadog refuses such dashboards.',
  howToFix: 'Rename or remove one of them.',
  source: 'https://docs.datadoghq.com/dashboards/template_variables/',
  examples: {
    good: [
      {
        definition: dashboard({
          template_variables: [
            { name: 'env', prefix: 'env' },
            { name: 'host', prefix: 'host' },
          ],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({
          template_variables: [
            { name: 'env', prefix: 'env' },
            { name: 'env', prefix: 'stage' },
          ],
        }),
        finds: 'twice',
      },
    ],
  },
  check({ definition }) {
    const seen = new Set<string>()
    return templateVariablesOf(definition).flatMap(({ name, path }) => {
      const isCopy = seen.has(name)
      seen.add(name)
      if (!isCopy) return []
      return [
        {
          path,
          message: `The template variable \`${name}\` is declared twice.`,
          hint: 'Rename or remove one.',
        },
      ]
    })
  },
})
