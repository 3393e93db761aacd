import { windowUnits } from '../../catalog/index.js'
import type { Window } from '../../query/index.js'
import type { Point, TimeSpan } from '../series-input.js'

const buckets: Readonly<Record<Window['unit'], number>> = {
  s: windowUnits.m.seconds,
  m: windowUnits.m.seconds,
  h: 10 * windowUnits.m.seconds,
  d: windowUnits.h.seconds,
  w: windowUnits.h.seconds,
  mo: 4 * windowUnits.h.seconds,
}

const mostEmpty = 3

/**
 * Whether the window counts as full: data in its first bucket, and at most three buckets without.
 * https://docs.datadoghq.com/monitors/configuration/#require-a-full-window-of-data
 */
export function isFullWindow(
  points: readonly Point[],
  { from, to }: TimeSpan,
  unit: Window['unit'],
): boolean {
  const count = Math.ceil((to - from) / buckets[unit])
  // A point carries the start of its bucket, which may lie a little before the window.
  const filled = new Set(points.map(([time]) => Math.max(0, Math.floor((time - from) / buckets[unit]))))
  return filled.has(0) && count - filled.size <= mostEmpty
}
