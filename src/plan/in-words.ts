import type { JsonObject, ResourceKind } from '../model/index.js'
import type { FieldChange } from '../wire/index.js'

/** What a change of a monitor's query means, in sentences; none where nothing can be said. */
export type DescribeQueryChange = (before: string, after: string, type: string) => readonly string[]

/** The change with its meaning in words, where it is one of a monitor's query. */
export function inWords(
  kind: ResourceKind,
  desired: JsonObject,
  change: FieldChange,
  describe: DescribeQueryChange | undefined,
): FieldChange {
  const { before, after, path } = change
  if (kind !== 'monitor' || path !== 'query' || describe === undefined) return change
  if (typeof before !== 'string' || typeof after !== 'string') return change
  const words = describe(before, after, String(desired.type))
  return words.length === 0 ? change : { ...change, words }
}
