import type { SeriesInput } from './series-input.js'

/** The series that report with one combination of values of the group keys. */
export interface SeriesGroup {
  /** `['host:a', 'service:db']`, in the order of the keys. */
  readonly tags: readonly string[]
  readonly members: readonly SeriesInput[]
}

/** Tags in any order name the same group. */
export function groupKey(tags: readonly string[]): string {
  return [...tags].sort().join(',')
}

/** `host:a,service:db`, and `*` for the one group of a monitor that does not group. */
export function groupName(tags: readonly string[]): string {
  return tags.length === 0 ? '*' : tags.join(',')
}

/** A tag's key; only the first colon separates. */
export function tagKey(tag: string): string {
  const colon = tag.indexOf(':')
  return colon === -1 ? tag : tag.slice(0, colon)
}

/** A tag's value; a bare tag has none. */
export function tagValue(tag: string): string {
  const colon = tag.indexOf(':')
  return colon === -1 ? '' : tag.slice(colon + 1)
}

/** The series by group. One that lacks a key is in no group; one with two values of a key is in both groups. */
export function groupSeries(
  series: readonly SeriesInput[],
  keys: readonly string[],
): ReadonlyMap<string, SeriesGroup> {
  const groups = new Map<string, { tags: readonly string[]; members: SeriesInput[] }>()
  for (const each of series) {
    for (const tags of combinations(each.tags, keys)) {
      const key = groupKey(tags)
      const group = groups.get(key) ?? { tags, members: [] }
      group.members.push(each)
      groups.set(key, group)
    }
  }
  return groups
}

function combinations(tags: readonly string[], keys: readonly string[]): string[][] {
  return keys.reduce<string[][]>(
    (found, key) => {
      const values = tags.filter(tag => tag.includes(':') && tagKey(tag) === key)
      return found.flatMap(before => values.map(value => [...before, value]))
    },
    [[]],
  )
}
