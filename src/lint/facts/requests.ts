import {
  type DashboardDefinition,
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonPath,
} from '../../model/index.js'
import { memo } from './memo.js'
import { type PlacedWidget, widgetsOf } from './widgets.js'

/** One request of a widget. */
export interface PlacedRequest {
  readonly request: JsonObject
  readonly path: JsonPath
  readonly widget: PlacedWidget
}

/** Every request of every widget; the named requests of old scatter plots and host maps too. */
export const requestsOf = memo((definition: DashboardDefinition): readonly PlacedRequest[] =>
  widgetsOf(definition).flatMap(widget => {
    const path = [...widget.path, 'definition']
    const source = widget.definition.source_widget_definition
    if (!isJsonObject(source)) return requestsIn(widget, path)
    // A split graph draws the requests of another widget once for each group.
    const type = typeof source.type === 'string' ? source.type : widget.type
    return requestsIn({ ...widget, definition: source, type }, [...path, 'source_widget_definition'])
  }),
)

function requestsIn(widget: PlacedWidget, path: JsonPath): PlacedRequest[] {
  return listed(widget.definition.requests).map(([step, request]) => ({
    request,
    path: [...path, 'requests', step],
    widget,
  }))
}

function listed(requests: Json | undefined): (readonly [string | number, JsonObject])[] {
  const entries: (readonly [string | number, Json | undefined])[] = Array.isArray(requests)
    ? [...requests.entries()]
    : isJsonObject(requests)
      ? Object.entries(requests)
      : []
  return entries.flatMap(([step, request]) => (isJsonObject(request) ? [[step, request] as const] : []))
}

/** The objects of a list field of a request, with their positions. */
export function entriesOf(request: JsonObject, field: string): (readonly [number, JsonObject])[] {
  const list = request[field]
  if (!Array.isArray(list)) return []
  return [...list.entries()].flatMap(([index, entry]) =>
    isJsonObject(entry) ? [[index, entry] as const] : [],
  )
}
