/** The members that have a value: an optional member is left out, never set to undefined. */
export type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out the members without a value. */
export function defined<T extends object>(values: T): Defined<T> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) if (value !== undefined) kept[key] = value
  return kept as Defined<T>
}
