import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'

/**
 * The dashboard with the widgets of its tabs named by position (`@1` is the first), as an author may write them; the
 * account answers with the numbers of the widgets instead.
 */
export function withTabPositions(dashboard: JsonObject): JsonObject {
  const { tabs, widgets } = dashboard
  if (!Array.isArray(tabs) || !Array.isArray(widgets)) return dashboard
  const positions = new Map(widgets.map((widget, index) => [idOf(widget), `@${index + 1}`]))
  const positionOf = (id: Json): Json => (typeof id === 'number' ? (positions.get(id) ?? id) : id)
  return { ...dashboard, tabs: tabs.map(tab => withPositions(tab, positionOf)) }
}

function withPositions(tab: Json, positionOf: (id: Json) => Json): Json {
  if (!isJsonObject(tab) || !Array.isArray(tab.widget_ids)) return tab
  return { ...tab, widget_ids: tab.widget_ids.map(positionOf) }
}

function idOf(widget: Json): Json | undefined {
  return isJsonObject(widget) ? widget.id : undefined
}
