import { dashboard } from '../../example.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const variableDefaults = defineRule({
  id: 'dash/variable-defaults',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'The default of a template variable is given twice, or empty.',
  why: 'Datadog refuses a variable with both `default` and `defaults`, and one whose default is an empty text. The whole dashboard is then not created.',
  howToFix: "Write only `defaults`, with `'*'` for all values.",
  source: 'https://docs.datadoghq.com/api/latest/dashboards/',
  examples: {
    good: [
      { definition: dashboard({ template_variables: [{ name: 'env', prefix: 'env', defaults: ['*'] }] }) },
    ],
    bad: [
      {
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', default: 'prod', defaults: ['prod'] }],
        }),
        finds: 'both `default` and `defaults`',
      },
      {
        definition: dashboard({ template_variables: [{ name: 'env', prefix: 'env', defaults: [''] }] }),
        finds: 'empty text',
      },
    ],
  },
  check({ definition }) {
    return templateVariablesOf(definition).flatMap(({ name, variable, path }) => {
      const { default: single, defaults } = variable
      const isGiven = Array.isArray(defaults) && defaults.length > 0
      if (typeof single === 'string' && isGiven) {
        const at = [...path, 'default']
        const fixes = [{ title: 'Keep `defaults`.', edits: [remove(at)] }]
        return [
          {
            path: at,
            message: `The variable \`${name}\` has both \`default\` and \`defaults\`.`,
            hint: 'Keep `defaults`.',
            fixes,
          },
        ]
      }
      if (!isGiven || !defaults.includes('')) return []
      const message = `The default of the variable \`${name}\` is an empty text.`
      return [{ path: [...path, 'defaults'], message, hint: "Write `['*']` for all values." }]
    })
  },
})
