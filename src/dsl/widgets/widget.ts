import type { LiveSpan } from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'

/** Where a widget lies on a board with a fixed or free layout; twelve columns on a fixed one. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A widget, not yet laid out. */
export interface Widget {
  readonly kind: 'widget'
  readonly definition: JsonObject
  /** The widgets inside a group. */
  readonly children?: readonly Widget[]
  readonly size: Size
  readonly at?: Place
}

/** Columns and rows on a board with a computed layout. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** What nearly every widget takes. */
export interface WidgetOptions {
  /** The time it shows, where it is not the board's. */
  readonly span?: LiveSpan
  readonly links?: readonly { readonly label: string; readonly link: string }[]
  /** On a computed layout: columns of twelve, and rows. */
  readonly size?: Partial<Size>
  /** On a fixed or free layout: exactly here. */
  readonly at?: Place
  /** Further fields of the widget in Datadog's own names. */
  readonly raw?: JsonObject
}

const usualSize: Size = { width: 4, height: 3 }

/** How large a widget of a type usually is, on twelve columns. */
const usualSizes: Readonly<Record<string, Size>> = {
  timeseries: { width: 6, height: 3 },
  heatmap: { width: 6, height: 3 },
  distribution: { width: 6, height: 3 },
  query_value: { width: 3, height: 2 },
  alert_value: { width: 3, height: 2 },
  check_status: { width: 3, height: 2 },
  alert_graph: { width: 6, height: 3 },
  query_table: { width: 12, height: 4 },
  list_stream: { width: 12, height: 4 },
  log_stream: { width: 12, height: 4 },
  toplist: { width: 4, height: 4 },
  manage_status: { width: 6, height: 4 },
  slo_list: { width: 6, height: 4 },
  event_stream: { width: 6, height: 4 },
  free_text: { width: 6, height: 1 },
}

/** A widget of a type with its own fields; the title stands first, what is undefined is left out. */
export function widget(
  type: string,
  title: string | undefined,
  fields: { readonly [field: string]: JsonObject[string] },
  options: WidgetOptions = {},
): Widget {
  const definition = withoutUndefined({
    title,
    type,
    ...fields,
    time: options.span === undefined ? undefined : { live_span: options.span },
    custom_links: options.links,
    ...options.raw,
  })
  const size = { ...(usualSizes[type] ?? usualSize), ...options.size }
  return { kind: 'widget', definition, size, ...(options.at === undefined ? {} : { at: options.at }) }
}

export function withoutUndefined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}

/**
 * A widget in Datadog's own JSON: either its definition, or the definition with its layout.
 * @example raw({ type: 'topology_map', requests: [] })
 */
export function raw(json: JsonObject): Widget {
  const { definition, layout } = json
  if (!isObject(definition)) return widget(String(json.type), undefined, json)
  const place = isObject(layout) ? placeOf(layout) : undefined
  return widget(String(definition.type), undefined, definition, place === undefined ? {} : { at: place })
}

function isObject(value: JsonObject[string]): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function placeOf(layout: JsonObject): Place | undefined {
  const { x, y, width, height } = layout
  const numbers = [x, y, width, height].every(value => typeof value === 'number')
  return numbers
    ? { ...layout, x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
    : undefined
}
