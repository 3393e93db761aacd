import type { Json } from '../../model/index.js'

/**
 * What comparing and sending do with a field:
 * - `read-only`: the account's own; never compared, never sent.
 * - `absent`: each of `values` means the same as no value at all; the first that is not null is the account's default.
 * - `unless-written`: compared only when the author wrote it.
 * - `derived`: not compared when the author wrote the field `from`, because the account works it out from that one.
 * - `set`: order and repetition do not count.
 * - `lower-case`: the account lowers the case of the text, or of each member.
 * - `trimmed`: the account cuts blanks and newlines at both ends.
 * - `numeric`: a text that spells a number is that number.
 * - `monitor-query`, `metric-query`: compared by the normal form of the query.
 * - `same`: the account may swap one of `values` for another.
 * - `open`: members that no row names and the author did not write are not compared.
 * - `details-only`: left out of listings, so it is compared only where the account showed it.
 */
export type Rule =
  | 'read-only'
  | 'absent'
  | 'unless-written'
  | 'derived'
  | 'set'
  | 'lower-case'
  | 'trimmed'
  | 'numeric'
  | 'monitor-query'
  | 'metric-query'
  | 'same'
  | 'open'
  | 'details-only'

/** One fact about one field. */
export interface Row {
  /** `options.thresholds`; `[]` steps into the items of a list, `*` into every member of an object. */
  readonly path: string
  readonly rule: Rule
  readonly values?: readonly Json[]
  readonly from?: string
  /** Where the fact comes from. */
  readonly evidence: string
}
