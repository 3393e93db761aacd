import type { Json, JsonObject } from '../json.js'
import { isArray, isObject, objectOf, textOf } from '../json.js'
import { WIDGET_TYPES } from './widget-types.js'

/** Why the server refuses the widgets of a dashboard, or undefined. */
export function checkWidgets(body: JsonObject): string | undefined {
  const { widgets, reflow_type: reflow } = body
  if (!isArray(widgets)) return "'widgets' is a required property"
  return first(widgets, (widget, position) => {
    const refusal = checkWidget(widget, 'outer') ?? checkReflow(widget, reflow)
    return refusal === undefined ? undefined : placed('widget', position, widget, refusal)
  })
}

function first(
  items: readonly Json[],
  check: (item: Json, position: number) => string | undefined,
): string | undefined {
  for (const [position, item] of items.entries()) {
    const refusal = check(item, position)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

function placed(what: string, position: number, widget: Json, refusal: string): string {
  const type = textOf(objectOf(objectOf(widget).definition).type)
  const end = refusal.endsWith('.') ? '' : '.'
  return `Invalid ${what} definition at position ${position} of type ${type}. Error: ${refusal}${end}`
}

function checkWidget(widget: Json, place: 'outer' | 'inner'): string | undefined {
  const definition = objectOf(widget).definition
  if (!isObject(definition)) return "'definition' is a required property"
  const type = definition.type
  if (typeof type !== 'string') return "'type' is a required property"
  if (!WIDGET_TYPES.has(type)) return `'${type}' is not a known widget type`
  return type === 'group' ? checkGroup(definition, place) : undefined
}

function checkGroup(definition: JsonObject, place: 'outer' | 'inner'): string | undefined {
  if (place === 'inner') return 'groups cannot stand in a group'
  if (definition.layout_type !== 'ordered') return "'layout_type' of a group must be 'ordered'"
  if (!isArray(definition.widgets)) return "'widgets' is a required property"
  return first(definition.widgets, (widget, position) => {
    const refusal = checkWidget(widget, 'inner')
    return refusal === undefined ? undefined : placed('inner widget', position, widget, refusal)
  })
}

/**
 * `auto` places widgets itself, `fixed` needs every place: https://docs.datadoghq.com/api/latest/dashboards/
 * Groups without a place are taken: boards that ship with integrations have them.
 */
function checkReflow(widget: Json, reflow: Json | undefined): string | undefined {
  const { layout, definition } = objectOf(widget)
  if (reflow === 'auto' && isObject(layout)) return "'layout' is not allowed when 'reflow_type' is 'auto'"
  const needsPlace = reflow === 'fixed' && !isObject(layout) && objectOf(definition).type !== 'group'
  return needsPlace ? "'layout' is required when 'reflow_type' is 'fixed'" : undefined
}
