import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { stableText } from './normalize/index.js'

/**
 * The dashboard with each widget's live number, where a live widget is the same one: equal in definition, or else of the
 * same type and title in the same group. Widgets with a number of their own keep it; no number is given twice.
 */
export function withLiveWidgetIds(desired: JsonObject, live: JsonObject): JsonObject {
  const widgets = widgetsOf(desired)
  return widgets === undefined ? desired : { ...desired, widgets: numbered(widgets, widgetsOf(live) ?? []) }
}

function numbered(widgets: readonly Json[], live: readonly Json[]): readonly Json[] {
  const free = live.filter(isJsonObject).filter(widget => typeof widget.id === 'number')
  const taken = new Set<JsonObject>()
  const partners = new Map<Json, JsonObject>()
  for (const likeness of [exactText, titleText]) pair(widgets, free, taken, partners, likeness)
  return widgets.map(widget => withId(widget, partners.get(widget)))
}

type Likeness = (widget: JsonObject) => string

function pair(
  widgets: readonly Json[],
  live: readonly JsonObject[],
  taken: Set<JsonObject>,
  partners: Map<Json, JsonObject>,
  likeness: Likeness,
): void {
  const waiting = new Map<string, JsonObject[]>()
  for (const widget of live) {
    if (taken.has(widget)) continue
    const text = likeness(widget)
    waiting.set(text, [...(waiting.get(text) ?? []), widget])
  }
  for (const widget of widgets) {
    if (!isJsonObject(widget) || partners.has(widget)) continue
    const partner = waiting.get(likeness(widget))?.shift()
    if (partner === undefined) continue
    taken.add(partner)
    partners.set(widget, partner)
  }
}

function withId(widget: Json, partner: JsonObject | undefined): Json {
  if (!isJsonObject(widget) || partner === undefined) return widget
  const id = widget.id ?? partner.id!
  const definition = widget.definition
  const inner = isJsonObject(definition) ? widgetsOf(definition) : undefined
  const liveInner = isJsonObject(partner.definition) ? widgetsOf(partner.definition) : undefined
  if (inner === undefined || !isJsonObject(definition)) return { ...widget, id }
  return { ...widget, id, definition: { ...definition, widgets: numbered(inner, liveInner ?? []) } }
}

function widgetsOf(holder: JsonObject): readonly Json[] | undefined {
  return Array.isArray(holder.widgets) ? holder.widgets : undefined
}

/** Everything of a widget but the numbers of itself and of the widgets in it. */
function exactText(widget: JsonObject): string {
  const { id: _, ...rest } = widget
  const definition = rest.definition
  if (!isJsonObject(definition)) return stableText(rest)
  const inner = widgetsOf(definition)
  if (inner === undefined) return stableText(rest)
  const texts = inner.map(item => (isJsonObject(item) ? exactText(item) : stableText(item)))
  return stableText({ ...rest, definition: { ...definition, widgets: texts } })
}

function titleText(widget: JsonObject): string {
  const definition = isJsonObject(widget.definition) ? widget.definition : {}
  return stableText([definition.type ?? null, definition.title ?? null])
}

/** The dashboard without the numbers of its widgets. */
export function withoutWidgetIds(dashboard: JsonObject): JsonObject {
  const widgets = widgetsOf(dashboard)
  return widgets === undefined ? dashboard : { ...dashboard, widgets: widgets.map(withoutId) }
}

function withoutId(widget: Json): Json {
  if (!isJsonObject(widget)) return widget
  const { id: _, ...rest } = widget
  const definition = rest.definition
  return isJsonObject(definition) ? { ...rest, definition: withoutWidgetIds(definition) } : rest
}
