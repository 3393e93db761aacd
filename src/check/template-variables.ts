import { recordsOf, textsIn } from './json-values.js'

/** A template variable as it stands in a text. */
export interface WrittenVariable {
  /** Without `$`. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The names after `$` in a text: `$env`, `$env.value`, `$service.name`. */
export function templateVariablesIn(text: string): WrittenVariable[] {
  return Array.from(text.matchAll(/\$([A-Za-z_][A-Za-z0-9_.-]*)/g), match => ({
    name: match[1]!,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** True when a text after `$` may mean this variable: `env` is meant by `env`, `env.value` and `env-eu`, not by `environment`. */
export function meansVariable(written: string, declared: string): boolean {
  return (
    written === declared || (written.startsWith(declared) && /^[.-]/.test(written.slice(declared.length)))
  )
}

/**
 * `dash/template-var-unused`: the declared variables that no widget names, in its queries or anywhere else. A powerpack
 * may listen to any of them.
 */
export function unusedTemplateVariables(dashboard: {
  readonly template_variables?: unknown
  readonly widgets?: unknown
}): readonly string[] {
  const declared = textsIn(recordsOf(dashboard.template_variables).map(({ name }) => name))
  const text = declared.length === 0 ? '' : (JSON.stringify(dashboard.widgets) ?? '')
  if (text.includes('"type":"powerpack"')) return []
  const written = [...new Set(templateVariablesIn(text).map(({ name }) => name))]
  return declared.filter(name => !written.some(each => meansVariable(each, name)))
}
