import { nearest } from '../../diagnostic/index.js'

/** Steps by the names that other languages give them; in lower case. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['indices', 'indexes'],
  ['groupby', 'by'],
  ['group_by', 'by'],
  ['group', 'by'],
  ['where', 'over'],
  ['filter', 'over'],
  ['aggregate', 'rollup'],
  ['window', 'last'],
  ['timeframe', 'last'],
  ['without', 'exclude'],
  ['long', 'long_window'],
  ['short', 'short_window'],
])

/** The step among `known` that was meant by a name that is none of them. */
export function stepMeant(written: string, known: readonly string[]): string | undefined {
  const other = elsewhere.get(written.toLowerCase())
  return other !== undefined && known.includes(other) ? other : nearest(written, known)
}
