import { type DashboardDefinition, isJsonObject, type JsonObject, type JsonPath } from '../../model/index.js'

/** A saved view: values for template variables under a name. */
export interface Preset {
  readonly name: string
  readonly path: JsonPath
  readonly variables: readonly JsonObject[]
}

/** The saved views of a dashboard. */
export function presetsOf(definition: DashboardDefinition): Preset[] {
  const presets = definition.template_variable_presets
  if (!Array.isArray(presets)) return []
  return [...presets.entries()].flatMap(([index, preset]) => {
    if (!isJsonObject(preset)) return []
    const name = typeof preset.name === 'string' ? preset.name : ''
    const variables = Array.isArray(preset.template_variables)
      ? preset.template_variables.filter(isJsonObject)
      : []
    return [{ name, path: ['template_variable_presets', index], variables }]
  })
}
