import type { Json, JsonObject } from '../json.js'
import { arrayOf, isArray, isObject, objectOf, textOf } from '../json.js'
import { checkMetricQueries } from './check-queries.js'
import { checkWidgets } from './check-widgets.js'
import { pythonText } from './python-text.js'

/** Fields that a client writes; they are stored as they are sent. */
export const WRITABLE_FIELDS = [
  'title',
  'description',
  'widgets',
  'layout_type',
  'reflow_type',
  'template_variables',
  'template_variable_presets',
  'notify_list',
  'restricted_roles',
  'tags',
  'tabs',
  'default_timeframe',
] as const

/** Fields of an answer that a client may send back; they are ignored. */
const IGNORED_FIELDS = [
  'id',
  'url',
  'author_handle',
  'author_name',
  'author_info',
  'created_at',
  'modified_at',
  'is_read_only',
  'experience_type',
  'deleted_at',
  'resource',
] as const

const KNOWN_FIELDS: ReadonlySet<string> = new Set([...WRITABLE_FIELDS, ...IGNORED_FIELDS])
const MOST_TAGS = 5
const MOST_TABS = 100

/** The server's text when it refuses a dashboard, or undefined. */
export function checkDashboard(body: JsonObject): string | undefined {
  const unknown = Object.keys(body).find(key => !KNOWN_FIELDS.has(key))
  if (unknown !== undefined) return `Additional properties are not allowed ('${unknown}' was unexpected)`
  return (
    checkShape(body) ??
    checkTags(body.tags) ??
    checkVariables(body.template_variables) ??
    checkPresets(body.template_variable_presets) ??
    checkTabs(body.tabs) ??
    checkWidgets(body) ??
    checkMetricQueries(body)
  )
}

function checkShape(body: JsonObject): string | undefined {
  const { title, layout_type: layout, reflow_type: reflow, notify_list: notified } = body
  if (layout !== 'ordered' && layout !== 'free') return oneOf('layout_type', ['ordered', 'free'])
  if (typeof title !== 'string') return "'title' is a required property"
  if (reflow !== undefined && reflow !== null && reflow !== 'auto' && reflow !== 'fixed') {
    return oneOf('reflow_type', ['auto', 'fixed'])
  }
  if (layout === 'free' && typeof reflow === 'string')
    return "'reflow_type' is only allowed with 'layout_type' 'ordered'"
  return isListOrAbsent(notified) ? undefined : "'notify_list' is invalid"
}

function oneOf(parameter: string, values: readonly string[]): string {
  return `Value of parameter '${parameter}' should be any of these ${pythonText(values)}`
}

function isListOrAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || isArray(value)
}

function checkTags(tags: Json | undefined): string | undefined {
  const list = arrayOf(tags)
  if (list.some(tag => !textOf(tag).startsWith('team:')))
    return 'Invalid tag format. Valid tag keys are: team.'
  return list.length > MOST_TAGS
    ? `Maximum number of elements in parameter 'tags' should be ${MOST_TAGS}`
    : undefined
}

function checkVariables(variables: Json | undefined): string | undefined {
  if (!isListOrAbsent(variables)) return "'template_variables' is invalid"
  return firstOf(arrayOf(variables), variable => {
    if (!isObject(variable) || typeof variable.name !== 'string') return "'template_variables' is invalid"
    if (isSet(variable.default) && isSet(variable.defaults)) return "'template_variables' is invalid"
    return arrayOf(variable.defaults).includes('')
      ? "Minimum length of parameter 'defaults' should be 1"
      : undefined
  })
}

function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null
}

function checkPresets(presets: Json | undefined): string | undefined {
  const variables = arrayOf(presets).flatMap(preset => arrayOf(objectOf(preset).template_variables))
  return firstOf(variables, variable => {
    const { value, values } = objectOf(variable)
    if (isSet(value) && isSet(values))
      return `'template_variables' value '${pythonText(variable)}' is invalid`
    const isEmpty = isArray(values) && values.length === 0
    return isEmpty ? "Minimum number of elements in parameter 'values' should be 1" : undefined
  })
}

function checkTabs(tabs: Json | undefined): string | undefined {
  if (arrayOf(tabs).length > MOST_TABS)
    return `Maximum number of elements in parameter 'tabs' should be ${MOST_TABS}`
  return arrayOf(tabs).every(tab => typeof objectOf(tab).name === 'string') ? undefined : "'tabs' is invalid"
}

function firstOf(items: readonly Json[], check: (item: Json) => string | undefined): string | undefined {
  for (const item of items) {
    const refusal = check(item)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
