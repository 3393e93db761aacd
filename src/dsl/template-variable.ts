import type { JsonObject } from '../model/index.js'
import { definitionError } from './definition-error.js'

/** A dashboard's variable; stands in `.where(…)` of the dashboard's queries too. */
export interface TemplateVariable {
  readonly kind: 'template-variable'
  readonly name: string
  readonly definition: JsonObject
}

/** How a variable behaves; `default` and `defaults` exclude each other. */
export type VariableOptions = {
  /** The tag key or `@attribute` its values belong to; the name when absent, `null` for free text. */
  readonly prefix?: string | null
  /** The values offered; all when absent. */
  readonly values?: readonly string[]
  readonly type?: string
  /** Further fields in Datadog's own names. */
  readonly extra?: JsonObject
} & (
  | {
      /** What is chosen at first; everything (`*`) when absent. */
      readonly default?: string
      readonly defaults?: never
    }
  | {
      readonly default?: never
      /** What is chosen at first, several values. */
      readonly defaults?: readonly string[]
    }
)

/**
 * A variable that readers of a dashboard choose a value for.
 * @example variable('env', { default: 'staging' })
 */
export function variable(name: string, options: VariableOptions = {}): TemplateVariable {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) {
    throw definitionError('dsl/variable-name', `'${name}' is not the name of a template variable.`, {
      hint: 'Use letters, digits, `_`, `-` and `.`, without the `$`.',
      text: name,
    })
  }
  const definition = {
    name,
    prefix: options.prefix === undefined ? name : options.prefix,
    ...(options.default === undefined ? {} : { default: options.default }),
    ...(options.defaults === undefined ? {} : { defaults: options.defaults }),
    ...(options.values === undefined ? {} : { available_values: options.values }),
    ...(options.type === undefined ? {} : { type: options.type }),
    ...options.extra,
  }
  return { kind: 'template-variable', name, definition }
}

/** Values for several variables under one name. */
export interface VariablePreset {
  readonly kind: 'preset'
  readonly name: string
  readonly values: Readonly<Record<string, string | readonly string[]>>
}

/**
 * A choice of values for a dashboard's variables: one value, or a list of them.
 * @example preset('Production', { env: 'prod', region: ['eu', 'us'] })
 */
export function preset(name: string, values: VariablePreset['values']): VariablePreset {
  return { kind: 'preset', name, values }
}

export function presetJson({ name, values }: VariablePreset): JsonObject {
  const variables = Object.entries(values).map(([variable, value]) =>
    typeof value === 'string' ? { name: variable, value } : { name: variable, values: value },
  )
  return { name, template_variables: variables }
}

/** The API refuses a preset for a variable that the board does not have. */
export function checkPresets(presets: readonly VariablePreset[], names: readonly unknown[]): void {
  for (const { name, values } of presets) {
    const unknown = Object.keys(values).find(variable => !names.includes(variable))
    if (unknown === undefined) continue
    throw definitionError(
      'dsl/preset-variable',
      `The preset '${name}' sets '${unknown}', which is not a variable of this dashboard.`,
      {
        hint: `Add \`variable('${unknown}')\` to \`templateVariables\`.`,
      },
    )
  }
}
