import { unusedTemplateVariables } from '../../../check/index.js'
import { type DashboardDefinition, isJsonObject, type Json } from '../../../model/index.js'
import { dashboard, timeseries } from '../../example.js'
import { templateVariablesOf } from '../../facts/template-variables.js'
import { type RemoveValue, remove } from '../../fix.js'
import { defineRule } from '../../rule.js'

export const templateVarUnused = defineRule({
  id: 'dash/template-var-unused',
  severity: 'warning',
  kinds: ['dashboard'],
  title: 'A template variable changes nothing.',
  why: 'The reader picks a value at the top of the dashboard and no widget listens. They read the wrong numbers and do not notice.',
  howToFix: 'Use the variable in the scope of the queries, `{$env}`, or remove it.',
  source: 'https://docs.datadoghq.com/dashboards/template_variables/',
  examples: {
    good: [
      {
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
          widgets: [{ definition: timeseries('Load', 'avg:system.load.1{$env}') }],
        }),
      },
      {
        title: 'A powerpack may listen to it.',
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
          widgets: [{ definition: { type: 'powerpack', powerpack_id: '1' } }],
        }),
      },
    ],
    bad: [
      {
        definition: dashboard({ template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }] }),
        finds: '`$env` is used by no widget',
      },
      {
        title: 'A saved view that sets it loses it, too.',
        definition: dashboard({
          template_variables: [{ name: 'env', prefix: 'env', defaults: ['prod'] }],
          template_variable_presets: [
            { name: 'prod', template_variables: [{ name: 'env', values: ['prod'] }] },
          ],
        }),
        finds: '`$env` is used by no widget',
      },
    ],
  },
  check({ definition }) {
    const unused = new Set(unusedTemplateVariables(definition))
    return templateVariablesOf(definition)
      .filter(({ name }) => unused.has(name))
      .map(({ name, path }) => ({
        path,
        message: `The template variable \`$${name}\` is used by no widget.`,
        hint: `Write \`{$${name}}\` in the queries, or remove the variable.`,
        fixes: [
          {
            title: `Remove the variable \`${name}\`.`,
            edits: [...presetEdits(definition, name), remove(path)],
          },
        ],
      }))
  },
})

/** A saved view may not set a variable that is gone. Later places first: removing one moves those behind it. */
function presetEdits(definition: DashboardDefinition, name: string): readonly RemoveValue[] {
  return listOf(definition.template_variable_presets).flatMap((preset, index) =>
    listOf(isJsonObject(preset) ? preset.template_variables : undefined)
      .map((variable, position) => ({ variable, position }))
      .filter(({ variable }) => isJsonObject(variable) && variable.name === name)
      .reverse()
      .map(({ position }) => remove(['template_variable_presets', index, 'template_variables', position])),
  )
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
