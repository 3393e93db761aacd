import { type DashboardDefinition, isJsonObject, type JsonObject, type JsonPath } from '../../model/index.js'
import { memo } from './memo.js'

/** A template variable of a dashboard. */
export interface TemplateVariable {
  readonly name: string
  readonly variable: JsonObject
  readonly path: JsonPath
}

/** The template variables that a dashboard declares. */
export const templateVariablesOf = memo((definition: DashboardDefinition): readonly TemplateVariable[] =>
  (definition.template_variables ?? []).flatMap((variable, index) =>
    isJsonObject(variable) && typeof variable.name === 'string'
      ? [{ name: variable.name, variable, path: ['template_variables', index] }]
      : [],
  ),
)
