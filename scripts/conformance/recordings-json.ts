/** Any JSON value, read only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object, read only. */
export interface JsonObject {
  readonly [key: string]: Json
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** A copy with every member replaced; the function gets the key (empty inside lists) and may return undefined to drop. */
export function mapJson(
  value: Json,
  change: (key: string, value: Json) => Json | undefined,
  key = '',
): Json | undefined {
  const changed = change(key, value)
  if (changed !== value) return changed
  if (isJsonArray(value)) {
    return value.flatMap(item => {
      const mapped = mapJson(item, change)
      return mapped === undefined ? [] : [mapped]
    })
  }
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const mapped = mapJson(item, change, name)
      return mapped === undefined ? [] : [[name, mapped]]
    }),
  )
}

/** Text that is equal for equal values, whatever the order of their keys. */
export function canonical(value: Json | undefined): string {
  if (isJsonArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isJsonObject(value)) return JSON.stringify(value ?? null)
  return `{${Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`
}

/** The first place where two values differ, as a path with both values; undefined when they are equal. */
export function firstDifference(
  expected: Json | undefined,
  actual: Json | undefined,
  path = '$',
): string | undefined {
  if (canonical(expected) === canonical(actual) && (expected === undefined) === (actual === undefined))
    return undefined
  if (isJsonObject(expected) && isJsonObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)])
    for (const key of keys) {
      const difference = firstDifference(expected[key], actual[key], `${path}.${key}`)
      if (difference !== undefined) return difference
    }
  }
  if (isJsonArray(expected) && isJsonArray(actual) && expected.length === actual.length) {
    for (const [index, item] of expected.entries()) {
      const difference = firstDifference(item, actual[index], `${path}[${index}]`)
      if (difference !== undefined) return difference
    }
  }
  return `${path}: recorded ${shortened(expected)}, sandbox ${shortened(actual)}`
}

function shortened(value: Json | undefined): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
