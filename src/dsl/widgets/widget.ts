import type { LiveSpan } from '../../catalog/index.js'
import { isJsonObject, type JsonObject } from '../../model/index.js'
import { type Size, usualSizeOf } from './usual-size.js'

/** Where a widget lies on a board with a fixed or free layout; twelve columns on a fixed one. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The widget starts a new column on high-density boards. */
  readonly isColumnBreak?: boolean
}

/** A widget, not yet laid out. */
export interface Widget {
  readonly kind: 'widget'
  readonly definition: JsonObject
  /** The widgets inside a group. */
  readonly children?: readonly Widget[]
  readonly size: Size
  /** Null where it must not have a layout. */
  readonly at?: Place | null
  readonly id?: number
  /** Fields beside the definition that have no name here. */
  readonly beside?: JsonObject
}

/** What every widget takes. */
export interface PlacedOptions {
  /** The number of the live widget, where it must be kept. */
  readonly id?: number
  /** On a computed layout: columns of twelve, and rows. */
  readonly size?: Partial<Size>
  /** On a fixed or free layout: exactly here; null for no layout at all. */
  readonly at?: Place | null
  /** Further fields of the widget in Datadog's own names. */
  readonly extra?: JsonObject
}

/** The time a widget shows, where it is not the board's. `{}` is the board's. */
export type WidgetTime =
  | {
      readonly type?: never
      readonly liveSpan?: LiveSpan
      readonly hideIncompleteCostData?: boolean
    }
  | {
      readonly type: 'live'
      readonly value: number
      readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
      readonly hideIncompleteCostData?: boolean
    }
  | {
      readonly type: 'fixed'
      /** Seconds since 1970. */
      readonly from: number
      readonly to: number
      readonly hideIncompleteCostData?: boolean
    }

/** An entry of the menu that opens on a click: a new one, or a usual one that is renamed or hidden. */
export interface CustomLink {
  readonly label?: string
  readonly link?: string
  readonly overrideLabel?: string
  readonly isHidden?: boolean
}

export type TextAlign = 'left' | 'center' | 'right'

/** A widget's title; null for none. */
export type Title = string | null

/** What nearly every widget takes. */
export interface WidgetOptions extends PlacedOptions {
  /** The time it shows, where it is not the board's: short for `time: { liveSpan: '1h' }`. */
  readonly span?: LiveSpan
  readonly time?: WidgetTime
  readonly links?: readonly CustomLink[]
  readonly titleSize?: string
  readonly titleAlign?: TextAlign
  readonly description?: string
}

/** The widget of a finished definition. */
export function placedWidget(definition: JsonObject, options: PlacedOptions): Widget {
  const { id, at, size } = options
  return {
    kind: 'widget',
    definition,
    size: { ...usualSizeOf(String(definition.type)), ...size },
    ...(at === undefined ? {} : { at }),
    ...(id === undefined ? {} : { id }),
  }
}

/**
 * A widget in Datadog's own JSON: either its definition, or the definition with its layout and id.
 * @example raw({ type: 'topology_map', requests: [] })
 */
export function raw(json: JsonObject): Widget {
  if (!isJsonObject(json.definition)) return placedWidget(json, {})
  const { definition, layout, id, ...beside } = json
  const place = placeOf(layout)
  const widget = placedWidget(definition, {
    ...(place === undefined ? {} : { at: place }),
    ...(typeof id === 'number' ? { id } : {}),
  })
  return Object.keys(beside).length === 0 ? widget : { ...widget, beside }
}

function placeOf(layout: JsonObject[string]): Place | undefined {
  if (!isJsonObject(layout)) return undefined
  const { x, y, width, height } = layout
  const numbers = [x, y, width, height].every(value => typeof value === 'number')
  return numbers
    ? { ...layout, x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
    : undefined
}
