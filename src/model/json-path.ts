import { isJsonObject, type Json } from './json.js'

/** A place in a JSON value: `['options', 'thresholds', 'critical']`. */
export type JsonPath = readonly (string | number)[]

/**
 * The value at a path, or undefined when the path leads nowhere.
 *
 * @example
 * valueAt({ options: { thresholds: { critical: 90 } } }, ['options', 'thresholds', 'critical']) // 90
 */
export function valueAt(root: Json, path: JsonPath): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    if (value === undefined) return undefined
    value = child(value, step)
  }
  return value
}

function child(value: Json, step: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
  if (isJsonObject(value) && Object.hasOwn(value, step)) return value[step]
  return undefined
}
