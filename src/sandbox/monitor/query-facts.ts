/** The comparison at the end of a monitor query. */
export interface Comparison {
  readonly operator: '>' | '>=' | '<' | '<=' | '==' | '!='
  /** Undefined for the keyword `threshold` (dynamic thresholds). */
  readonly value: number | undefined
}

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i
const TAIL = /(>=|<=|==|!=|>|<)\s*(\S+)$/

/** The last comparison of a trimmed query, or undefined when it has none. */
export function readComparison(query: string): Comparison | undefined {
  // The operator and its number are short; looking only there keeps the search linear in any text.
  const tail = TAIL.exec(query.slice(-80))
  if (!tail) return undefined
  const operator = tail[1] as Comparison['operator']
  if (tail[2] === 'threshold') return { operator, value: undefined }
  return NUMBER.test(tail[2]!) ? { operator, value: Number(tail[2]) } : undefined
}

/** True for queries that alert per group: `by {…}` or `.by(…)`. */
export function isGrouped(query: string): boolean {
  return /(?<![.\w])by\s*\{/.test(query) || /\.by\s*\(/.test(query)
}

const UNIT_MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080, mo: 43_800 }

/** Minutes of `last_15m`, `15m`, `2h`, …; undefined for other texts. */
export function windowMinutes(text: string): number | undefined {
  const match = /^(?:last_|next_)?(\d{1,6})(mo|[mhdw])$/.exec(text)
  return match ? Number(match[1]) * UNIT_MINUTES[match[2]!]! : undefined
}

/** A number the way the server's messages print it: always with a fraction. */
export function floatText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value)
}
