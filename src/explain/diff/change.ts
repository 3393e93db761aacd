import { type DiffCode, type DiffPhrase, type DiffSentences, diffPhrase } from './sentences.js'

/** One change before any language. */
export interface DraftChange {
  /** The field in which it stands: `query`, `options.renotify_interval`, `message`. */
  readonly place: string
  /** A part of the definition that has to be named: a query, a widget. */
  readonly where?: DiffPhrase
  readonly says: DiffPhrase
}

export function change<C extends DiffCode>(place: string, code: C, values: DiffSentences[C]): DraftChange {
  return { place, says: diffPhrase(code, values) }
}

/** The changes inside a part that has a name. */
export function inside(
  changes: readonly DraftChange[],
  place: string,
  where: DiffPhrase,
): readonly DraftChange[] {
  return changes.map(one => ({ ...one, place, where }))
}

/** True when two plain values say the same; members stand in the order in which they were made. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What is only in the second list, and what only in the first. */
export function membersChanged(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: after.filter(one => !before.includes(one)),
    removed: before.filter(one => !after.includes(one)),
  }
}
