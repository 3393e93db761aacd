/** Any JSON value, read only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object, read only. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** True for `{…}`, not for arrays and null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for `[…]`. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The value when it is an object, otherwise an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

/** The value when it is an array, otherwise an empty one. */
export function arrayOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : []
}

/** The value when it is text, otherwise empty text. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** The strings of a list; other members are left out. */
export function stringsOf(value: Json | undefined): readonly string[] {
  return arrayOf(value).filter(item => typeof item === 'string')
}

/** The named fields that are present. Own properties only, so a field called `__proto__` is harmless. */
export function pick(source: JsonObject, keys: Iterable<string>): JsonObject {
  return Object.fromEntries(
    [...keys].flatMap(key => (Object.hasOwn(source, key) ? [[key, source[key]!]] : [])),
  )
}

/** The object without the named fields. */
export function omit(source: JsonObject, keys: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !keys.has(key)))
}

/** Text that is the same for equal values, whatever the order of their keys. */
export function canonicalText(value: Json): string {
  if (isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const fields = Object.keys(value).sort()
  return `{${fields.map(key => `${JSON.stringify(key)}:${canonicalText(value[key]!)}`).join(',')}}`
}

/**
 * True when no part of the value lies deeper than `limit`. Walks with its own stack: text of a hundred thousand
 * brackets is valid JSON and would overflow a recursive walk.
 */
export function isWithinDepth(value: Json, limit: number): boolean {
  let level: Json[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return false
    const next: Json[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const child of Object.values(item))
        if (typeof child === 'object' && child !== null) next.push(child)
    }
    level = next
  }
  return true
}
