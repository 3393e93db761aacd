import type { PlacedWidget } from './widgets.js'

/** A rectangle of a dashboard's grid. */
export interface Box {
  readonly widget: PlacedWidget
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Columns of a dashboard with a fixed layout. */
export const gridColumns = 12

/** The place of a widget, if its layout gives all four numbers. */
export function boxOf(widget: PlacedWidget): Box | undefined {
  const { x, y, width, height } = widget.layout ?? {}
  const isWhole = [x, y, width, height].every(value => typeof value === 'number')
  return isWhole ? ({ widget, x, y, width, height } as Box) : undefined
}

/** True when two boxes share a field of the grid. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
