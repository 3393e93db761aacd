/** The parts of an `slo alert` query that the server checks against the SLO. */
export interface SloQuery {
  readonly measure: 'error_budget' | 'burn_rate'
  readonly sloId: string
  readonly timeframe: string
  readonly isStandardForm: boolean
}

const QUERY =
  /^(error_budget|burn_rate)\(\s*["']([^"']{1,64})["']\s*\)\s*\.over\(\s*["']([^"']{1,20})["']\s*\)(.*)$/s
const WINDOWS = /^\s*\.long_window\(["'][^"']{1,20}["']\)\s*\.short_window\(["'][^"']{1,20}["']\)\s*>/

/** Reads `error_budget("id").over("7d") > 75` and the burn rate form; undefined for other texts. */
export function readSloQuery(query: string): SloQuery | undefined {
  const match = QUERY.exec(query)
  if (!match) return undefined
  const measure = match[1] as SloQuery['measure']
  const rest = match[4]!
  // Both measures take only > and >=.
  const isStandardForm = measure === 'burn_rate' ? WINDOWS.test(rest) : /^\s*>/.test(rest)
  return { measure, sloId: match[2]!, timeframe: match[3]!, isStandardForm }
}
