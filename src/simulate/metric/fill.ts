import type { Values } from './line.js'

/** How gaps between real samples are filled. https://docs.datadoghq.com/dashboards/functions/interpolation/ */
export interface Fill {
  readonly mode: FillMode
  /** Seconds after a real sample. */
  readonly limit: number
}

export type FillMode = 'linear' | 'last' | 'zero' | 'null'

/** Datadog interpolates gauges so long after a real sample. */
export const defaultFillLimit = 300

const fills: Readonly<Record<FillMode, (gap: Gap, share: number) => number | undefined>> = {
  linear: ({ before, after }, share) => (after === undefined ? undefined : before + (after - before) * share),
  last: ({ before }) => before,
  zero: () => 0,
  null: () => undefined,
}

interface Gap {
  readonly before: number
  /** Absent when no sample follows. */
  readonly after: number | undefined
}

/** Fills what follows a real sample, up to the limit; never what comes before the first one. */
export function fillGaps(values: Values, fill: Fill, step: number): Values {
  if (fill.mode === 'null') return values
  const filled = [...values]
  let before = nextPresent(values, 0)
  while (before !== -1) {
    const after = nextPresent(values, before + 1)
    fillGap(filled, before, after, fill, step)
    before = after
  }
  return filled
}

function nextPresent(values: Values, from: number): number {
  for (let slot = from; slot < values.length; slot += 1) if (values[slot] !== undefined) return slot
  return -1
}

function fillGap(values: (number | undefined)[], from: number, to: number, fill: Fill, step: number): void {
  const end = to === -1 ? values.length : to
  const gap = { before: values[from]!, after: to === -1 ? undefined : values[to] }
  for (let slot = from + 1; slot < end && (slot - from) * step <= fill.limit; slot += 1) {
    values[slot] = fills[fill.mode](gap, (slot - from) / (end - from))
  }
}
