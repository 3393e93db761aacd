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

/** The names after `$` in a text: `$env`, `$env.value`, `$service.name`. */
export function variablesIn(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(/\$([A-Za-z_][A-Za-z0-9_.-]*)/g), match => ({
    name: match[1]!,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** True when a text after `$` may mean this variable: `env` is meant by `env`, `env.value` and `env-eu`, not by `environment`. */
export function means(written: string, declared: string): boolean {
  return (
    written === declared || (written.startsWith(declared) && /^[.-]/.test(written.slice(declared.length)))
  )
}
