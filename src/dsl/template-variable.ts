import type { JsonObject } from '../model/index.js'
import { definitionError } from './definition-error.js'

/** A dashboard's variable; stands in `.where(…)` of the dashboard's queries too. */
export interface TemplateVariable {
  readonly kind: 'template-variable'
  readonly name: string
  readonly definition: JsonObject
}

/** How a variable behaves. */
export interface VariableOptions {
  /** The tag key or `@attribute` its values belong to; the name when absent, `null` for free text. */
  readonly prefix?: string | null
  /** What is chosen at first; everything (`*`) when absent. */
  readonly default?: string | readonly string[]
  /** The values offered; all when absent. */
  readonly values?: readonly string[]
  readonly type?: string
}

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
    ...(options.default === undefined ? {} : { defaults: defaultsOf(options.default) }),
    ...(options.values === undefined ? {} : { available_values: options.values }),
    ...(options.type === undefined ? {} : { type: options.type }),
  }
  return { kind: 'template-variable', name, definition }
}

function defaultsOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}
