/** The members that have a value: an optional member is left out, never set to undefined. */
type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out the members without a value. */
export function defined<T extends object>(values: T): Defined<T> {
  const kept: { [K in keyof T]?: T[K] } = {}
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key]
  return kept as Defined<T>
}
