/**
 * The same list without spare room. A list that was pushed to keeps space for 17 items, while nearly every list of a tree has
 * one or two: without this half of a tree's memory would be empty.
 */
export function fitted<Item>(items: Item[]): Item[] {
  const { length } = items
  if (length === 1) return [items[0]!]
  if (length === 2) return [items[0]!, items[1]!]
  return length < 16 ? items.slice() : items
}
