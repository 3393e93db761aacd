/**
 * The same list without spare room. A list that was pushed to keeps space for some 16 more, while nearly every list of a tree
 * has one or two: without this half of a tree's memory would be empty. `made` is the length that the list was made with, when
 * it never grew.
 */
export function fitted<Item>(items: Item[], made = 0): Item[] {
  const { length } = items
  if (length === made || length > 16) return items
  return length === 1 ? [items[0]!] : items.slice()
}
