import {
  type DashboardDefinition,
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonPath,
} from '../../model/index.js'
import { memo } from './memo.js'

/** A widget of a dashboard or of a group in it. */
export interface PlacedWidget {
  readonly definition: JsonObject
  readonly type: string
  readonly layout: JsonObject | undefined
  /** The path of the widget; its definition is one step below. */
  readonly path: JsonPath
  /** The group around it. */
  readonly group: PlacedWidget | undefined
}

/** Every widget, groups before what they hold. */
export const widgetsOf = memo((definition: DashboardDefinition): readonly PlacedWidget[] => {
  const found: PlacedWidget[] = []
  collect(definition.widgets, ['widgets'], undefined, found)
  return found
})

function collect(
  widgets: Json | undefined,
  path: JsonPath,
  group: PlacedWidget | undefined,
  found: PlacedWidget[],
): void {
  if (!Array.isArray(widgets)) return
  for (const [index, widget] of widgets.entries()) {
    if (!isJsonObject(widget) || !isJsonObject(widget.definition)) continue
    const placed = placedWidget(widget, widget.definition, [...path, index], group)
    found.push(placed)
    collect(widget.definition.widgets, [...placed.path, 'definition', 'widgets'], placed, found)
  }
}

function placedWidget(
  widget: JsonObject,
  definition: JsonObject,
  path: JsonPath,
  group: PlacedWidget | undefined,
): PlacedWidget {
  const type = typeof definition.type === 'string' ? definition.type : ''
  const layout = isJsonObject(widget.layout) ? widget.layout : undefined
  return { definition, type, layout, path, group }
}

/** The title of a widget, or its type in words where it has none. */
export function widgetName({ definition, type }: PlacedWidget): string {
  const { title } = definition
  return typeof title === 'string' && title.trim() !== '' ? `\`${title}\`` : `without a title (${type})`
}
