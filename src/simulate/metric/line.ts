import type { Point, TimeSpan } from '../series-input.js'

/** One value for each bucket of a grid; `undefined` where there is none. */
export type Values = readonly (number | undefined)[]

/** The values of one group. */
export interface Line {
  readonly tags: readonly string[]
  readonly values: Values
  /** The points behind `values` when a leaf was reduced to one value before the arithmetic. */
  readonly used?: readonly Point[]
}

/** Lines by group key. */
export type Lines = ReadonlyMap<string, Line>

/** Buckets of equal length, aligned to UNIX time and not to the window: the first and last may be cut. */
export interface Grid {
  readonly start: number
  readonly step: number
  readonly length: number
}

/** https://docs.datadoghq.com/dashboards/functions/rollup/ */
export function gridOver(span: TimeSpan, step: number): Grid {
  const start = Math.floor(span.from / step) * step
  return { start, step, length: Math.max(0, Math.ceil((span.to - start) / step)) }
}

/** The bucket that holds a time. */
export function slotOf(grid: Grid, time: number): number {
  return Math.floor((time - grid.start) / grid.step)
}

/** The values that are there, with the times at which their buckets start. */
export function presentPoints(grid: Grid, values: Values): Point[] {
  const points: Point[] = []
  for (let slot = 0; slot < grid.length; slot += 1) {
    const value = values[slot]
    if (value !== undefined) points.push([grid.start + slot * grid.step, value])
  }
  return points
}

/** The values that are there. */
export function presentValues(values: Values): number[] {
  return values.filter(value => value !== undefined)
}

/** What arithmetic gives as no point: nothing is infinite in Datadog. */
export function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}
