/** The made-up values of a drawing, and the span of values it shows. */
export interface Shape {
  readonly values: readonly number[]
  /** The expected band at each point. */
  readonly band?: { readonly lower: readonly number[]; readonly upper: readonly number[] }
  readonly lowest: number
  readonly highest: number
  /** The distance of one arrow key. */
  readonly step: number
}

/** How a shape that crosses a limit is made. */
export interface Level {
  /** The limit of one point. */
  readonly limit: number
  /** The usual value, where it does not follow from the limit. */
  readonly calm: number | undefined
  /** Whether it is the high values that alert. */
  readonly rises: boolean
  /** How many points a window holds. */
  readonly length: number
  /** Whether only whole numbers make sense. */
  readonly whole: boolean
  /** A value that must be in sight, too: the limit of a sum is far above its points. */
  readonly also: number | undefined
}

const shown = 36

/** Small regular unrest, the same each time: a reader who starts again sees the same picture. */
const unrest = (index: number) => (Math.sin(index * 1.7) + Math.sin(index * 0.63 + 2)) / 2

/** Calm, then across the limit for longer than one window, then calm again. */
export function levelShape({ limit, calm, rises, length, whole, also = limit }: Level): Shape {
  const size = Math.abs(limit - (calm ?? 0)) || 1
  const direction = rises ? 1 : -1
  const usual = calm ?? limit - direction * size * 0.5
  const high = calm === undefined ? limit + direction * size * 0.3 : limit + (limit - calm) * 0.3
  const from = 10
  const to = from + length + 5
  const values = Array.from({ length: shown }, (_, index) => {
    const share = ramp(index, from, to)
    const value = usual + (high - usual) * share + unrest(index) * size * 0.08
    return whole ? Math.max(0, Math.round(value)) : rounded(value, size)
  })
  const margin = size * 0.25
  const lowest = Math.min(...values, limit, also) - margin
  const highest = Math.max(...values, limit, also * 1.3) + margin
  const bottom = Math.min(...values, limit, also) >= 0 ? Math.max(0, lowest) : lowest
  return { values, lowest: bottom, highest, step: whole ? 1 : rounded(size / 20, size) }
}

function ramp(index: number, from: number, to: number): number {
  const width = 2
  return Math.max(0, Math.min(1, (index - from) / width + 0.5, (to - index) / width + 0.5))
}

/** Three digits of the size of the picture. */
function rounded(value: number, size: number): number {
  const unit = 10 ** (Math.floor(Math.log10(size)) - 2)
  return Number((Math.round(value / unit) * unit).toPrecision(12))
}

/** A wave with its band, and an excursion that lasts longer than the window. */
export function anomalyShape(length: number, bounds: number, rises: boolean): Shape {
  const count = Math.max(shown, Math.round(length * 3.4))
  const middle = (index: number) => 50 + 12 * Math.sin((index / count) * Math.PI * 2)
  const half = Math.max(1, bounds) * 4
  const direction = rises ? 1 : -1
  const from = Math.round(count * 0.14)
  const indices = Array.from({ length: count }, (_, index) => index)
  const values = indices.map(index => {
    const out = ramp(index, from, from + length + 4) * direction * half * 1.7
    return rounded(middle(index) + unrest(index) * half * 0.6 + out, 100)
  })
  const lower = indices.map(index => middle(index) - half)
  const upper = indices.map(index => middle(index) + half)
  const lowest = Math.min(...values, ...lower) - half * 0.5
  const highest = Math.max(...values, ...upper) + half * 0.5
  return { values, band: { lower, upper }, lowest, highest, step: 1 }
}

/** Runs of a check: fine, critical for a while, fine. */
export function checkShape(): Shape {
  const values = Array.from({ length: 30 }, (_, index) =>
    index === 6 || (index >= 11 && index < 18) ? 2 : index === 22 ? 1 : 0,
  )
  return { values, lowest: -0.4, highest: 3.4, step: 1 }
}
