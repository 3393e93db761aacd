import { type DashboardDefinition, isJsonObject, type JsonObject } from '../../../model/index.js'
import { dashboard } from '../../example.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import type { Report } from '../../finding.js'
import { remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const variableDefaults = defineRule({
  id: 'dash/variable-defaults',
  severity: 'error',
  kinds: ['dashboard'],
  title: 'The value of a template variable is given twice, or empty.',
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
      {
        definition: withPreset({ name: 'env', value: 'prod', values: ['prod'] }),
        finds: 'both `value` and `values`',
      },
      { definition: withPreset({ name: 'env', values: [] }), finds: 'no value' },
    ],
  },
  check({ definition }) {
    return [...presetFaults(definition), ...defaultFaults(definition)]
  },
})

function withPreset(variable: JsonObject) {
  return dashboard({
    template_variables: [{ name: 'env', prefix: 'env', defaults: ['*'] }],
    template_variable_presets: [{ name: 'Production', template_variables: [variable] }],
  })
}

function defaultFaults(definition: DashboardDefinition): Report[] {
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
}

/** A saved view gives the values of a variable once, and at least one. */
function presetFaults({ template_variable_presets }: DashboardDefinition): Report[] {
  return objectsIn(template_variable_presets).flatMap(([index, preset]) =>
    objectsIn(preset.template_variables).flatMap(([at, { name, value, values }]): Report[] => {
      const path = ['template_variable_presets', index, 'template_variables', at]
      const where = `The saved view ${JSON.stringify(preset.name)} gives ${JSON.stringify(name)}`
      if (Array.isArray(values) && values.length === 0) {
        const hint = "Write `['*']` for all values."
        return [{ path: [...path, 'values'], message: `${where} no value.`, hint }]
      }
      if (typeof value !== 'string' || !Array.isArray(values)) return []
      const fixes = [{ title: 'Keep `values`.', edits: [remove([...path, 'value'])] }]
      const message = `${where} both \`value\` and \`values\`.`
      return [{ path: [...path, 'value'], message, hint: 'Keep `values`.', fixes }]
    }),
  )
}

function objectsIn(list: unknown): (readonly [number, JsonObject])[] {
  if (!Array.isArray(list)) return []
  return [...list.entries()].flatMap(([index, item]) => (isJsonObject(item) ? [[index, item] as const] : []))
}
