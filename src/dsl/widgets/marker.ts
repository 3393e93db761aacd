import type { MarkerLine, MarkerSeverity } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { named, withoutUndefined } from './names.js'

/** A line across the graph, or a band. */
export type Marker = MarkerLooks &
  (
    | { readonly at: number; readonly from?: never; readonly to?: never }
    | { readonly at?: never; readonly from: number; readonly to: number }
  )

interface MarkerLooks {
  readonly label?: string
  readonly severity?: MarkerSeverity
  readonly line?: MarkerLine
}

/** A marker in the API's form: `value` is `'y = 15'` or `'10 < y < 999'`, `displayType` `'error dashed'`. */
export interface MarkerText {
  readonly value: string
  readonly displayType?: string
  readonly label?: string
  readonly time?: string
}

/** Events drawn over a graph. */
export interface EventOverlay {
  readonly q: string
  readonly tagsExecution?: 'and' | 'or' | 'AND' | 'OR'
}

export function markersJson(markers: unknown): Json {
  return Array.isArray(markers) ? markers.map(markerJson) : (markers as Json)
}

function markerJson(marker: Json): Json {
  if (!isJsonObject(marker) || marker.value !== undefined) return named(marker)
  const { at, from, to, severity = 'error', line = 'dashed', label } = marker
  const fields: JsonObject = {
    value: at === undefined ? `${String(from)} < y < ${String(to)}` : `y = ${String(at)}`,
    display_type: `${String(severity)} ${String(line)}`,
    label,
  }
  return withoutUndefined(fields)
}

export function eventsJson(events: unknown): Json {
  if (!Array.isArray(events)) return events as Json
  return events.map((event: unknown) => (typeof event === 'string' ? { q: event } : named(event)))
}
