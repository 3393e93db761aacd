import { isJsonObject, type WidgetDefinition } from '../model/index.js'
import { definitionError } from './definition-error.js'
import { named } from './widgets/names.js'
import type { Size } from './widgets/usual-size.js'
import type { Place, Widget } from './widgets/widget.js'

/**
 * `auto`: Datadog arranges the widgets in their order. `fixed`: rows on twelve columns, computed from the sizes.
 * `free`: no columns; computed too, unless widgets say where they are. `ordered`: an older board that says nothing about
 * how it is arranged; only what widgets say themselves is written.
 */
export type DashboardLayout = 'auto' | 'fixed' | 'free' | 'ordered'

const columns = 12

/** How many units of a free board a column and a row are. */
const freeUnits: Size = { width: 12, height: 8 }

/** A group's title takes one row. */
const groupTitle = 1

/** The widgets with the layouts that their board needs. Each page, such as a tab, starts again at the top. */
export function laidOut(
  widgets: readonly Widget[],
  layout: DashboardLayout,
  pageOf: (widget: Widget) => number = () => 0,
): readonly WidgetDefinition[] {
  if (layout === 'auto') checkNoPlaces(widgets)
  if (layout === 'auto' || layout === 'ordered') {
    return widgets.map(widget => widgetJson(widget, layout, widget.at ?? undefined))
  }
  const places = placesByPage(widgets, layout, pageOf)
  return widgets.map((widget, index) => widgetJson(widget, layout, places.get(index)))
}

function placesByPage(
  widgets: readonly Widget[],
  layout: 'fixed' | 'free',
  pageOf: (widget: Widget) => number,
): ReadonlyMap<number, Place | undefined> {
  const pages = new Map<number, number[]>()
  for (const [index, widget] of widgets.entries()) {
    const page = pageOf(widget)
    pages.set(page, [...(pages.get(page) ?? []), index])
  }
  return new Map(
    [...pages.values()].flatMap(indexes => {
      const onPage = placed(
        indexes.map(index => widgets[index]!),
        layout,
      )
      return onPage.map(([, place], at) => [indexes[at]!, place] as const)
    }),
  )
}

function widgetJson(widget: Widget, layout: DashboardLayout, place: Place | undefined): WidgetDefinition {
  const json = place === undefined ? undefined : named(place)
  return {
    ...widget.beside,
    ...(widget.id === undefined ? {} : { id: widget.id }),
    definition: definitionOf(widget, layout),
    ...(isJsonObject(json) ? { layout: json } : {}),
  }
}

function checkNoPlaces(widgets: readonly Widget[]): void {
  if (widgets.every(({ at }) => at == null)) return
  throw definitionError(
    'dsl/widget-place',
    'A widget says where it is, but this board arranges its widgets itself.',
    {
      hint: "Write `layout: 'fixed'` or `layout: 'free'` on the dashboard, or leave `at` out.",
    },
  )
}

function definitionOf(widget: Widget, layout: DashboardLayout): WidgetDefinition['definition'] {
  if (widget.children === undefined) return widget.definition
  checkNoGroupInside(widget.children)
  return { ...widget.definition, widgets: laidOut(widget.children, layoutInside(layout)) }
}

/** Groups have columns on free boards, too. What their widgets say about themselves is kept on every board. */
function layoutInside(layout: DashboardLayout): DashboardLayout {
  return layout === 'free' || layout === 'fixed' ? 'fixed' : 'ordered'
}

function checkNoGroupInside(children: readonly Widget[]): void {
  if (children.every(child => child.children === undefined)) return
  throw definitionError('dsl/nested-group', 'A group stands inside a group, which Datadog does not allow.', {
    hint: 'Put both groups side by side.',
  })
}

/** Left to right, a new row where the next widget does not fit; a widget with a place of its own stays there. */
function placed(
  widgets: readonly Widget[],
  layout: 'fixed' | 'free',
): readonly (readonly [Widget, Place | undefined])[] {
  const units = layout === 'free' ? freeUnits : { width: 1, height: 1 }
  const cursor = { x: 0, y: 0, bottom: 0 }
  return widgets.map(widget => {
    if (widget.at === null) return [widget, undefined] as const
    const place = widget.at ?? scaled(nextPlace(cursor, sizeOf(widget)), units)
    if (widget.at !== undefined) startBelow(cursor, (place.y + place.height) / units.height)
    return [widget, place] as const
  })
}

function nextPlace(cursor: { x: number; y: number; bottom: number }, size: Size): Place {
  const width = Math.min(size.width, columns)
  if (cursor.x + width > columns) startBelow(cursor, cursor.bottom)
  const place = { x: cursor.x, y: cursor.y, width, height: size.height }
  cursor.x += width
  cursor.bottom = Math.max(cursor.bottom, cursor.y + size.height)
  return place
}

function startBelow(cursor: { x: number; y: number; bottom: number }, row: number): void {
  cursor.bottom = Math.max(cursor.bottom, Math.ceil(row))
  cursor.x = 0
  cursor.y = cursor.bottom
}

function scaled(place: Place, units: Size): Place {
  return {
    x: place.x * units.width,
    y: place.y * units.height,
    width: place.width * units.width,
    height: place.height * units.height,
  }
}

/** A group is as wide as the board and as high as its rows. */
function sizeOf(widget: Widget): Size {
  if (widget.children === undefined) return widget.size
  const rows = placed(widget.children, 'fixed').map(([, place]) =>
    place === undefined ? 0 : place.y + place.height,
  )
  return { width: columns, height: groupTitle + Math.max(0, ...rows) }
}
