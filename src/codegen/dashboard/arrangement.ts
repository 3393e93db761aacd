import { optionName } from '../../catalog/index.js'
import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, jsonLiteral } from '../code/index.js'
import type { PlaceMembers } from './widget.js'

/** How a board arranges its widgets, and what each widget says about its place. */
export interface Arrangement {
  readonly layout: 'auto' | 'fixed' | 'free' | 'ordered'
  readonly place: PlaceMembers
  /** Fields that the layout alone would not write. */
  readonly extra: JsonObject
}

const nowhere: readonly (readonly [string, null])[] = [['at', null]]

/** Undefined for places that builders cannot write. */
export function arrangementOf(definition: DashboardDefinition): Arrangement | undefined {
  const places = definition.widgets.map(placeOf)
  const inner = definition.widgets.flatMap(childrenOf).map(placeOf)
  if (![...places, ...inner].every(place => place === undefined || isPlace(place))) return undefined
  const reflow = definition.reflow_type ?? undefined
  const hasPlaces = places.some(place => place !== undefined)
  if (definition.layout_type === 'free') {
    return { layout: 'free', place: explicit, extra: reflow === undefined ? {} : { reflow_type: reflow } }
  }
  const extra: JsonObject =
    definition.layout_type === 'ordered' ? {} : { layout_type: definition.layout_type }
  if (reflow === 'fixed') return { layout: 'fixed', place: explicit, extra }
  if (!hasPlaces && (reflow === undefined || reflow === 'auto')) {
    return { layout: 'auto', place: implicit, extra }
  }
  const unusual = reflow === undefined ? {} : { reflow_type: reflow }
  return { layout: 'ordered', place: implicit, extra: { ...extra, ...unusual } }
}

/** Boards that compute places need to be told where a widget has none. */
const explicit: PlaceMembers = layout => (layout === undefined ? nowhere : [['at', placeCode(layout)]])

/** Boards that compute nothing. */
const implicit: PlaceMembers = layout => (layout === undefined ? [] : [['at', placeCode(layout)]])

function placeCode(layout: JsonObject): Code {
  return jsonLiteral(
    Object.fromEntries(Object.entries(layout).map(([key, value]) => [optionName(key), value])),
  )
}

function placeOf(widget: Json): Json | undefined {
  return isJsonObject(widget) ? widget.layout : undefined
}

function childrenOf(widget: Json): readonly Json[] {
  const definition = isJsonObject(widget) ? widget.definition : undefined
  return isJsonObject(definition) && Array.isArray(definition.widgets) ? definition.widgets : []
}

function isPlace(place: Json): boolean {
  return (
    isJsonObject(place) &&
    ['x', 'y', 'width', 'height'].every(side => typeof place[side] === 'number') &&
    Object.keys(place).every(key => ['x', 'y', 'width', 'height', 'is_column_break'].includes(key)) &&
    (place.is_column_break === undefined || typeof place.is_column_break === 'boolean')
  )
}
