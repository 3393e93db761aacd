import { didYouMean } from '../../../diagnostic/index.js'
import { dashboard } from '../../example.js'
import { presetsOf } from '../../facts/presets.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import { defineRule } from '../../rule.js'

const template_variables = [{ name: 'env', prefix: 'env', defaults: ['*'] }]

export const presetVariable = defineRule({
  id: 'dash/preset-variable',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'A saved view sets a template variable that does not exist.',
  why: 'Choosing the view then changes less than its name says. Usually the variable was renamed and the view was not.',
  howToFix: 'Correct the name, or remove the variable from the view.',
  source: 'https://docs.datadoghq.com/dashboards/template_variables/#saved-views',
  examples: {
    good: [
      {
        definition: dashboard({
          template_variables,
          template_variable_presets: [
            { name: 'Production', template_variables: [{ name: 'env', values: ['prod'] }] },
          ],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({
          template_variables,
          template_variable_presets: [
            { name: 'Production', template_variables: [{ name: 'envs', values: ['prod'] }] },
          ],
        }),
        finds: '`envs`, which does not exist',
      },
    ],
  },
  check({ definition }) {
    const declared = templateVariablesOf(definition).map(({ name }) => name)
    return presetsOf(definition).flatMap(preset =>
      preset.variables.flatMap(({ name }) => {
        if (typeof name !== 'string' || declared.includes(name)) return []
        const message = `The saved view \`${preset.name}\` sets \`${name}\`, which does not exist.`
        return [
          { path: preset.path, message, hint: didYouMean(name, declared) ?? 'Remove it from the view.' },
        ]
      }),
    )
  },
})
